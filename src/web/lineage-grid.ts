import type { LineageItemJson, LineageJson, LineageLinkJson, LineageStatusJson } from '../api/lineage-json.ts'

export type LineagePlan = LineageJson['plans'][number]

/** What one plan says of a task, and what became of it since the plan before. */
export interface LineageCell {
  readonly plan: LineagePlan
  readonly items: readonly LineageItemJson[]
  /** From the plan before; none in the first one, in a multi-year plan and where nothing was there before either. */
  readonly links: readonly LineageLinkJson[]
}

export interface LineageGridRow {
  readonly key: string
  readonly cells: readonly LineageCell[]
  readonly statuses: ReadonlySet<LineageStatusJson>
  readonly items: readonly LineageItemJson[]
}

/** Annual plans from the oldest on, then those for several years. */
export function columnsOf({ plans }: LineageJson): readonly LineagePlan[] {
  return [
    ...plans.filter(({ kind }) => kind === 'annual_plan'),
    ...plans.filter(({ kind }) => kind !== 'annual_plan'),
  ]
}

export function gridOf(lineage: LineageJson): readonly LineageGridRow[] {
  const columns = columnsOf(lineage)
  const annual = new Set(
    columns.filter(({ kind }) => kind === 'annual_plan').map(({ document_id }) => document_id),
  )
  return lineage.rows.map(({ items, links }) => {
    const yearly = links.filter(({ earlier_document_id }) => annual.has(earlier_document_id))
    const cells = columns.map((plan) => ({
      plan,
      items: items.filter(({ document_id }) => document_id === plan.document_id),
      links: yearly.filter(({ later_document_id }) => later_document_id === plan.document_id),
    }))
    return {
      key: items.map(({ id }) => id).join(' '),
      cells,
      statuses: new Set(yearly.map(({ status }) => status)),
      items,
    }
  })
}

/** A status a row has anywhere, or `uncompared`: no two annual plans say anything of it. */
export type RowStatus = LineageStatusJson | 'uncompared'

/** Every row has one at least. */
export function rowStatusesOf({ statuses }: LineageGridRow): ReadonlySet<RowStatus> {
  return statuses.size === 0 ? new Set(['uncompared']) : statuses
}

/** How many rows have each status anywhere; a row that has several counts for each. */
export function countStatuses(rows: readonly LineageGridRow[]): ReadonlyMap<RowStatus, number> {
  const counts = new Map<RowStatus, number>()
  for (const row of rows)
    for (const status of rowStatusesOf(row)) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}
