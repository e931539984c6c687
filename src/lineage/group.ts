import type { Likeness } from './likeness.ts'

/** Positions of earlier and of later items that belong together. */
export interface Group {
  readonly earlier: readonly number[]
  readonly later: readonly number[]
  readonly likeness: number
}

/** Two items go together from here on, the likest first and each once. */
const PAIR = 0.3
/** An item left over goes with the one that says this share of it again. */
const SAID_AGAIN = 0.36

type Table = readonly (readonly Likeness[])[]

interface Pair {
  readonly row: number
  readonly column: number
  readonly value: number
}

/** Every item of both sides in exactly one group. */
export function groupsOf(table: Table): readonly Group[] {
  const width = table[0]?.length ?? 0
  const pairs = pairsOf(table)
  const rows = new Map(pairs.map((pair) => [pair.row, pair]))
  const columns = new Map(pairs.map((pair) => [pair.column, pair]))
  const joined = [...attachedRows(table, rows, columns), ...attachedColumns(table, rows, columns)]
  const groups = pairs.map(({ row, column, value }) => {
    const more = joined.filter((each) => each.pair.row === row)
    return {
      earlier: [row, ...more.filter(({ side }) => side === 'row').map(({ at }) => at)].sort((a, b) => a - b),
      later: [column, ...more.filter(({ side }) => side === 'column').map(({ at }) => at)].sort((a, b) => a - b),
      likeness: value,
    }
  })
  return [...groups, ...alone(groups, table.length, width)].sort((a, b) => place(a, width) - place(b, width))
}

/** In the order of the later plan; what it dropped stands behind. */
function place({ earlier, later }: Group, width: number): number {
  return later[0] ?? width + (earlier[0] ?? 0)
}

function alone(groups: readonly Group[], height: number, width: number): readonly Group[] {
  const rows = new Set(groups.flatMap(({ earlier }) => earlier))
  const columns = new Set(groups.flatMap(({ later }) => later))
  const dropped = Array.from({ length: height }, (_, at) => at).filter((at) => !rows.has(at))
  const added = Array.from({ length: width }, (_, at) => at).filter((at) => !columns.has(at))
  return [
    ...dropped.map((at) => ({ earlier: [at], later: [], likeness: 0 })),
    ...added.map((at) => ({ earlier: [], later: [at], likeness: 0 })),
  ]
}

function pairsOf(table: Table): readonly Pair[] {
  const all = table.flatMap((cells, row) => cells.map(({ value }, column) => ({ row, column, value })))
  const rows = new Set<number>()
  const columns = new Set<number>()
  return all
    .filter(({ value }) => value >= PAIR)
    .sort((a, b) => b.value - a.value || a.row - b.row || a.column - b.column)
    .filter(({ row, column }) => {
      if (rows.has(row) || columns.has(column)) return false
      rows.add(row)
      columns.add(column)
      return true
    })
}

interface Joined {
  readonly side: 'row' | 'column'
  readonly at: number
  readonly pair: Pair
}

type ByPosition = ReadonlyMap<number, Pair>

/** Earlier tasks that a later one of another pair says again: merged. */
function attachedRows(table: Table, rows: ByPosition, columns: ByPosition): readonly Joined[] {
  return table.flatMap((cells, at) => {
    if (rows.has(at)) return []
    const pair = columns.get(likest(cells.map(({ carried }) => carried)))
    return pair === undefined ? [] : [{ side: 'row', at, pair }]
  })
}

/** Later tasks that say part of an earlier one again that has another successor: split. */
function attachedColumns(table: Table, rows: ByPosition, columns: ByPosition): readonly Joined[] {
  const width = table[0]?.length ?? 0
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    if (columns.has(at)) return []
    const pair = rows.get(likest(table.map((cells) => cells[at]?.stemming ?? 0)))
    return pair === undefined ? [] : [{ side: 'column', at, pair }]
  })
}

/** Where the largest share stands, or -1 where none is large enough. */
function likest(shares: readonly number[]): number {
  const most = Math.max(...shares)
  return most >= SAID_AGAIN ? shares.indexOf(most) : -1
}
