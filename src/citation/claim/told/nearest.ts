import { candidatesFor } from '../align/cover.ts'
import type { Support } from '../check-claim.ts'
import { pairsOf } from '../clause/evidence.ts'
import type { BoundClause } from '../clause/segment.ts'
import type { Likely } from './likely.ts'

/** The sentence that shares most of the claim's pairs of letters, clause by clause. */
export function nearestOf(claim: readonly BoundClause[], likely: readonly Likely[]): Support | null {
  const shares = new Map<string, { support: Support; share: number }>()
  for (const { index, prepared } of likely)
    for (const [at, clause] of claim.entries())
      for (const original of candidatesFor(claim, at, prepared)) {
        const { start = 0, end = 0 } = prepared.segments[original.segment] ?? {}
        const key = `${index}:${start}`
        const known = shares.get(key) ?? { support: { evidence: index, range: { start, end } }, share: 0 }
        shares.set(key, { ...known, share: known.share + likeness(clause, original) })
      }
  const [best] = [...shares.values()].sort((a, b) => b.share - a.share)
  return best?.support ?? null
}

/** Shared pairs of letters over all pairs of both, 0 to 1. */
function likeness(a: BoundClause, b: BoundClause): number {
  const ours = pairsOf(a.letters)
  const theirs = pairsOf(b.letters)
  return (2 * [...ours].filter((pair) => theirs.has(pair)).length) / (ours.size + theirs.size)
}
