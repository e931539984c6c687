import { type Disagreement, type Reach, stepBoth, stepClaim, stepOriginal, stepWords } from './move.ts'
import type { Side } from './side.ts'

export interface Alignment {
  readonly disagreements: readonly Disagreement[]
}

/** More facts than this are not the same statement with a fault; they are another statement. */
export const MOST_DISAGREEMENTS = 3
/** Cells of one reading side by side; beyond them a claim stays unproven. */
const MOST_CELLS = 400_000
interface Step {
  readonly cost: number
  readonly from: Step | null
  readonly disagreement: Disagreement | null
}

/**
 * Reads claim and original side by side, token by token, to the end of both. Everything of the claim must be in the
 * original; of the original only what `missingAt` allows may be missing. Facts that differ are counted; undefined when
 * the two differ in anything else.
 */
export function align(claim: Side, original: Side): Alignment | undefined {
  const width = original.letters.length + 1
  if (claim.letters.length * original.letters.length > MOST_CELLS) return undefined
  const steps: (Step | undefined)[] = new Array((claim.letters.length + 1) * width)
  steps[0] = { cost: 0, from: null, disagreement: null }
  for (let i = 0; i <= claim.letters.length; i++) {
    for (let j = 0; j < width; j++) {
      const here = steps[i * width + j]
      if (here === undefined) continue
      const reach: Reach = (di, dj, disagreement = null, weight = 1) => {
        const cost = here.cost + (disagreement === null ? 0 : weight)
        const to = (i + di) * width + j + dj
        if (cost <= MOST_DISAGREEMENTS && cost < (steps[to]?.cost ?? Number.POSITIVE_INFINITY))
          steps[to] = { cost, from: here, disagreement }
      }
      stepBoth(claim, i, original, j, reach)
      stepWords(claim, i, original, j, reach)
      stepClaim(claim, i, reach)
      stepOriginal(original, j, reach)
    }
  }
  const last = steps[claim.letters.length * width + width - 1]
  return last === undefined ? undefined : { disagreements: disagreementsOf(last) }
}

function disagreementsOf(last: Step): readonly Disagreement[] {
  const found: Disagreement[] = []
  for (let step: Step | null = last; step !== null; step = step.from)
    if (step.disagreement !== null) found.unshift(step.disagreement)
  return found
}
