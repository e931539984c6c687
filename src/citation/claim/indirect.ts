import { countOf } from './align/cover.ts'
import { type Attribution, attributionsIn } from './attribution.ts'
import type { PreparedEvidence } from './clause/evidence.ts'
import { segmentsOf } from './clause/segment.ts'
import { joinedIn } from './joined.ts'
import type { Proof } from './proof.ts'
import { matchesOf, read, supportsOf } from './read.ts'
import { recast } from './support/recast.ts'
import { sectionsOf } from './support/section.ts'
import { foundIn, type Supported } from './support/support.ts'
import { sourceCheck, statedCheck } from './told/reason.ts'
import { inTermsOf } from './told/terms.ts'
import { claimView } from './word/fold.ts'

/**
 * Whether a text bears a claim out once it is told plainly: without the words that say who says it, turned into a
 * plain sentence, or as the several statements it joins.
 */
export function indirectlyIn(text: string, whole: PreparedEvidence, index: number): Supported | undefined {
  const view = claimView(text)
  for (const { prepared, start } of sectionsOf(whole))
    for (const { name, told, within } of plainly(view, prepared)) {
      // The claim as it stands was read already.
      const whole = told === view ? undefined : proofIn(told, within)
      const proof = whole ?? joinedIn(told, within, proofIn)
      if (proof === undefined) continue
      const supports = proof.ranges.map((range) => ({
        evidence: index,
        range: { start: start + range.start, end: start + range.end },
      }))
      return { supports, checks: [...(name === '' ? [] : [sourceCheck(name, true)]), statedCheck(text)] }
    }
  return undefined
}

function plainly(view: string, prepared: PreparedEvidence): readonly Attribution[] {
  const turned = [view, ...recast(view)].map((told) => ({ name: '', told, within: prepared }))
  return [...attributionsIn(view, prepared), ...turned]
}

/** What bears out one statement, read word for word or in other words. */
function proofIn(view: string, prepared: PreparedEvidence): Proof | undefined {
  const told = inTermsOf(view, prepared)
  const proven = read(view, told, prepared, 0).find(
    ({ fault, pieces }) => fault === undefined && countOf(pieces) === 0,
  )
  if (proven === undefined) return foundIn(view, prepared)
  const claim = segmentsOf(told, prepared.calendar).flatMap(({ clauses }) => clauses)
  return {
    ranges: supportsOf(proven, prepared).map(({ range }) => range),
    matches: matchesOf(proven.pieces, claim),
  }
}
