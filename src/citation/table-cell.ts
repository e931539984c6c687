import type { Corpus, DocumentId, Range, Span } from '../corpus/index.ts'
import { type Table, tablesIn } from '../text/index.ts'
import { attributionOf, type Citation, resolveCitation } from './citation.ts'
import { faultOf } from './pause.ts'
import type { Check, ProvenSentence } from './prove.ts'

/** Cells of one row, each to be read under the header of its column. */
export interface TableCells {
  readonly documentId: DocumentId
  /** Where the header of the table begins. */
  readonly start: number
  readonly row: number
  /** The column that names the row. */
  readonly name: number
  readonly columns: readonly number[]
}

/**
 * Proves what a table says of one of its rows: the table is read anew, and the sentence is made of the row's name
 * and, for each column, its header and the cell under it, letter for letter.
 */
export function proveCells(cells: TableCells, isAttributed: boolean, corpus: Corpus): ProvenSentence {
  const indexed = corpus.documents.get(cells.documentId)
  const table = tablesIn(indexed?.document.text ?? '').find(({ header }) => header[0]?.start === cells.start)
  const ranges = table === undefined ? undefined : rangesOf(table, cells)
  const read = (ranges ?? []).map((range) => readCell({ documentId: cells.documentId, ...range }, corpus))
  const citations = read.filter((one) => typeof one !== 'string')
  const checks: readonly Check[] = read.map((one) => ({
    kind: 'cell',
    value: typeof one === 'string' ? '' : one.quote,
    ok: typeof one !== 'string',
    note: typeof one === 'string' ? one : '与原文表格中的单元格逐字一致',
  }))
  const [name, ...pairs] = citations
  const isProven = name !== undefined && pairs.length > 0 && citations.length === ranges?.length
  if (!isProven) return { text: '', verdict: 'unproven', citations: [], checks }
  const said = cells.columns.map((_, at) => `${pairs[2 * at]?.quote}：${pairs[2 * at + 1]?.quote}`)
  const label = isAttributed ? `${attributionOf(name)}：` : ''
  return { text: `${label}${name.quote}：${said.join('；')}。`, verdict: 'proven', citations, checks }
}

/** The name of the row, then header and cell of each column; undefined where the table has no such cell. */
function rangesOf(table: Table, { row, name, columns }: TableCells): readonly Range[] | undefined {
  const own = table.rows[row]
  const ranges = [own?.[name], ...columns.flatMap((at) => [table.header[at], own?.[at]])]
  const there = ranges.filter((range) => range !== undefined && range.end > range.start)
  return there.length === ranges.length ? there.filter((range) => range !== undefined) : undefined
}

function readCell(span: Span, corpus: Corpus): Citation | string {
  const indexed = corpus.documents.get(span.documentId)
  const citation = resolveCitation(span, corpus)
  if (indexed === undefined || citation === undefined) return '出处不在文库之中'
  return faultOf(span, { previous: undefined, next: undefined }, indexed) ?? citation
}

const BRACKET = /[(（](?:单位[:：])?(?<unit>[^()（）]{1,6})[)）]$/u
const UNIT_COLUMN = /^(?:计量)?单位$/u

/** The unit that the table gives for a bare figure in one of its cells; undefined outside of tables and where none is given. */
export function unitOfCell(text: string, figure: Range): string | undefined {
  for (const { header, rows } of tablesIn(text)) {
    for (const cells of rows) {
      const at = cells.findIndex(({ start, end }) => start === figure.start && end === figure.end)
      if (at === -1) continue
      const own = header[at]
      const column = header.findIndex(({ start, end }) => UNIT_COLUMN.test(text.slice(start, end)))
      const written = cells[column]
      const behind =
        own === undefined ? undefined : BRACKET.exec(text.slice(own.start, own.end))?.groups?.unit
      return behind ?? (written === undefined ? undefined : text.slice(written.start, written.end))
    }
  }
  return undefined
}
