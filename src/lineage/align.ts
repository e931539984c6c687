import type { Segmenter } from '../text/index.ts'
import { type Group, groupsOf } from './group.ts'
import { type Likeness, likenessOf } from './likeness.ts'
import type { Link } from './lineage.ts'
import { judge } from './status.ts'
import { type ItemSide, type WeighedItem, weighItems } from './weighing.ts'

/** Of a task that stands alone the nearest one is named when it is as like as this. */
const WORTH_A_LOOK = 0.15

/**
 * What became of each task of an earlier plan in a later one; both ways, one to many, in reading order of the later
 * plan with the dropped ones behind. The same plans give the same links.
 */
export function alignItems(earlier: ItemSide, later: ItemSide, segmenter: Segmenter): readonly Link[] {
  const [before = [], after = []] = weighItems([earlier, later], segmenter)
  const table = likenessOf(before, after)
  return groupsOf(table).map((group) => {
    const sides = {
      earlier: group.earlier.flatMap((at) => before[at] ?? []),
      later: group.later.flatMap((at) => after[at] ?? []),
    }
    const verdict = judge(sides, earlier, later)
    const nearest = nearestOf(group, table, before, after)
    const side = group.earlier.length === 0 ? earlier : later
    return {
      from: earlier.indexed.document.id,
      to: later.indexed.document.id,
      earlier: sides.earlier.map(({ item }) => item),
      later: sides.later.map(({ item }) => item),
      likeness: group.likeness,
      ...verdict,
      reason:
        nearest === null ? verdict.reason : `${verdict.reason}最近的是“${nameOf(nearest, side)}”，请核对。`,
    }
  })
}

/** What a task that has no counterpart is likest to. */
function nearestOf(
  { earlier, later }: Group,
  table: readonly (readonly Likeness[])[],
  before: readonly WeighedItem[],
  after: readonly WeighedItem[],
): WeighedItem | null {
  const [row, column] = [earlier[0], later[0]]
  if (row !== undefined && column !== undefined) return null
  const cells = row === undefined ? table.flatMap((each) => each[column ?? -1] ?? []) : (table[row] ?? [])
  const most = Math.max(0, ...cells.map(({ value }) => value))
  if (most < WORTH_A_LOOK) return null
  return (row === undefined ? before : after)[cells.findIndex(({ value }) => value === most)] ?? null
}

const LONGEST_NAME = 20

function nameOf({ item: { headingRange, range } }: WeighedItem, { indexed }: ItemSide): string {
  const { start, end } = headingRange ?? range
  return indexed.document.text.slice(start, Math.min(end, start + LONGEST_NAME))
}
