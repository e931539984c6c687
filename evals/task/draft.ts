import type { EvalCase } from '../case.ts'
import { scoreSpanExactness } from '../scorer/citation.ts'
import { scoreDraftCheck, scoreDraftSupport, scoreDraftUncited } from '../scorer/draft.ts'
import { mean, type Reply, type Score } from '../scorer/reply.ts'
import type { Texts } from '../scorer/texts.ts'
import type { CaseResult } from '../suite.ts'

/** The scores of one check of a draft, or of the draft as a whole. */
export function scoreDraft(
  { suite, draft }: EvalCase,
  reply: Reply,
  texts: Texts,
): Readonly<Record<string, Score>> {
  if (draft === undefined) return { correctness: null }
  if (suite !== 'whole') return { correctness: scoreDraftCheck(draft, reply) }
  const supported = scoreDraftSupport(reply, draft.year)
  return {
    correctness: supported === null ? null : Math.floor(supported),
    supported,
    uncitedShare: scoreDraftUncited(reply),
    spanExactness: scoreSpanExactness(reply, texts),
  }
}

/** The share of checks met, of all and of each kind, and how the drafts rest on their sources. */
export function draftFigures(cases: readonly CaseResult[]): Readonly<Record<string, Score>> {
  const met = (own: readonly CaseResult[]) => mean(own.map(({ scores }) => scores.correctness ?? null))
  const checks = cases.filter(({ evalCase }) => evalCase.suite !== 'whole')
  const ofKind = (kind: string) => met(checks.filter(({ evalCase }) => evalCase.suite === kind))
  const meanOf = (name: string) => mean(cases.map(({ scores }) => scores[name] ?? null))
  return {
    checksMet: met(checks),
    carried: ofKind('must_carry'),
    due: ofKind('must_due'),
    flagged: ofKind('must_flag'),
    notRepeated: ofKind('must_not_repeat'),
    notInvented: ofKind('must_not_invent'),
    supported: meanOf('supported'),
    uncitedShare: meanOf('uncitedShare'),
    spanExactness: meanOf('spanExactness'),
  }
}
