import type { TextLine } from './text-line.ts'

const TAB = '\t'
const FEWEST_ROWS = 2
/** Lines without a gap, such as a merged cell's, that may stand between two rows. */
const MOST_SINGLE = 2

interface Extent {
  readonly left: number
  readonly right: number
}

interface Cell extends Extent {
  readonly text: string
  readonly edges: readonly number[]
}

/**
 * Puts the cells of successive rows into columns: where a row has nothing in one, an empty place stays, so that a
 * value stays under its heading.
 */
export function withTableColumns(lines: readonly TextLine[]): readonly TextLine[] {
  const placed: TextLine[] = []
  for (let start = 0; start < lines.length; ) {
    const end = endOfTable(lines, start)
    const rows = lines.slice(start, end)
    placed.push(...aligned(rows))
    start = end
  }
  return placed
}

/** One line where no table begins. */
function endOfTable(lines: readonly TextLine[], start: number): number {
  const first = lines[start]
  if (first === undefined || !first.text.includes(TAB)) return start + 1
  let end = start + 1
  for (let at = end; at < lines.length && at - end <= MOST_SINGLE; at++) {
    const line = lines[at]
    if (line?.page !== first.page || line.area !== first.area) break
    if (line.text.includes(TAB)) end = at + 1
  }
  return end
}

function aligned(rows: readonly TextLine[]): readonly TextLine[] {
  const cells = rows.map(cellsOf)
  if (cells.filter(({ length }) => length > 1).length < FEWEST_ROWS) return rows
  const columns = columnsOf(cells.flat())
  return rows.map((row, at) => inColumns(row, cells[at] ?? [], columns))
}

function cellsOf({ text, edges }: TextLine): readonly Cell[] {
  let start = 0
  return text.split(TAB).map((own) => {
    const range = edges.slice(2 * start, 2 * (start + own.length))
    start += own.length + TAB.length
    return { text: own, edges: range, left: range[0] ?? 0, right: range.at(-1) ?? 0 }
  })
}

/** What stands above each other is one column; narrow cells come first, for a wide one may span several. */
function columnsOf(cells: readonly Cell[]): readonly Extent[] {
  let columns: Extent[] = []
  for (const cell of [...cells].sort((a, b) => a.right - a.left - (b.right - b.left))) {
    const own = columns.filter((column) => overlap(cell, column) > 0)
    if (own.length > 1) continue
    const [column = cell] = own
    const grown = { left: Math.min(cell.left, column.left), right: Math.max(cell.right, column.right) }
    columns = [...columns.filter((other) => other !== column), grown]
  }
  return columns.sort((a, b) => a.left - b.left)
}

function inColumns(row: TextLine, cells: readonly Cell[], columns: readonly Extent[]): TextLine {
  const places = cells.map((cell) => columnOf(cell, columns))
  const isOrdered = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
  const isProse =
    cells.length === 1 &&
    cells.some((cell) => columns.filter((column) => overlap(cell, column) > 0).length > 1)
  if (!isOrdered || isProse) return row
  let text = ''
  const edges: number[] = []
  for (const [column, { left }] of columns.entries()) {
    const cell = cells[places.indexOf(column)]
    if (column > 0) {
      text += TAB
      edges.push(edges.at(-1) ?? left, cell?.left ?? left)
    }
    text += cell?.text ?? ''
    edges.push(...(cell?.edges ?? []))
  }
  return { ...row, text, edges }
}

/** The column a cell shares most with; a cell over several stands in the first of them. */
function columnOf(cell: Cell, columns: readonly Extent[]): number {
  const shared = columns.map((column) => overlap(cell, column))
  return shared.indexOf(Math.max(...shared))
}

/** Negative for the distance between two that do not meet. */
function overlap(a: Extent, b: Extent): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}
