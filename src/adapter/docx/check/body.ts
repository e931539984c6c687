import { childAt, elementsOf, type XmlElement } from '../../archive/index.ts'

/** A paragraph as it is found in the file. */
export interface FoundParagraph {
  readonly element: XmlElement
  readonly style: string
  readonly text: string
}

/** All paragraphs in reading order, those of tables too. */
export function paragraphsIn(container: XmlElement | undefined): readonly FoundParagraph[] {
  return elementsOf(container).flatMap((element) => {
    if (element.name !== 'p') return paragraphsIn(element)
    const style = childAt(element, 'pPr', 'pStyle')?.attributes.get('val') ?? ''
    return [{ element, style, text: textIn(element) }]
  })
}

/** The words of a paragraph; a character Word would not show as text counts for nothing. */
function textIn(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 't') return child.children.filter((part) => typeof part === 'string').join('')
      if (child.name === 'tab') return '\t'
      return child.name === 'r' ? textIn(child) : ''
    })
    .join('')
}
