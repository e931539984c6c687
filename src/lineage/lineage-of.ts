import type { Corpus, IndexedDocument, TargetRow } from '../corpus/index.ts'
import type { Segmenter } from '../text/index.ts'
import { alignItems } from './align.ts'
import { type LineageRequest, plansOf } from './body.ts'
import type { PlanOfItems } from './lineage.ts'
import { type LineageRow, type LineageStep, rowsOf } from './rows.ts'
import { seriesOf, type TargetSeries } from './series.ts'

/** What became of the tasks and figures of one body over its plans. */
export interface Lineage {
  /** Oldest first. */
  readonly plans: readonly PlanOfItems[]
  /** From each annual plan to the next one of the body. */
  readonly yearly: readonly LineageStep[]
  /** From each multi-year plan to the annual plans of its years. */
  readonly across: readonly LineageStep[]
  readonly rows: readonly LineageRow[]
  readonly series: readonly TargetSeries[]
  /** Plain Chinese sentences: what was left out. */
  readonly notes: readonly string[]
}

/** A multi-year plan of which less than this share goes with an annual plan is about something else. */
const CONCERNED = 0.15

/** @param ledgerOf the rows of one plan */
export function lineageOf(
  corpus: Corpus,
  ledgerOf: (indexed: IndexedDocument) => readonly TargetRow[],
  segmenter: Segmenter,
  request: LineageRequest,
): Lineage {
  const body = plansOf(corpus, ledgerOf, request)
  const annual = body.plans.filter(({ isAnnual }) => isAnnual)
  const step = (earlier: PlanOfItems, later: PlanOfItems): LineageStep => ({
    earlier,
    later,
    links: alignItems(earlier, later, segmenter),
  })
  const yearly = annual.slice(1).map((later, at) => step(annual[at] ?? later, later))
  const spanning = body.plans.filter(({ isAnnual }) => !isAnnual)
  const across = spanning.flatMap((plan) =>
    annual
      .filter(({ years }) => plan.years[0] <= years[0] && years[0] <= plan.years[1])
      .map((later) => step(plan, later)),
  )
  const foreign = spanning.filter((plan) => annual.length > 0 && !isConcerned(plan, across))
  const plans = body.plans.filter((plan) => !foreign.includes(plan))
  const near = across.filter(({ earlier }) => !foreign.includes(earlier))
  return {
    plans,
    yearly,
    across: near,
    rows: rowsOf(plans, yearly, near),
    series: seriesOf(plans),
    notes: [...body.notes, ...foreign.map(foreignNote)],
  }
}

/** A plan for other years than the annual ones is kept: nothing says that it is about something else. */
function isConcerned(plan: PlanOfItems, across: readonly LineageStep[]): boolean {
  const steps = across.filter(({ earlier }) => earlier === plan)
  const shares = steps.map(({ links }) => {
    const carried = links.filter(({ later }) => later.length > 0).flatMap(({ earlier }) => earlier)
    return carried.length / plan.items.length
  })
  return steps.length === 0 || Math.max(...shares) >= CONCERNED
}

function foreignNote({ indexed: { document } }: PlanOfItems): string {
  return `《${document.metadata.title?.value ?? document.file}》与年度计划少有相同任务，未并入。`
}
