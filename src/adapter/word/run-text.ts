import { childAt, elementsOf, type XmlElement } from '../archive/index.ts'
import { isOn, settingOf } from './properties.ts'
import type { Styles } from './styles.ts'

/** What a paragraph's runs come to. */
export interface RunText {
  readonly text: string
  /** Bodies of the text boxes anchored here, in order. */
  readonly boxes: readonly XmlElement[]
}

/** Labels a reference to a foot- or endnote and remembers that it was used. */
export type NoteMark = (kind: 'footnote' | 'endnote', id: string) => string

/** Deleted and moved-away text, annotations, pronunciation, and properties that hold no text. */
const SKIPPED = new Set(
  'del moveFrom rPr pPr sdtPr sdtEndPr rt commentReference annotationRef instrText delText delInstrText object-fallback tblPr trPr tcPr sectPr'.split(
    ' ',
  ),
)

/** Glyphs of Wingdings and Symbol that forms use. */
const SYMBOLS: Readonly<Record<string, string>> = {
  f0fe: '☑',
  f0a8: '☐',
  f06f: '□',
  f0fc: '✓',
  f0b7: '•',
  f06c: '●',
  f06e: '■',
  f0d8: '➢',
  f0b3: '≥',
  f0a3: '≤',
  f0b1: '±',
  f0b4: '×',
}

const CHARACTERS: Readonly<Record<string, (element: XmlElement) => string>> = {
  tab: () => '\t',
  ptab: () => '\t',
  cr: () => '\n',
  br: ({ attributes }) => (['page', 'column'].includes(attributes.get('type') ?? '') ? '' : '\n'),
  noBreakHyphen: () => '-',
  sym: ({ attributes }) => symbolOf(attributes.get('char') ?? ''),
}

/** Text of everything in a paragraph that a reader of the printed page would see. */
export function runTextOf(paragraph: XmlElement, styles: Styles, noteMark: NoteMark): RunText {
  const boxes: XmlElement[] = []
  const walk = (element: XmlElement): string => elementsOf(element).map(visit).join('')
  const visit = (element: XmlElement): string => {
    const { name, attributes } = element
    if (SKIPPED.has(name) || (name === 'r' && isHidden(element, styles))) return ''
    if (name === 't') return element.children.filter((child) => typeof child === 'string').join('')
    if (name === 'footnoteReference' || name === 'endnoteReference')
      return noteMark(name === 'footnoteReference' ? 'footnote' : 'endnote', attributes.get('id') ?? '')
    if (name === 'txbxContent') {
      boxes.push(element)
      return ''
    }
    if (name === 'AlternateContent')
      return walk({
        ...element,
        children: [childAt(element, 'Choice') ?? childAt(element, 'Fallback')].flatMap(
          (child) => child ?? [],
        ),
      })
    // A name of the file's own may be that of something every object has.
    return (Object.hasOwn(CHARACTERS, name) ? CHARACTERS[name]?.(element) : undefined) ?? walk(element)
  }
  return { text: walk(paragraph), boxes }
}

function isHidden(run: XmlElement, styles: Styles): boolean {
  const properties = childAt(run, 'rPr')
  const style = settingOf(properties, 'rStyle')
  return isOn(properties, 'vanish') ?? (style !== undefined && styles.isHidden(style))
}

function symbolOf(code: string): string {
  if (!/^[\da-f]{4}$/i.test(code)) return ''
  const known = SYMBOLS[code.toLowerCase()]
  const codePoint = Number.parseInt(code, 16)
  if (known !== undefined) return known
  return codePoint >= 0xe000 && codePoint <= 0xf8ff ? '□' : String.fromCodePoint(codePoint)
}
