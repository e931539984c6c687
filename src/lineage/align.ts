import type { Segmenter } from '../text/index.ts'
import { groupsOf } from './group.ts'
import { likenessOf } from './likeness.ts'
import type { Link } from './lineage.ts'
import { judge } from './status.ts'
import { type ItemSide, weighItems } from './weighing.ts'

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
    return {
      from: earlier.indexed.document.id,
      to: later.indexed.document.id,
      earlier: sides.earlier.map(({ item }) => item),
      later: sides.later.map(({ item }) => item),
      likeness: group.likeness,
      ...judge(sides, earlier, later),
    }
  })
}
