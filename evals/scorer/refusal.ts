import type { EvalCase } from '../case.ts'
import type { Reply } from './reply.ts'

/** One judged reply, as the balance needs it. */
export interface Judged {
  readonly evalCase: EvalCase
  readonly reply: Reply
}

export interface RefusalBalance {
  /** Share of unanswerable questions that were refused; null without any. */
  readonly refusalRecall: number | null
  /** Share of answerable questions that were refused all the same; null without any. */
  readonly wrongRefusals: number | null
  /** Mean of refusal recall and of the share of answerable questions that were answered. */
  readonly balance: number | null
}

export function scoreRefusals(judged: readonly Judged[]): RefusalBalance {
  const refusalRecall = shareRefused(judged.filter(({ evalCase }) => evalCase.expect.kind === 'refused'))
  const wrongRefusals = shareRefused(judged.filter(({ evalCase }) => evalCase.expect.kind === 'answered'))
  const balance =
    refusalRecall === null || wrongRefusals === null ? null : (refusalRecall + 1 - wrongRefusals) / 2
  return { refusalRecall, wrongRefusals, balance }
}

function shareRefused(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null
  return judged.filter(({ reply }) => reply.kind === 'refused').length / judged.length
}
