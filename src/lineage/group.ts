import { bestAssignment } from './assignment.ts'
import type { Likeness } from './likeness.ts'

/** Positions of earlier and of later items that belong together. */
export interface Group {
  readonly earlier: readonly number[]
  readonly later: readonly number[]
  readonly likeness: number
}

/** Two items go together from here on … */
const PAIR = 0.32
/** … and from here on where neither has a rival that is nearly as like. */
const LONELY_PAIR = 0.22
const RIVAL = 0.66
/** An item left over goes with a pair that it is as like as this … */
const JOINS = 0.4
/** … or a little less, where the pair says so much of it again. */
const JOINS_BY_WORDS = 0.3
const SAID_AGAIN = 0.3

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
      later: [column, ...more.filter(({ side }) => side === 'column').map(({ at }) => at)].sort(
        (a, b) => a - b,
      ),
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

/** Each item once, so that all pairs together are as alike as can be. */
function pairsOf(table: Table): readonly Pair[] {
  const worths = table.map((cells) => cells.map(({ value }) => Math.max(0, value - LONELY_PAIR)))
  return bestAssignment(worths).flatMap((column, row) => {
    const value = table[row]?.[column]?.value ?? 0
    const isPair = value >= PAIR || (value >= LONELY_PAIR && isLonely(table, row, column))
    return isPair ? [{ row, column, value }] : []
  })
}

function isLonely(table: Table, row: number, column: number): boolean {
  const least = RIVAL * (table[row]?.[column]?.value ?? 0)
  const beside = (table[row] ?? []).filter((_, at) => at !== column)
  const above = table.flatMap((cells, at) => (at === row ? [] : (cells[column] ?? [])))
  return [...beside, ...above].every(({ value }) => value <= least)
}

interface Joined {
  readonly side: 'row' | 'column'
  readonly at: number
  readonly pair: Pair
}

type ByPosition = ReadonlyMap<number, Pair>

/** Earlier tasks that a later one of a pair takes in: merged. */
function attachedRows(table: Table, rows: ByPosition, columns: ByPosition): readonly Joined[] {
  return table.flatMap((cells, at) => {
    if (rows.has(at)) return []
    const pair = columns.get(likest(cells))
    return pair === undefined ? [] : [{ side: 'row', at, pair }]
  })
}

/** Later tasks that come from an earlier one of a pair: split. */
function attachedColumns(table: Table, rows: ByPosition, columns: ByPosition): readonly Joined[] {
  const width = table[0]?.length ?? 0
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    if (columns.has(at)) return []
    const pair = rows.get(likest(table.flatMap((cells) => cells[at] ?? [])))
    return pair === undefined ? [] : [{ side: 'column', at, pair }]
  })
}

/** Where the likest stands, or -1 where none is like enough. */
function likest(cells: readonly Likeness[]): number {
  const best = cells.reduce((most, { value }, at) => (value > (cells[most]?.value ?? 0) ? at : most), 0)
  const { value = 0, carried = 0, stemming = 0 } = cells[best] ?? {}
  const isSaidAgain = value >= JOINS_BY_WORDS && Math.max(carried, stemming) >= SAID_AGAIN
  return value >= JOINS || isSaidAgain ? best : -1
}
