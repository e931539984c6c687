/** One row of a table: the lines of each cell, and where the cells begin and end. */
export interface DocRow {
  readonly cells: readonly (readonly string[])[]
  readonly edges: readonly number[]
}

/** Edges of one column waver from row to row by less than a millimetre. */
const SAME_EDGE = 57

/**
 * Rows as lines with their cells parted by tabs. A cell that reaches over several columns leaves the further
 * places empty; a table of one column only frames its paragraphs.
 */
export function rowLines(rows: readonly DocRow[]): readonly string[] {
  if (rows.every(({ cells }) => cells.length <= 1)) return rows.flatMap(({ cells }) => cells.flat())
  const columns = columnsOf(rows)
  return rows.map(({ cells, edges }) => {
    const places = edges.map((edge) => columns.findIndex((column) => edge - column <= SAME_EDGE))
    const fits = places.length === cells.length + 1
    const before = fits ? (places[0] ?? 0) : 0
    return [
      ...Array<string>(before).fill(''),
      ...cells.flatMap((lines, at) => {
        const span = fits ? (places[at + 1] ?? 0) - (places[at] ?? 0) : 1
        return [cellText(lines), ...Array<string>(Math.max(span - 1, 0)).fill('')]
      }),
    ].join('\t')
  })
}

function cellText(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** The left edges of all columns that any row has, ascending, and the right edge of the last. */
function columnsOf(rows: readonly DocRow[]): readonly number[] {
  const columns: number[] = []
  for (const edge of rows.flatMap(({ edges }) => edges).sort((a, b) => a - b)) {
    const last = columns.at(-1)
    if (last === undefined || edge - last > SAME_EDGE) columns.push(edge)
  }
  return columns
}
