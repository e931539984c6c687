import type { Complaint } from '../../src/evaluation/index.ts'
import type { Score } from '../scorer/reply.ts'
import type { CaseResult } from '../suite.ts'

/**
 * The scores of a complaint asked again: what was complained of and comes again is 0; what a person has said to be
 * right and comes is 1; anything else nobody has judged, and is not scored.
 */
export function complaintScores(
  complaint: Complaint,
  { reply, scores }: CaseResult,
): Readonly<Record<string, Score>> {
  return { ...scores, correctness: outcomeOf(complaint, reply, scores.correctness ?? null) }
}

function outcomeOf(complaint: Complaint, reply: CaseResult['reply'], correctness: Score): Score {
  const { verdict, shown, right_answer } = complaint
  // A document that was removed cannot be asked any more; without it nothing is shown either way.
  if (reply.text === GONE) return null
  const isSame = reply.kind === shown.kind && reply.text === shown.text
  if (verdict === 'right') return isSame || staysRight(complaint, reply) ? 1 : 0
  if (isSame || isAgain(complaint, reply)) return 0
  return right_answer.length === 0 ? null : correctness
}

/** Whether the very fault comes again, in whatever else there is around it. */
function isAgain({ verdict, shown }: Complaint, reply: CaseResult['reply']): boolean {
  if (verdict === 'wrongly_refused') return reply.kind === 'refused'
  if (verdict === 'wrong') return shown.sentence !== null && reply.text.includes(shown.sentence)
  if (verdict !== 'wrong_source' || shown.spans.length === 0) return false
  const { sentence } = shown
  if (sentence !== null && !reply.text.includes(sentence)) return false
  return shown.spans.every(({ sha256 }) => reply.citations.some((citation) => citation.sha256 === sha256))
}

function staysRight({ shown }: Complaint, { kind, citations }: CaseResult['reply']): boolean {
  if (kind !== shown.kind || kind === 'refused') return kind === shown.kind
  return shown.spans.every(({ sha256 }) => citations.some((citation) => citation.sha256 === sha256))
}

/** What stands for a reply where the evidence is no longer there. */
export const GONE = '（当时的原件已从文库删除，无法重问）'
