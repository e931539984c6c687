import { candidatesFor } from '../align/cover.ts'
import { type Difference, differenceOf } from '../align/difference.ts'
import { timeDifferences } from '../align/governing.ts'
import { sideOf } from '../align/side.ts'
import type { ClaimCheck } from '../check-claim.ts'
import type { PreparedEvidence } from '../clause/evidence.ts'
import { type BoundClause, segmentsOf } from '../clause/segment.ts'
import { homesOf } from '../clause/source.ts'
import type { Likely } from './likely.ts'
import { addedCheck, wrongCheck } from './reason.ts'

/** Clauses of a text that a clause of the claim is held against, and texts. */
const CANDIDATES = 3
const TEXTS = 4
/** A clause that shares less than half of its words with the original was not taken from it. */
const ALIKE = 0.5

/** The words that keep each clause of a claim from being found, one check each. */
export function explain(text: string, view: string, likely: readonly Likely[]): readonly ClaimCheck[] {
  const texts = likely.slice(0, TEXTS).map(({ prepared }) => ({
    prepared,
    claim: segmentsOf(view, prepared.calendar).flatMap(({ clauses }) => clauses),
  }))
  const [first] = texts
  return (first?.claim ?? []).flatMap((clause, at) => {
    const differences = texts.flatMap(({ prepared, claim }) => nearest(claim, at, view, prepared) ?? [])
    const [least] = differences.sort((a, b) => a.cost - b.cost)
    if (least === undefined || least.cost > Math.max(3, ALIKE * clause.letters.length))
      return [addedCheck(text.slice(clause.start, clause.end))]
    return least.disagreements.map(wrongCheck)
  })
}

function nearest(
  claim: readonly BoundClause[],
  at: number,
  view: string,
  prepared: PreparedEvidence,
): Difference | undefined {
  const clause = claim[at]
  if (clause === undefined) return undefined
  const homes = homesOf(prepared)
  const ours = sideOf([clause], view, homes)
  const found = candidatesFor(claim, at, prepared)
    .slice(0, CANDIDATES)
    .flatMap((original) => {
      const segment = prepared.segments[original.segment]?.clauses ?? []
      const place = segment.indexOf(original)
      return [segment.slice(place, place + 1), segment.slice(place, place + 2)].flatMap((originals) => {
        const difference = differenceOf(ours, sideOf(originals, prepared.view, homes))
        if (difference === undefined) return []
        const times = timeDifferences([clause], originals, prepared.calendar.ownYear)
        return [
          { cost: difference.cost + times.length, disagreements: [...difference.disagreements, ...times] },
        ]
      })
    })
  return found.sort((a, b) => a.cost - b.cost)[0]
}
