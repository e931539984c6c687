import type { ReplyCitation } from './reply.ts'

/** A cell of a table in a text: which line, which place in it. */
interface Cell {
  readonly line: number
  readonly column: number
}

const BAR = /[|｜\t]/u

/**
 * Whether pieces read one row of a table: the head of the row first, then for each value the head of its own column,
 * which stands above the row.
 */
export function readsTable(pieces: readonly ReplyCitation[], letters: readonly string[]): boolean {
  const cells = pieces.map((piece) => cellOf(piece, letters))
  const [head, ...rest] = cells
  if (head === undefined || rest.length === 0) return false
  let waiting: Cell | undefined
  for (const cell of rest) {
    if (cell === undefined || cell.line > head.line) return false
    if (cell.line < head.line) {
      if (waiting !== undefined) return false
      waiting = cell
    } else {
      if (waiting?.column !== cell.column) return false
      waiting = undefined
    }
  }
  return waiting === undefined
}

/** What stands at the head of the column a piece is a cell of; empty outside of tables. */
export function columnHead(piece: ReplyCitation, letters: readonly string[]): string {
  const cell = cellOf(piece, letters)
  if (cell === undefined) return ''
  const lines = letters.slice(0, piece.start_char_index).join('').split('\n').slice(0, -1)
  const first = lines.findLastIndex((line) => !BAR.test(line)) + 1
  return lines[first]?.split(BAR)[cell.column - 1] ?? ''
}

/** The cell that a piece is the whole of. */
function cellOf(piece: ReplyCitation, letters: readonly string[]): Cell | undefined {
  const { start_char_index: start, end_char_index: end } = piece
  const before = letters.slice(0, start).join('').split('\n')
  const row = before.at(-1) ?? ''
  const behind = /^[^\n]*/u.exec(letters.slice(end, end + 400).join(''))?.[0] ?? ''
  const isWhole = /(?:^|[|｜\t])\s*$/u.test(row) && /^\s*(?:$|[|｜\t])/u.test(behind)
  if (!isWhole || !BAR.test(row + behind)) return undefined
  return { line: before.length, column: row.split(BAR).length }
}
