import type { EvalCase } from '../case.ts'
import type { Reply, Score } from '../scorer/reply.ts'
import type { Texts } from '../scorer/texts.ts'
import type { CaseResult } from '../suite.ts'
import { answerFigures, scoreAnswer } from './answer.ts'
import { draftFigures, scoreDraft } from './draft.ts'
import { proofFigures, scoreProof } from './proof.ts'
import { scoreSearch, searchFigures } from './search.ts'

/** What the cases of a suite ask of the product: to answer, to rank passages, to judge a claim, or to draft. */
export type Task = 'answer' | 'search' | 'proof' | 'draft'

/** How replies of one task are scored, and what is told of many. */
interface TaskScoring {
  readonly score: (evalCase: EvalCase, reply: Reply, texts: Texts) => Readonly<Record<string, Score>>
  readonly figures: (cases: readonly CaseResult[]) => Readonly<Record<string, Score>>
}

export const TASKS: Readonly<Record<Task, TaskScoring>> = {
  answer: { score: scoreAnswer, figures: answerFigures },
  search: { score: scoreSearch, figures: searchFigures },
  proof: { score: scoreProof, figures: proofFigures },
  draft: { score: scoreDraft, figures: draftFigures },
}
