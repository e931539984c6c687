import { countOf, coversOf, type Piece } from './align/cover.ts'
import { keepsParts } from './align/part.ts'
import type { ClaimCheck, Support } from './check-claim.ts'
import { type BindingFault, bindingFault } from './clause/binding.ts'
import type { PreparedEvidence } from './clause/evidence.ts'
import { keepsTimes } from './clause/holding.ts'
import { type BoundClause, segmentsOf } from './clause/segment.ts'
import { homesOf } from './clause/source.ts'
import { keepsTopics, type Match } from './clause/topic.ts'
import { factChecks } from './told/reason.ts'

/** A claim found in a text clause by clause, and what keeps it from being said there. */
export interface Reading {
  readonly evidence: number
  readonly pieces: readonly Piece[]
  readonly fault: BindingFault | undefined
  readonly checks: readonly ClaimCheck[]
}

/** A longer sentence was not written to be read. */
export const MOST_CLAUSES = 24
/** Too little to say that a text speaks of the same thing. */
const LEAST_LETTERS = 5

/** @param text the claim as it was written, for its checks */
export function read(
  text: string,
  view: string,
  prepared: PreparedEvidence,
  evidence: number,
): readonly Reading[] {
  const claim = segmentsOf(view, prepared.calendar).flatMap(({ clauses }) => clauses)
  if (claim.length === 0 || claim.length > MOST_CLAUSES) return []
  const covers = coversOf(claim, view, prepared, homesOf(prepared))
  return covers.flatMap((pieces) => {
    if (countOf(pieces) > 0 && !isTelling(claim)) return []
    const used = pieces.flatMap(({ originals }) => originals)
    const matches = matchesOf(pieces, claim)
    const fault =
      bindingFault(used, prepared.segments) ??
      (keepsParts(pieces, claim, prepared.segments) && keepsTopics(matches, claim, prepared)
        ? undefined
        : 'subject') ??
      (keepsTimes(matches, claim, prepared) ? undefined : 'stitched')
    return [{ evidence, pieces, fault, checks: factChecks(text, claim) }]
  })
}

/** The clauses of a claim with those of the text they were found in. */
export function matchesOf(pieces: readonly Piece[], claim: readonly BoundClause[]): readonly Match[] {
  return pieces.flatMap(({ from, originals }) => {
    const [first] = originals
    const own = claim[from]
    return own === undefined || first === undefined
      ? []
      : [
          {
            claim: own.order,
            original: first.carries ?? first.order,
            last: Math.max(...originals.map(({ order }) => order)),
            segment: first.segment,
            times: originals.flatMap(({ governing }) => governing),
          },
        ]
  })
}

function isTelling(claim: readonly BoundClause[]): boolean {
  return (
    claim.reduce((sum, { letters }) => sum + letters.replace(/[^\p{Script=Han}]/gu, '').length, 0) >=
    LEAST_LETTERS
  )
}

/** Whole sentences, from where their time is named, so that nothing that limits them is cut off. */
export function supportsOf(
  { pieces, evidence }: Reading,
  { segments }: PreparedEvidence,
): readonly Support[] {
  const clauses = pieces.flatMap(({ originals }) => originals)
  return [...Map.groupBy(clauses, ({ segment }) => segment)].map(([number, own]) => {
    const dated = own.filter(({ governing }) => governing.length > 0)
    const first = Math.min(number, ...dated.map(({ governedFrom }) => governedFrom))
    return {
      evidence,
      range: { start: segments[first]?.start ?? 0, end: segments[number]?.end ?? 0 },
    }
  })
}
