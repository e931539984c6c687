/** Scored places of an index; `idOf` is asked only where scores are equal. */
export interface Ranking {
  readonly scores: Float64Array
  readonly accepts: (slot: number) => boolean
  readonly idOf: (slot: number) => string
}

/** The `k` accepted slots of highest score, best first; equal scores in the order of their ids. */
export function bestSlots(ranking: Ranking, k: number): readonly number[] {
  const { scores, accepts } = ranking
  const limit = Math.min(Math.max(Math.floor(k) || 0, 0), scores.length)
  if (limit === 0) return []
  const ranksBelow = comparator(ranking)
  const heap: number[] = []
  let threshold = Number.NEGATIVE_INFINITY
  for (let slot = 0; slot < scores.length; slot++) {
    if ((scores[slot] ?? 0) < threshold || !accepts(slot)) continue
    if (heap.length < limit) pushWorstFirst(heap, slot, ranksBelow)
    else if (ranksBelow(heap[0] ?? 0, slot)) replaceWorst(heap, slot, ranksBelow)
    if (heap.length === limit) threshold = scores[heap[0] ?? 0] ?? 0
  }
  return heap.sort((a, b) => (ranksBelow(a, b) ? 1 : -1))
}

type Comparator = (a: number, b: number) => boolean

function comparator({ scores, idOf }: Ranking): Comparator {
  return (a, b) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference === 0 ? a !== b && idOf(a) > idOf(b) : difference < 0
  }
}

function pushWorstFirst(heap: number[], slot: number, ranksBelow: Comparator): void {
  let at = heap.push(slot) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent] ?? 0
    if (!ranksBelow(slot, above)) break
    heap[at] = above
    at = parent
  }
  heap[at] = slot
}

function replaceWorst(heap: number[], slot: number, ranksBelow: Comparator): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && ranksBelow(heap[child + 1] ?? 0, heap[child] ?? 0)) child++
    const below = heap[child] ?? 0
    if (!ranksBelow(below, slot)) break
    heap[at] = below
    at = child
  }
  heap[at] = slot
}
