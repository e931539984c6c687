import type { Link, PlanItem, PlanOfItems } from './lineage.ts'

/** What became of the tasks of one plan in another. */
export interface LineageStep {
  readonly earlier: PlanOfItems
  readonly later: PlanOfItems
  readonly links: readonly Link[]
}

/** Tasks of several years that go on with each other, and the links between them. */
export interface LineageRow {
  /** Each item in at most one row, but for those of multi-year plans. */
  readonly items: readonly PlanItem[]
  /** Oldest first. */
  readonly links: readonly Link[]
}

/**
 * One row for each task that goes through the annual plans, in the order of the newest one; a multi-year plan's item
 * stands in every row whose annual items it goes with.
 */
export function rowsOf(
  plans: readonly PlanOfItems[],
  yearly: readonly LineageStep[],
  across: readonly LineageStep[],
): readonly LineageRow[] {
  const rootOf = joined(yearly.flatMap(({ links }) => links))
  const annual = plans.filter(({ isAnnual }) => isAnnual).toReversed()
  const items = annual.flatMap((plan) => plan.items)
  const groups = Map.groupBy(items, (item) => rootOf(item.id))
  const spanning = across
    .flatMap(({ links }) => links)
    .filter(({ earlier, later }) => earlier.length * later.length > 0)
  const rows = [...groups.values()].map((members) => {
    const isMember = (item: PlanItem) => members.includes(item)
    const own = yearly
      .flatMap(({ links }) => links)
      .filter(({ earlier, later }) => [...earlier, ...later].some(isMember))
    const beside = spanning.filter(({ earlier, later }) => [...earlier, ...later].some(isMember))
    const others = beside
      .flatMap(({ earlier, later }) => [...earlier, ...later])
      .filter((item) => !items.includes(item))
    return { items: [...members, ...new Set(others)], links: [...own, ...beside] }
  })
  const held = new Set(rows.flatMap((row) => row.items))
  const alone = plans.filter(({ isAnnual }) => !isAnnual).flatMap((plan) => plan.items)
  return [...rows, ...alone.filter((item) => !held.has(item)).map((item) => ({ items: [item], links: [] }))]
}

/** Union of what the links hold together; gives each item the id that stands for its row. */
function joined(links: readonly Link[]): (id: string) => string {
  const above = new Map<string, string>()
  const root = (id: string): string => {
    const next = above.get(id)
    return next === undefined ? id : root(next)
  }
  for (const { earlier, later } of links) {
    const [first, ...rest] = [...earlier, ...later].map(({ id }) => root(id))
    for (const id of rest) if (first !== undefined && root(id) !== first) above.set(root(id), first)
  }
  return root
}
