import { compareTargets, isAmount, matchTargets } from './indicator.ts'
import type { LineageChange, LineageStatus, Link } from './lineage.ts'
import { modalityChanges, type ReadItem } from './modality.ts'
import type { ItemSide, WeighedItem } from './weighing.ts'

interface Sides {
  readonly earlier: readonly WeighedItem[]
  readonly later: readonly WeighedItem[]
}

type Verdict = Pick<Link, 'status' | 'reason' | 'changes'>

/** What became of a task, from what both sides say of the same things. */
export function judge(sides: Sides, before: ItemSide, after: ItemSide): Verdict {
  if (sides.earlier.length === 0) return { status: 'new', reason: '上一份计划未见相应任务。', changes: [] }
  if (sides.later.length === 0) return { status: 'dropped', reason: '后一份计划未见相应任务。', changes: [] }
  const isSameSpan = yearsOf(before) === yearsOf(after)
  const changes = [
    ...targetChanges(sides, isSameSpan),
    ...(isSameSpan ? modalityChanges(read(sides.earlier, before), read(sides.later, after)) : []),
  ]
  const count = isSameSpan ? countStatus(sides) : null
  if (count !== null) return { status: count, reason: countReason(count, sides), changes }
  const notes = changes.map(({ note }) => note).join('；')
  const [isUp, isDown] = (['up', 'down'] as const).map((direction) =>
    changes.some((change) => change.direction === direction),
  )
  if (isUp && !isDown) return { status: 'strengthened', reason: `${notes}。`, changes }
  if (isDown && !isUp) return { status: 'weakened', reason: `${notes}。`, changes }
  const same = isSameSpan ? SAME : OTHER_SPAN
  const reason = isUp ? `有升有降：${notes}。` : same
  return { status: 'continued', reason, changes }
}

const SAME = '任务延续，可比的指标和要求没有变化。'
const OTHER_SPAN = '同一任务；两份计划时限不同，时限不同的指标不作比较。'

/** For how many years a plan is; a plan that does not say is taken for one of a year. */
function yearsOf({ indexed }: ItemSide): number {
  const [from, to] = indexed.document.metadata.years?.value ?? [0, 0]
  return to - from + 1
}

function countStatus({ earlier, later }: Sides): 'merged' | 'split' | null {
  if (areSeveral(earlier)) return 'merged'
  return areSeveral(later) ? 'split' : null
}

/** Sentences of one paragraph that go the same way are one task. */
function areSeveral(items: readonly WeighedItem[]): boolean {
  const [first] = items
  const isOneParagraph = items.every(
    ({ item }) =>
      item.number === '' && item.headingRange === null && item.sectionId === first?.item.sectionId,
  )
  return items.length > 1 && !isOneParagraph
}

function countReason(status: LineageStatus, { earlier, later }: Sides): string {
  return status === 'merged'
    ? `${earlier.length}项任务并为${later.length}项。`
    : `一项任务拆为${later.length}项。`
}

function targetChanges({ earlier, later }: Sides, isSameSpan: boolean): readonly LineageChange[] {
  const rows = (items: readonly WeighedItem[]) => items.flatMap(({ item }) => item.targets)
  return matchTargets(rows(earlier), rows(later)).flatMap(([row, match]) => {
    const comparison = compareTargets(row, match, isSameSpan)
    if (comparison === null || comparison === 'equal') return []
    const [from, to] = [row, match].map(({ figure, unit }) => `${figure}${unit}`)
    return [
      {
        kind: isAmount(row) && isAmount(match) ? ('amount' as const) : ('target' as const),
        direction: comparison === 'better' ? ('up' as const) : ('down' as const),
        earlier: row.quote,
        later: match.quote,
        note: `${match.indicator}由${from}变为${to}（要求${comparison === 'better' ? '提高' : '降低'}）`,
      },
    ]
  })
}

function read(items: readonly WeighedItem[], { indexed }: ItemSide): readonly ReadItem[] {
  return items.map(({ item }) => ({ indexed, item }))
}
