import type { EvalCase } from '../case.ts'
import {
  citedCharacters,
  scoreCitationPrecision,
  scoreCitationRecall,
  scoreEvidenceF1,
  scoreSpanExactness,
} from '../scorer/citation.ts'
import { scoreAnswerF1, scoreCorrectness, scoreNuggetRecall } from '../scorer/correctness.ts'
import { scoreRefereeAgreement, scoreUncitedShare } from '../scorer/coverage.ts'
import { scoreNumericFidelity } from '../scorer/figure.ts'
import { scoreNearMissGiven, scoreNearMissLabelled } from '../scorer/near-miss.ts'
import { scoreRefusals } from '../scorer/refusal.ts'
import { mean, type Reply, type Score } from '../scorer/reply.ts'
import type { Texts } from '../scorer/texts.ts'
import type { CaseResult } from '../suite.ts'

/** The scores of one reply to one question, by name. */
export function scoreAnswer(evalCase: EvalCase, reply: Reply, texts: Texts): Readonly<Record<string, Score>> {
  const [answerF1, evidenceF1] = [scoreAnswerF1(evalCase, reply), scoreEvidenceF1(evalCase, reply)]
  return {
    correctness: scoreCorrectness(evalCase, reply),
    nuggetRecall: scoreNuggetRecall(evalCase, reply),
    vitalRecall: scoreNuggetRecall(evalCase, reply, 'vital'),
    ordinaryRecall: scoreNuggetRecall(evalCase, reply, 'ordinary'),
    answerF1,
    evidenceF1,
    overall: answerF1 === null || evidenceF1 === null ? null : answerF1 * evidenceF1,
    citationRecall: scoreCitationRecall(reply, texts),
    citationPrecision: scoreCitationPrecision(reply, texts),
    spanExactness: scoreSpanExactness(reply, texts),
    numericFidelity: scoreNumericFidelity(reply, texts),
    refereeAgreement: scoreRefereeAgreement(reply, texts),
    nearMissGiven: scoreNearMissGiven(evalCase, reply),
    nearMissLabelled: scoreNearMissLabelled(evalCase, reply),
    uncitedShare: scoreUncitedShare(reply),
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
    vitalRecall: meanOf('vitalRecall'),
    ordinaryRecall: meanOf('ordinaryRecall'),
    answerF1: meanOf('answerF1'),
    evidenceF1: meanOf('evidenceF1'),
    overall: meanOf('overall'),
    citationRecall: meanOf('citationRecall'),
    citationPrecision: meanOf('citationPrecision'),
    spanExactness: meanOf('spanExactness'),
    numericFidelity: meanOf('numericFidelity'),
    refereeAgreement: meanOf('refereeAgreement'),
    refusalRecall: refusals.refusalRecall,
    wrongRefusals: refusals.wrongRefusals,
    refusalBalance: refusals.balance,
    nearMissesGiven: meanOf('nearMissGiven'),
    nearMissesLabelled: meanOf('nearMissLabelled'),
    uncitedShare: meanOf('uncitedShare'),
    meanCitedCharacters: meanOf('citedCharacters'),
    unscored: mean(cases.map(({ scores }) => (scores.correctness === null ? 1 : 0))),
  }
}
