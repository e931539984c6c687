import type { EvalCase } from '../case.ts'
import {
  citedCharacters,
  scoreCitationPrecision,
  scoreCitationRecall,
  scoreEvidenceF1,
  scoreSpanExactness,
} from '../scorer/citation.ts'
import { scoreCorrectness, scoreNuggetRecall } from '../scorer/correctness.ts'
import { scoreRefusals } from '../scorer/refusal.ts'
import { mean, type Reply, type Score } from '../scorer/reply.ts'
import type { CaseResult } from '../suite.ts'

/** The scores of one reply to one question, by name. */
export function scoreAnswer(
  evalCase: EvalCase,
  reply: Reply,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, Score>> {
  return {
    correctness: scoreCorrectness(evalCase, reply),
    nuggetRecall: scoreNuggetRecall(evalCase, reply),
    citationRecall: scoreCitationRecall(reply),
    citationPrecision: scoreCitationPrecision(reply),
    spanExactness: scoreSpanExactness(reply, texts),
    evidenceF1: scoreEvidenceF1(evalCase, reply),
    citedCharacters: reply.kind === 'answered' ? citedCharacters(reply) : null,
  }
}

/** The figures of a suite of questions: means of the scores, and the balance of refusals. */
export function answerFigures(cases: readonly CaseResult[]): Readonly<Record<string, Score>> {
  const refusals = scoreRefusals(cases)
  const meanOf = (name: string) => mean(cases.map(({ scores }) => scores[name] ?? null))
  return {
    correctness: meanOf('correctness'),
    nuggetRecall: meanOf('nuggetRecall'),
    citationRecall: meanOf('citationRecall'),
    citationPrecision: meanOf('citationPrecision'),
    spanExactness: meanOf('spanExactness'),
    evidenceF1: meanOf('evidenceF1'),
    refusalRecall: refusals.refusalRecall,
    wrongRefusals: refusals.wrongRefusals,
    refusalBalance: refusals.balance,
    meanCitedCharacters: meanOf('citedCharacters'),
  }
}
