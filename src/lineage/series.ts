import type { TargetRow } from '../corpus/index.ts'
import { bareIndicator, indicatorLikeness } from './indicator.ts'
import type { PlanOfItems } from './lineage.ts'

/** One indicator over the years. Two indicators with the same number are two series. */
export interface TargetSeries {
  /** In the words of the latest plan that gives it. */
  readonly indicator: string
  /** One row a plan at most, oldest plan first. */
  readonly rows: readonly TargetRow[]
}

/** Indicators that at least two plans of a body give a figure for. */
export function seriesOf(plans: readonly PlanOfItems[]): readonly TargetSeries[] {
  const open: TargetRow[][] = []
  for (const { rows } of plans) {
    const figures = rows.filter(({ kind, value }) => kind === 'figure' && value !== null)
    const candidates = open
      .flatMap((series) => figures.map((row) => ({ series, row, likeness: likenessTo(series, row) })))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness)
    const taken = new Set<unknown>()
    for (const { series, row } of candidates) {
      if (taken.has(series) || taken.has(row)) continue
      taken.add(series).add(row)
      series.push(row)
    }
    for (const row of figures) if (!taken.has(row)) open.push([row])
  }
  return open.filter((rows) => rows.length > 1).map((rows) => ({ indicator: nameOf(rows), rows }))
}

/** The newest row that says it exactly, or the newest at all. */
function likenessTo(series: readonly TargetRow[], row: TargetRow): number {
  return Math.max(
    ...series.map((known, at) => indicatorLikeness(known, row) * (1 - 0.01 * (series.length - 1 - at))),
  )
}

function nameOf(rows: readonly TargetRow[]): string {
  const last = rows.at(-1)
  const fullest = rows.reduce<TargetRow | undefined>(
    (most, row) =>
      most === undefined || bareIndicator(row).length > bareIndicator(most).length ? row : most,
    last,
  )
  return (fullest ?? last)?.indicator ?? ''
}
