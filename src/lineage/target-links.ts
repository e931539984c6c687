import type { IndexedDocument, TargetRow } from '../corpus/index.ts'
import { noWords, termsOf } from '../text/index.ts'
import { bareIndicator, compareTargets, indicatorLikeness } from './indicator.ts'
import type { LineageStatus } from './lineage.ts'

/** What became of one figure or milestone; each row of either plan stands in exactly one link. */
export interface TargetLink {
  readonly earlier: TargetRow | null
  readonly later: TargetRow | null
  readonly status: Exclude<LineageStatus, 'merged' | 'split'>
  /** Plain Chinese, one sentence. */
  readonly reason: string
}

export interface TargetSide {
  readonly indexed: IndexedDocument
  readonly rows: readonly TargetRow[]
}

/** Two milestones are of one project when their words are as alike as this. */
const ONE_PROJECT = 0.5

/** What became of every row of an earlier plan's ledger in a later one, wherever it stands there. */
export function alignTargets(earlier: TargetSide, later: TargetSide): readonly TargetLink[] {
  const pairs = pairsOf(earlier, later)
  const isSameSpan = yearsOf(earlier) === yearsOf(later)
  const earlierOf = new Map(pairs.map(([one, other]) => [other, one]))
  const carried = new Set(earlierOf.values())
  const forward = later.rows.map((row) => {
    const before = earlierOf.get(row)
    return before === undefined
      ? { earlier: null, later: row, status: 'new' as const, reason: '上一份计划未见。' }
      : { earlier: before, later: row, ...judged(before, row, isSameSpan) }
  })
  const dropped = earlier.rows.filter((row) => !carried.has(row))
  return [...forward, ...dropped.map((row) => ({ earlier: row, later: null, ...gone(row) }))]
}

function yearsOf({ indexed }: TargetSide): number {
  const [from, to] = indexed.document.metadata.years?.value ?? [0, 0]
  return to - from
}

function pairsOf(earlier: TargetSide, later: TargetSide): readonly (readonly [TargetRow, TargetRow])[] {
  const [before, after] = [earlier, later].map(({ rows }) =>
    rows.map((row) => ({ row, terms: termsIn(row) })),
  )
  const all = (before ?? []).flatMap((one) =>
    (after ?? []).map((other) => ({ one, other, likeness: likeness(one, other) })),
  )
  const taken = new Set<TargetRow>()
  return all
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ one: { row: one }, other: { row: other } }) => {
      if (taken.has(one) || taken.has(other)) return []
      taken.add(one).add(other)
      return [[one, other] as const]
    })
}

interface Worded {
  readonly row: TargetRow
  readonly terms: ReadonlySet<string>
}

function termsIn(row: TargetRow): ReadonlySet<string> {
  return new Set(termsOf(bareIndicator(row), noWords).bigram)
}

function likeness(one: Worded, other: Worded): number {
  if (one.row.kind === 'figure' && other.row.kind === 'figure') return indicatorLikeness(one.row, other.row)
  if (one.row.kind === 'figure' || other.row.kind === 'figure') return 0
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length
  const likeness = (2 * shared) / (one.terms.size + other.terms.size)
  return likeness >= ONE_PROJECT ? likeness : 0
}

function judged(earlier: TargetRow, later: TargetRow, isSameSpan: boolean) {
  const comparison = compareTargets(earlier, later, isSameSpan)
  const [from, to] = [earlier, later].map(({ figure, unit }) => `${figure}${unit}`)
  if (comparison === 'better')
    return { status: 'strengthened' as const, reason: `${from} → ${to}，要求提高。` }
  if (comparison === 'worse') return { status: 'weakened' as const, reason: `${from} → ${to}，要求降低。` }
  const isMilestone = later.kind !== 'figure'
  return {
    status: 'continued' as const,
    reason: isMilestone ? '同一事项，进入下一节点或再次列入。' : `${from} → ${to}，同一水平或不可比。`,
  }
}

function gone(row: TargetRow) {
  const reason = row.isYearly
    ? '原计划写明每年开展，后一份计划未再列出。'
    : row.kind === 'figure'
      ? '后一份计划未再列出。'
      : '上一份计划列出的事项，后一份未再列出；是否完成待核实。'
  return { status: 'dropped' as const, reason }
}
