import type { Link } from './lineage.ts'
import type { ItemSide } from './weighing.ts'

type Sides = Pick<Link, 'earlier' | 'later'>

export function judge(link: Sides, _earlier: ItemSide, _later: ItemSide): Pick<Link, 'status' | 'reason' | 'changes'> {
  const status =
    link.earlier.length === 0 ? 'new' : link.later.length === 0 ? 'dropped' : link.earlier.length > 1 ? 'merged' : link.later.length > 1 ? 'split' : 'continued'
  return { status, reason: '', changes: [] }
}
