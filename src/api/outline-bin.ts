import { DiscardedError, NotFoundError } from '../error.ts'
import type { ApiDeps } from './deps.ts'
import { toOutlineHeadJson } from './outline-json.ts'
import type { DiscardedOutlineJson } from './outline-schema.ts'
import { expired, toLyingJson } from './recycle-bin.ts'

type Deps = Pick<ApiDeps, 'outlines' | 'now'>

const UNKNOWN = '没有这份提纲。'

/** Why a draft cannot be had: it lies in the bin, or there is none. */
export function unknownOutline(id: string, { outlines }: Pick<Deps, 'outlines'>): Error {
  const isDiscarded = outlines.discarded().some((one) => one.id === id)
  return isDiscarded
    ? new DiscardedError('这份提纲已删除，还在回收站里。恢复以后可以接着看、接着改。')
    : new NotFoundError(UNKNOWN)
}

/** @throws NotFoundError for a draft that is unknown, or, unless it goes for good, already in the bin */
export function discardOutline(id: string, isForever: boolean, { outlines, now }: Deps): void {
  const isKnown = isForever ? outlines.remove(id) : outlines.discard(id, now().toISOString())
  if (!isKnown) throw new NotFoundError(UNKNOWN)
}

/** What is in the recycle bin. */
export function openOutlineBin(deps: Deps): readonly DiscardedOutlineJson[] {
  eraseExpiredOutlines(deps)
  return deps.outlines.discarded().map((one) => ({ ...toOutlineHeadJson(one), ...toLyingJson(one) }))
}

/** What has lain in the bin for its time goes for good. */
export function eraseExpiredOutlines({ outlines, now }: Deps): void {
  for (const { id } of expired(outlines.discarded(), now())) outlines.remove(id)
}
