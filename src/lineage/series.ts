import type { TargetRow } from '../corpus/index.ts'
import { bareIndicator, indicatorLikeness, isAmount, isOverYears } from './indicator.ts'
import type { PlanOfItems } from './lineage.ts'

/** One indicator over the years. Two indicators with the same number are two series. */
export interface TargetSeries {
  /** In the fullest words that a plan gives it. */
  readonly indicator: string
  /** One row a plan at most, by the year it is due in. */
  readonly rows: readonly TargetRow[]
}

/** A name shorter than this is what is left of one that stood elsewhere. */
const SHORTEST_NAME = 3

/** Indicators that at least two plans of a body give a figure for. */
export function seriesOf(plans: readonly PlanOfItems[]): readonly TargetSeries[] {
  const open: TargetRow[][] = []
  const annual = plans.filter(({ isAnnual }) => isAnnual)
  const spanning = plans.filter(({ isAnnual }) => !isAnnual)
  for (const plan of [...annual, ...spanning]) addPlan(open, plan)
  return open
    .filter((rows) => rows.length > 1)
    .map((rows) => ({
      indicator: fullestName(rows),
      rows: rows.toSorted((a, b) => (a.deadlineYear ?? 0) - (b.deadlineYear ?? 0)),
    }))
}

/** The surest first, and each row to one series. */
function addPlan(open: TargetRow[][], plan: PlanOfItems): void {
  const figures = plan.rows.filter((row) => isComparable(row, plan))
  const candidates = open
    .flatMap((series) => {
      const isOfAmounts = series.every(isAmount)
      const fitting = figures.filter((row) => plan.isAnnual || row.isYearly || !isOfAmounts)
      return fitting.map((row) => ({ series, row, likeness: likenessTo(series, row) }))
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  const taken = new Set<readonly TargetRow[] | TargetRow>()
  for (const { series, row } of candidates) {
    if (taken.has(series) || taken.has(row)) continue
    taken.add(series).add(row)
    series.push(row)
  }
  for (const row of figures) if (!taken.has(row)) open.push([row])
}

/** An amount for several years says nothing beside those of single years. */
function isComparable(row: TargetRow, { isAnnual }: PlanOfItems): boolean {
  if (row.kind !== 'figure' || row.value === null || bareIndicator(row).length < SHORTEST_NAME) return false
  if (isOverYears(row)) return false
  return isAnnual || row.isYearly || !isAmount(row)
}

/** The newest row counts most. */
function likenessTo(series: readonly TargetRow[], row: TargetRow): number {
  const likenesses = series.toReversed().map((known, age) => indicatorLikeness(known, row) * (1 - 0.01 * age))
  return Math.max(...likenesses)
}

function fullestName(rows: readonly TargetRow[]): string {
  const [first, ...rest] = rows.toReversed()
  const fullest = rest.reduce(
    (most, row) =>
      most === undefined || bareIndicator(row).length > bareIndicator(most).length ? row : most,
    first,
  )
  return fullest?.indicator ?? ''
}
