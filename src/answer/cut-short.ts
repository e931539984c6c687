import type { ProvenSentence } from '../citation/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import type { Answer, RejectedSentence } from './answer.ts'
import type { Sources } from './answer-event.ts'
import type { Desk } from './desk.ts'
import { classify } from './question/question.ts'
import { refused } from './result.ts'

/** What had been told of an answer when nobody waited for it any more. */
export interface Told {
  /** Null when not even the sources were known. */
  readonly sources: Sources | null
  readonly sentences: readonly ProvenSentence[]
  readonly rejected: readonly RejectedSentence[]
  /** The model that may have worded it. */
  readonly model: string | null
}

/** A question that leans on something said before where nothing was: asks what is meant. */
export function answerUnclear(text: string, message: string, filters: Filters, desk: Desk): Answer {
  const question = classify(understand(text, desk.catalogue, filters))
  return refused(question, { reason: 'unclear', message, nearMisses: [] }, new Set(), desk)
}

/** The answer as far as it had come; what is there has been proven all the same. */
export function stoppedAnswer(text: string, filters: Filters, desk: Desk, told: Told): Answer {
  const question = classify(understand(text, desk.catalogue, filters))
  const message = '已停止，此前还没有核验通过的内容。'
  const refusal = { reason: 'stopped', message, nearMisses: [] } as const
  const nothing = refused(question, refusal, question.query.documentIds, desk)
  const { sentences, rejected, sources, model } = told
  const mode = model === null || sentences.length === 0 ? 'extractive' : 'model'
  const stopped = {
    ...nothing,
    ...(sources === null ? {} : { interpreted: sources.interpreted, scope: sources.scope }),
    wording: {
      mode,
      model: mode === 'model' ? model : null,
      state: 'stopped',
      rejected,
      notice: null,
    } as const,
  }
  if (sentences.length === 0) return stopped
  const lead = sources?.lead ?? null
  return { ...stopped, kind: 'answered', lead, sentences, missing: [], comparison: null, conflicts: [] }
}
