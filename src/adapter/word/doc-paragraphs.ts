import { characterRuns, PROPERTY, type PropertyRun } from './doc-properties.ts'
import type { DocStreams, DocText } from './doc-text.ts'

/** One paragraph or table cell's part of a Word 97 file, as a reader of the printed page sees it. */
export interface DocParagraph {
  readonly text: string
  /** The character that ends it: a cell ends with U+0007. */
  readonly mark: string
  /** Of the mark, which carries the paragraph's properties. */
  readonly position: number
  /** Belongs to the table of contents, which repeats the headings. */
  readonly isContents: boolean
}

interface Field {
  instruction: string
  isShown: boolean
}

const SHOWN_AS: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000e': '',
  '\u001e': '-',
  '\u001f': '',
}
const FIELD_START = '\u0013'
const FIELD_RESULT = '\u0014'
const FIELD_END = '\u0015'
const NOTE = '\u0002'
const GONE = '\0'

/** The text with what was deleted or is hidden taken out of sight; every character keeps its place. */
export function shownCharacters(
  streams: DocStreams,
  text: DocText,
): { readonly shown: string; readonly changes: number } {
  const units = text.characters.split('')
  const runs = characterRuns(streams)
  for (const { start, end } of runs.filter(
    (run) => isOn(run, PROPERTY.deleted) || isOn(run, PROPERTY.hidden),
  ))
    for (const range of text.within(start, end)) units.fill(GONE, range.start, range.end)
  const changes = runs.filter((run) => isOn(run, PROPERTY.deleted) || isOn(run, PROPERTY.inserted)).length
  return { shown: units.join(''), changes }
}

function isOn({ properties }: PropertyRun, code: number): boolean {
  const value = properties.get(code)
  return value !== undefined && value.byteLength > 0 && value.getUint8(0) === 1
}

/** Paragraphs of one part of the text; instructions of fields are left out, their results stay. */
export class ParagraphScanner {
  readonly #shown: string
  #notes = 0
  pictures = 0
  readonly #noteMark: string

  /** @param noteMark what a note's mark is called, empty to leave the marks out */
  constructor(shown: string, noteMark: string) {
    this.#shown = shown
    this.#noteMark = noteMark
  }

  paragraphs(start: number, length: number): readonly DocParagraph[] {
    const found: DocParagraph[] = []
    const fields: Field[] = []
    let text = ''
    const end = Math.min(start + length, this.#shown.length)
    for (let position = start; position < end; position++) {
      const character = this.#shown[position] ?? ''
      if (character === FIELD_START) fields.push({ instruction: '', isShown: false })
      else if (character === FIELD_END) fields.pop()
      else if (character === FIELD_RESULT) {
        const field = fields.at(-1)
        if (field !== undefined) field.isShown = true
      } else if (fields.every(({ isShown }) => isShown)) {
        if (character === '\r' || character === '\u0007' || character === '\f') {
          const isContents = fields.some(({ instruction }) => /^\s*TOC\b/i.test(instruction))
          found.push({ text, mark: character, position, isContents })
          text = ''
        } else text += this.#shownAs(character)
      } else for (const field of fields) if (!field.isShown) field.instruction += character
    }
    return text === '' ? found : [...found, { text, mark: '\r', position: end - 1, isContents: false }]
  }

  #shownAs(character: string): string {
    if (character === NOTE) return this.#noteMark === '' ? '' : `[${this.#noteMark}${++this.#notes}]`
    if (character === '\u0001' || character === '\u0008') this.pictures++
    if (character >= ' ' || character === '\t') return SHOWN_AS[character] ?? character
    return SHOWN_AS[character] ?? ''
  }
}
