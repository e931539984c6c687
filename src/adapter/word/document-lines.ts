import { childAt, elementsOf, type XmlElement } from '../archive/index.ts'
import { ListCounter } from './list-counter.ts'
import { createLists, type List } from './numbering.ts'
import type { PackageParts } from './package-parts.ts'
import { isOn, settingOf, wholeOf } from './properties.ts'
import { type NoteMark, runTextOf } from './run-text.ts'
import { createStyles, type Styles } from './styles.ts'
import { tableLines } from './table-lines.ts'

/** One line of the document. */
export interface DocumentLine {
  readonly text: string
  /** Belongs to the table of contents, which repeats the headings. */
  readonly isContents: boolean
}

/** Containers whose content stands where they stand. */
const TRANSPARENT = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'customXml',
  'smartTag',
  'body',
  'txbxContent',
])

/** Writes paragraphs, lists and tables as lines; one writer for one document, for lists count through it. */
export class DocumentWriter {
  readonly #styles: Styles
  readonly #listOf: (numId: string) => List | undefined
  readonly #counter = new ListCounter()
  readonly #noteMark: NoteMark
  /** Text of paragraphs whose end was deleted under change tracking; it runs into the next paragraph. */
  #pending = ''

  constructor(parts: PackageParts, noteMark: NoteMark) {
    this.#styles = createStyles(parts.styles)
    this.#listOf = createLists(parts.numbering, this.#styles)
    this.#noteMark = noteMark
  }

  linesOf(container: XmlElement, inContents = false): readonly DocumentLine[] {
    return elementsOf(container).flatMap((element) => {
      if (element.name === 'p') return this.#paragraph(element, inContents)
      if (element.name === 'tbl')
        return tableLines(element, (cell) => this.linesOf(cell)).map((text) => ({
          text,
          isContents: inContents,
        }))
      if (element.name === 'AlternateContent')
        return this.linesOf(childAt(element, 'Choice') ?? childAt(element, 'Fallback') ?? element, inContents)
      return TRANSPARENT.has(element.name)
        ? this.linesOf(element, inContents || isContentsBlock(element))
        : []
    })
  }

  #paragraph(paragraph: XmlElement, inContents: boolean): readonly DocumentLine[] {
    const properties = childAt(paragraph, 'pPr')
    const { text, boxes } = runTextOf(paragraph, this.#styles, this.#noteMark)
    const whole = this.#pending + text
    this.#pending = ''
    if (childAt(properties, 'rPr', 'del') !== undefined) {
      this.#pending = whole
      return []
    }
    const isContents = inContents || this.#styles.isContents(settingOf(properties, 'pStyle'))
    const own = this.#isShown(properties, whole) ? `${this.#label(properties)}${whole}` : ''
    return [
      ...own.split('\n').map((line) => ({ text: line, isContents })),
      ...boxes.flatMap((box) => this.linesOf(box, isContents)),
    ]
  }

  /** A paragraph with a hidden mark and no text takes no place, nor a number. */
  #isShown(properties: XmlElement | undefined, text: string): boolean {
    return text !== '' || isOn(childAt(properties, 'rPr'), 'vanish') !== true
  }

  #label(properties: XmlElement | undefined): string {
    const styleId = settingOf(properties, 'pStyle')
    const direct = childAt(properties, 'numPr')
    const inherited = this.#styles.numberingOf(styleId)
    const numId = settingOf(direct, 'numId') ?? settingOf(inherited?.numbering, 'numId')
    if (numId === undefined || numId === '0') return ''
    const list = this.#listOf(numId)
    if (list === undefined) return ''
    const ilvl =
      wholeOf(settingOf(direct, 'ilvl')) ??
      levelOfStyle(list, inherited?.styleId) ??
      wholeOf(settingOf(inherited?.numbering, 'ilvl')) ??
      0
    return this.#counter.next(numId, list, ilvl)
  }
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  for (const [at, level] of list.levels) if (styleId !== undefined && level.styleId === styleId) return at
  return undefined
}

function isContentsBlock(element: XmlElement): boolean {
  return settingOf(element, 'sdtPr', 'docPartObj', 'docPartGallery') === 'Table of Contents'
}
