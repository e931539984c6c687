import { docLists } from './doc-lists.ts'
import type { DocParagraph } from './doc-paragraphs.ts'
import {
  PROPERTY,
  type Properties,
  type PropertyRun,
  paragraphRuns,
  styleProperties,
} from './doc-properties.ts'
import { type DocRow, rowLines } from './doc-table.ts'
import type { DocStreams, DocText } from './doc-text.ts'
import type { DocumentLine } from './document-lines.ts'
import { ListCounter } from './list-counter.ts'
import type { List } from './numbering.ts'

const CELL_END = '\u0007'
const NOTHING: Properties = new Map()

/** Writes the paragraphs of a Word 97 file as lines, with the numbers Word writes before them. */
export class DocLineWriter {
  readonly #text: DocText
  readonly #runs: readonly PropertyRun[]
  readonly #styleOf: (style: number) => Properties
  readonly #lists: ReadonlyMap<number, List>
  readonly #counter = new ListCounter()

  constructor(streams: DocStreams, text: DocText) {
    this.#text = text
    this.#runs = paragraphRuns(streams)
    this.#styleOf = styleProperties(streams)
    this.#lists = docLists(streams)
  }

  linesOf(paragraphs: readonly DocParagraph[]): readonly DocumentLine[] {
    const lines: DocumentLine[] = []
    let rows: DocRow[] = []
    let cells: string[][] = []
    let open: string[] = []
    const endTable = () => {
      if (open.length > 0 || cells.length > 0) rows.push({ cells: [...cells, open], edges: [] })
      lines.push(...rowLines(rows).map((text) => ({ text, isContents: false })))
      rows = []
      cells = []
      open = []
    }
    for (const paragraph of paragraphs) {
      const run = this.#runAt(paragraph.position)
      const text = () => `${this.#label(run)}${paragraph.text}`
      if (numberAt(run, PROPERTY.inTable) !== 1) {
        endTable()
        lines.push(
          ...text()
            .split('\n')
            .map((line) => ({ text: line, isContents: paragraph.isContents })),
        )
      } else if (numberAt(run, PROPERTY.rowEnd) === 1) {
        rows.push({ cells, edges: edgesOf(run) })
        cells = []
        open = []
      } else {
        open.push(...text().split('\n'))
        if (paragraph.mark !== CELL_END) continue
        cells.push(open)
        open = []
      }
    }
    endTable()
    return lines
  }

  #runAt(position: number): PropertyRun | undefined {
    const offset = this.#text.offsetOf(position)
    let low = 0
    let high = this.#runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#runs[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const run = this.#runs[low - 1]
    return run !== undefined && offset < run.end ? run : undefined
  }

  #label(run: PropertyRun | undefined): string {
    const own = run?.properties ?? NOTHING
    const style = this.#styleOf(run?.style ?? 0)
    const number = (code: number) => wholeAt(own.get(code)) ?? wholeAt(style.get(code))
    const list = number(PROPERTY.list)
    const found = list === undefined ? undefined : this.#lists.get(list)
    return found === undefined ? '' : this.#counter.next(String(list), found, number(PROPERTY.listLevel) ?? 0)
  }
}

function numberAt(run: PropertyRun | undefined, code: number): number | undefined {
  return wholeAt(run?.properties.get(code))
}

function wholeAt(value: DataView | undefined): number | undefined {
  if (value === undefined || value.byteLength === 0) return undefined
  return value.byteLength === 1 ? value.getUint8(0) : value.getUint16(0, true)
}

/** Where the cells of a row begin and end, from the left, in twentieths of a point. */
function edgesOf(run: PropertyRun | undefined): readonly number[] {
  const layout = run?.properties.get(PROPERTY.rowLayout)
  if (layout === undefined || layout.byteLength === 0) return []
  const count = layout.getUint8(0) + 1
  if (layout.byteLength < 1 + count * 2) return []
  return Array.from({ length: count }, (_, at) => layout.getInt16(1 + at * 2, true))
}
