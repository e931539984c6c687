import {
  type Disagreement,
  type Reach,
  stepBoth,
  stepClaim,
  stepOriginal,
  stepWords,
  writtenToken,
} from './move.ts'
import type { Side } from './side.ts'

/** How far a clause is from an original, and where. */
export interface Difference {
  /** Words of the claim that the original lacks cost most. */
  readonly cost: number
  readonly disagreements: readonly Disagreement[]
}

interface Step {
  readonly cost: number
  readonly from: Step | null
  readonly disagreement: Disagreement | null
}

const FACT = 0.9
const ADDED = 1
const LEFT_OUT = 0.6
const MOST_CELLS = 40_000
const PLACE = /(?:省|市|区|县|州|旗|镇|乡|村|局|委|办|厅|部门|机构|单位|学校|医院|集团|公司)$/u

/** Reads claim and original side by side to the end, whatever differs; undefined where both are too long for it. */
export function differenceOf(claim: Side, original: Side): Difference | undefined {
  const width = original.letters.length + 1
  const cells = (claim.letters.length + 1) * width
  if (cells > MOST_CELLS) return undefined
  const steps: (Step | undefined)[] = new Array(cells)
  steps[0] = { cost: 0, from: null, disagreement: null }
  for (let i = 0; i <= claim.letters.length; i++)
    for (let j = 0; j < width; j++) {
      const here = steps[i * width + j]
      if (here === undefined) continue
      const reach: Reach = (di, dj, disagreement = null, weight = FACT) => {
        const cost = here.cost + (disagreement === null ? 0 : weight)
        const to = (i + di) * width + j + dj
        if (cost < (steps[to]?.cost ?? Number.POSITIVE_INFINITY))
          steps[to] = { cost, from: here, disagreement }
      }
      stepBoth(claim, i, original, j, reach)
      stepWords(claim, i, original, j, reach)
      stepClaim(claim, i, reach)
      stepOriginal(original, j, reach)
      const ours = claim.tokens[i]
      if (ours !== undefined)
        reach(1, 0, { kind: 'addition', claimed: writtenToken(claim.view, ours), original: '' }, ADDED)
      const theirs = original.tokens[j]
      if (theirs !== undefined)
        reach(
          0,
          1,
          { kind: 'omission', claimed: '', original: writtenToken(original.view, theirs) },
          LEFT_OUT,
        )
    }
  const last = steps[cells - 1]
  return last === undefined ? undefined : { cost: last.cost, disagreements: runsOf(last) }
}

/** What differs in a row is one difference. */
function runsOf(last: Step): readonly Disagreement[] {
  const path: (Disagreement | null)[] = []
  for (let step: Step | null = last; step?.from != null; step = step.from) path.unshift(step.disagreement)
  const runs: Disagreement[] = []
  let isOpen = false
  for (const step of path) {
    const isWording = step !== null && (step.kind === 'addition' || step.kind === 'omission')
    const before = runs.at(-1)
    if (step !== null && isWording && isOpen && before !== undefined)
      runs[runs.length - 1] = {
        kind: 'wording',
        claimed: before.claimed + step.claimed,
        original: before.original + step.original,
      }
    else if (step !== null) runs.push(step)
    isOpen = isWording
  }
  return runs.map((run) => (['addition', 'omission', 'wording'].includes(run.kind) ? named(run) : run))
}

function named({ claimed, original }: Disagreement): Disagreement {
  if (original === '') return { kind: 'addition', claimed, original }
  if (claimed === '') return { kind: 'omission', claimed, original }
  if (/\d/u.test(claimed) && /\d/u.test(original)) return { kind: 'number', claimed, original }
  const isPlace = PLACE.test(claimed) || PLACE.test(original)
  return { kind: isPlace ? 'region' : 'wording', claimed, original }
}
