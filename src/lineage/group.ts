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
/** … or less again, where both give this share of their figures for the same indicators. */
const JOINS_BY_FIGURES = 0.2
const SAME_FIGURES = 0.3
/** An item left over is taken in by a bundle of tasks that has one phrase as like as this. */
const TAKEN_IN = 0.3

type Table = readonly (readonly Likeness[])[]

interface OpenGroup {
  readonly earlier: number[]
  readonly later: number[]
  likeness: number
}

/** Every item of both sides in exactly one group, in the order of the later plan; what it dropped stands behind. */
export function groupsOf(table: Table): readonly Group[] {
  const width = table[0]?.length ?? 0
  const groups = pairsOf(table)
  attachRows(table, groups)
  attachColumns(table, width, groups)
  const all = [...groups, ...alone(groups, table.length, width)]
  for (const { earlier, later } of all) for (const side of [earlier, later]) side.sort((a, b) => a - b)
  return all.sort((a, b) => place(a, width) - place(b, width))
}

function place({ earlier, later }: Group, width: number): number {
  return later[0] ?? width + (earlier[0] ?? 0)
}

function alone(groups: readonly OpenGroup[], height: number, width: number): readonly OpenGroup[] {
  const free = (length: number, side: 'earlier' | 'later') => {
    const taken = new Set(groups.flatMap((group) => group[side]))
    return Array.from({ length }, (_, at) => at).filter((at) => !taken.has(at))
  }
  return [
    ...free(height, 'earlier').map((at) => ({ earlier: [at], later: [], likeness: 0 })),
    ...free(width, 'later').map((at) => ({ earlier: [], later: [at], likeness: 0 })),
  ]
}

/** Each item once, so that all pairs together are as alike as can be. */
function pairsOf(table: Table): OpenGroup[] {
  const worths = table.map((cells) => cells.map(({ value }) => Math.max(0, value - LONELY_PAIR)))
  return bestAssignment(worths).flatMap((column, row) => {
    const value = table[row]?.[column]?.value ?? 0
    const isPair = value >= PAIR || (value >= LONELY_PAIR && isLonely(table, row, column))
    return isPair ? [{ earlier: [row], later: [column], likeness: value }] : []
  })
}

function isLonely(table: Table, row: number, column: number): boolean {
  const least = RIVAL * (table[row]?.[column]?.value ?? 0)
  const beside = (table[row] ?? []).filter((_, at) => at !== column)
  const above = table.flatMap((cells, at) => (at === row ? [] : (cells[column] ?? [])))
  return [...beside, ...above].every(({ value }) => value <= least)
}

/** Earlier tasks that a later one of a pair, or a bundle of tasks, takes in: merged. */
function attachRows(table: Table, groups: OpenGroup[]): void {
  const byColumn = new Map(groups.map((group) => [group.later[0] ?? -1, group]))
  const taken = new Set(groups.flatMap(({ earlier }) => earlier))
  for (const [row, cells] of table.entries()) {
    if (taken.has(row)) continue
    const joins = byColumn.get(likest(cells))
    const bundle = takerOf(cells.map(({ into }) => into))
    const group = joins ?? byColumn.get(bundle)
    if (group !== undefined) group.earlier.push(row)
    else if (bundle !== -1) {
      const opened = { earlier: [row], later: [bundle], likeness: cells[bundle]?.value ?? 0 }
      groups.push(opened)
      byColumn.set(bundle, opened)
    }
  }
}

/** Later tasks that come from an earlier one of a pair, or from a bundle of tasks: split. */
function attachColumns(table: Table, width: number, groups: OpenGroup[]): void {
  const byRow = new Map(
    groups.filter(({ earlier }) => earlier.length === 1).map((group) => [group.earlier[0] ?? -1, group]),
  )
  const taken = new Set(groups.flatMap(({ later }) => later))
  const elsewhere = new Set(
    groups.filter(({ earlier }) => earlier.length > 1).flatMap(({ earlier }) => earlier),
  )
  for (let column = 0; column < width; column++) {
    if (taken.has(column)) continue
    const cells = table.flatMap((row) => row[column] ?? [])
    const joins = byRow.get(likest(cells))
    const bundle = takerOf(cells.map(({ outOf }) => outOf))
    const group = joins ?? byRow.get(bundle)
    if (group !== undefined) group.later.push(column)
    else if (bundle !== -1 && !elsewhere.has(bundle)) {
      const opened = { earlier: [bundle], later: [column], likeness: cells[bundle]?.value ?? 0 }
      groups.push(opened)
      byRow.set(bundle, opened)
    }
  }
}

/** Where the likest stands, or -1 where none is like enough. */
function likest(cells: readonly Likeness[]): number {
  const best = highest(cells.map(({ value }) => value))
  const { value = 0, carried = 0, stemming = 0, indicator = 0 } = cells[best] ?? {}
  const isSaidAgain = value >= JOINS_BY_WORDS && Math.max(carried, stemming) >= SAID_AGAIN
  const givesFigures = value >= JOINS_BY_FIGURES && indicator >= SAME_FIGURES
  return value >= JOINS || isSaidAgain || givesFigures ? best : -1
}

function takerOf(shares: readonly number[]): number {
  const best = highest(shares)
  return (shares[best] ?? 0) >= TAKEN_IN ? best : -1
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number, at) => (number > (numbers[most] ?? 0) ? at : most), 0)
}
