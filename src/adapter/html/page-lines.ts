import { UnreadableFileError } from '../../error.ts'
import { LineWriter, type PageLine } from './line-writer.ts'
import { isElement, type PageElement, type PageNode } from './parse-page.ts'
import { cellsOf, createColumns, dataRowsOf } from './table.ts'

const BLOCKS = new Set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle caption button textarea'.split(
    ' ',
  ),
)
/** Trees get deeper than the open elements where tags are misnested. */
const DEEPEST = 3000

/** The lines of everything visible under an element, in document order. */
export function pageLinesOf(
  file: string,
  root: PageElement,
  isVisible: (element: PageElement) => boolean,
): readonly PageLine[] {
  const walker = new PageWalker(file, isVisible, root)
  for (const child of root.childNodes) walker.walk(child, 0, root.tagName === 'a')
  return walker.writer.finish()
}

class PageWalker {
  readonly writer: LineWriter
  readonly #file: string
  readonly #isVisible: (element: PageElement) => boolean

  constructor(file: string, isVisible: (element: PageElement) => boolean, root: PageElement) {
    this.#file = file
    this.#isVisible = isVisible
    this.writer = new LineWriter(root)
  }

  walk(node: PageNode, depth: number, inLink: boolean): void {
    if (depth > DEEPEST)
      throw new UnreadableFileError(`网页元素嵌套过深：${this.#file}`, { details: { file: this.#file } })
    if (!isElement(node)) {
      if ('value' in node) this.writer.write(node.value, inLink)
    } else if (this.#isVisible(node)) this.#walkElement(node, depth, inLink)
  }

  #walkElement(element: PageElement, depth: number, inLink: boolean): void {
    const rows = element.tagName === 'table' ? dataRowsOf(element) : undefined
    if (element.tagName === 'br') this.writer.breakLine()
    else if (rows !== undefined) this.#writeRows(rows)
    else {
      const isLink = element.tagName === 'a'
      if (isLink) this.writer.countLink()
      const leave = BLOCKS.has(element.tagName) ? this.writer.enterBlock(element) : undefined
      for (const child of element.childNodes) this.walk(child, depth + 1, inLink || isLink)
      leave?.()
    }
  }

  #writeRows(rows: readonly PageElement[]): void {
    const columnsOf = createColumns()
    for (const row of rows.filter(this.#isVisible)) {
      const cells = cellsOf(row)
        .filter(this.#isVisible)
        .map((cell) => ({ cell, lines: pageLinesOf(this.#file, cell, this.#isVisible) }))
      const texts = cells.map(({ cell, lines }) => ({
        cell,
        text: lines.map(({ text }) => text.replaceAll('\t', ' ')).join(' '),
      }))
      const lines = cells.flatMap((cell) => cell.lines)
      this.writer.writeLine({
        text: columnsOf(texts).join('\t'),
        linkLength: sum(lines.map((line) => line.linkLength)),
        linkCount: sum(lines.map((line) => line.linkCount)),
        block: row,
      })
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
