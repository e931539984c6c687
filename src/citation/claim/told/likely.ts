import { type PreparedEvidence, pairsOf } from '../clause/evidence.ts'
import { foldedView } from '../word/fold.ts'

/** A text worth reading for a claim, and its position among those given. */
export interface Likely {
  readonly index: number
  readonly prepared: PreparedEvidence
}

/** Texts that share this much less with a claim than the best one are not read. */
const LEAST_OF_BEST = 0.7
/** Of many texts, those that share less of a claim's pairs than this say nothing of it. */
const LEAST = 0.1
/** Fewer texts than this are all read. */
const FEW = 3

/** The texts that speak of what a claim speaks of, by the pairs of letters they share, in the order given. */
export function likelyFor(text: string, evidence: readonly PreparedEvidence[]): readonly Likely[] {
  const all = evidence.map((prepared, index) => ({ index, prepared }))
  if (all.length < FEW) return all
  const pairs = [...pairsOf(foldedView(text).replace(/[^\p{L}]/gu, ''))]
  const shares = evidence.map(
    ({ byPair, titleView }) => pairs.filter((pair) => byPair.has(pair) || titleView.includes(pair)).length,
  )
  const least = Math.max(LEAST_OF_BEST * Math.max(...shares), LEAST * pairs.length)
  return all.filter(({ index }) => (shares[index] ?? 0) >= least)
}
