import { listMarkOf } from './list-mark.ts'
import type { PageElement } from './parse-page.ts'

/** One line of the page as it is shown, with the block it stands in. */
export interface PageLine {
  readonly text: string
  /** Characters of the line that are link text. */
  readonly linkLength: number
  readonly linkCount: number
  readonly block: PageElement
}

/** Collects text into lines the way a browser lays it out. */
export class LineWriter {
  readonly #lines: PageLine[] = []
  #block: PageElement
  #preformatted = 0
  #text = ''
  #linkLength = 0
  #linkCount = 0

  constructor(root: PageElement) {
    this.#block = root
  }

  write(raw: string, inLink: boolean): void {
    if (this.#preformatted > 0) {
      const [first = '', ...rest] = raw.split(/\r?\n/)
      this.#append(first, inLink)
      for (const line of rest) {
        this.breakLine()
        this.#append(line, inLink)
      }
      return
    }
    // A line break in the source between two Han characters is not a space of the text.
    const text = raw
      .replace(/(?<=[\u2e80-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\uffef])/gu, '')
      .replace(/[ \t\r\n\f]+/g, ' ')
    this.#append(this.#text === '' || this.#text.endsWith(' ') ? text.replace(/^ /, '') : text, inLink)
  }

  #append(text: string, inLink: boolean): void {
    this.#text += text
    if (inLink) this.#linkLength += text.trim().length
  }

  countLink(): void {
    this.#linkCount++
  }

  enterBlock(element: PageElement): () => void {
    const outer = this.#block
    const preformatted = element.tagName === 'pre' || element.tagName === 'textarea' ? 1 : 0
    this.breakLine()
    this.#block = element
    this.#preformatted += preformatted
    if (element.tagName === 'li') this.#text = listMarkOf(element)
    return () => {
      this.breakLine()
      this.#preformatted -= preformatted
      this.#block = outer
    }
  }

  breakLine(): void {
    const text = this.#text.replace(/ +$/, '')
    const isMarkOnly = this.#block.tagName === 'li' && /^[\da-zA-Z]+\.$/.test(text) && this.#linkLength === 0
    if (isMarkOnly && this.#text.endsWith(' ')) return
    if (text.trim() !== '') {
      this.#lines.push({ text, linkLength: this.#linkLength, linkCount: this.#linkCount, block: this.#block })
    }
    this.#text = ''
    this.#linkLength = 0
    this.#linkCount = 0
  }

  writeLine(line: PageLine): void {
    this.breakLine()
    if (line.text.trim() !== '') this.#lines.push(line)
  }

  finish(): readonly PageLine[] {
    this.breakLine()
    return this.#lines
  }
}
