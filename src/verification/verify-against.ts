import { checkClaim, type Evidence, type Support } from '../citation/index.ts'
import { preparedEvidence } from './prepared.ts'
import { judgedParts, type VerifiedSentence, writtenSentences } from './verified.ts'

/** Checks every sentence of a text against the given texts and nothing else. */
export function verifyAgainst(
  text: string,
  evidence: readonly Evidence[],
): readonly VerifiedSentence<Support>[] {
  const prepared = evidence.map(preparedEvidence)
  return writtenSentences(text).flatMap((sentence) =>
    judgedParts(text, sentence, (claim) => checkClaim(claim, prepared)).map(
      ({ range, claim: { verdict, checks, supports, nearest } }) => ({
        text: text.slice(range.start, range.end),
        range,
        verdict,
        checks,
        supports,
        nearest,
      }),
    ),
  )
}
