import { createBreath } from '../breath.ts'
import { checkClaim, type Evidence, type Support } from '../citation/index.ts'
import { preparedEvidence } from './prepared.ts'
import { judgedParts, type VerifiedSentence, writtenSentences } from './verified.ts'

/** Checks every sentence of a text against the given texts and nothing else. Stops when nobody waits any more. */
export async function verifyAgainst(
  text: string,
  evidence: readonly Evidence[],
  signal?: AbortSignal,
): Promise<readonly VerifiedSentence<Support>[]> {
  const prepared = evidence.map(preparedEvidence)
  const verified: VerifiedSentence<Support>[] = []
  const breath = createBreath()
  for (const sentence of writtenSentences(text)) {
    const judged = judgedParts(text, sentence, (claim) => checkClaim(claim, prepared))
    for (const { range, claim } of judged) {
      const { verdict, checks, supports, nearest } = claim
      verified.push({ text: text.slice(range.start, range.end), range, verdict, checks, supports, nearest })
    }
    if (breath.isDue()) await breath.take()
    signal?.throwIfAborted()
  }
  return verified
}
