import { createBreath } from '../breath.ts'
import { checkClaim, type Evidence, type PreparedEvidence, type Support } from '../citation/index.ts'
import { preparedEvidence } from './prepared.ts'
import { judgedPartsInTurn, type VerifiedSentence, writtenSentences } from './verified.ts'

/** Checks every sentence of a text against the given texts and nothing else. Stops when nobody waits any more. */
export async function verifyAgainst(
  text: string,
  evidence: readonly Evidence[],
  signal?: AbortSignal,
): Promise<readonly VerifiedSentence<Support>[]> {
  const breath = createBreath()
  const prepared: PreparedEvidence[] = []
  for (const one of evidence) {
    prepared.push(preparedEvidence(one))
    await breath.takeIfDue()
  }
  const verified: VerifiedSentence<Support>[] = []
  for (const sentence of writtenSentences(text)) {
    const judged = await judgedPartsInTurn(breath, text, sentence, (claim) => checkClaim(claim, prepared))
    for (const { range, claim } of judged) {
      const { verdict, checks, supports, nearest } = claim
      verified.push({ text: text.slice(range.start, range.end), range, verdict, checks, supports, nearest })
    }
    await breath.takeIfDue()
    signal?.throwIfAborted()
  }
  return verified
}
