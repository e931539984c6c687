import type { ProvenSentence } from '../citation/index.ts'
import type { Filters } from '../retrieval/index.ts'
import type { Answer, Interpretation, RejectedSentence, Scope } from './answer.ts'
import { ask } from './ask.ts'
import type { Desk } from './desk.ts'

/**
 * What happens while a question is answered: the sources first, then sentences in the order of reading and what was
 * rejected, at last the whole answer. The sentences of the answer are those told before.
 */
export type AnswerEvent =
  | ({ readonly kind: 'sources' } & Sources)
  | { readonly kind: 'sentence'; readonly sentence: ProvenSentence }
  | { readonly kind: 'rejected'; readonly sentence: RejectedSentence }
  | { readonly kind: 'completed'; readonly answer: Answer }

/** What is known before any sentence. */
export interface Sources {
  readonly interpreted: Interpretation
  readonly scope: Scope
  /** What stands in front of the sentences. */
  readonly lead: string | null
}

export interface AnswerOptions {
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal
}

/** Answers as `ask` does, and tells the steps. */
export async function* answerEvents(
  text: string,
  filters: Filters,
  desk: Desk,
  { signal }: AnswerOptions = {},
): AsyncGenerator<AnswerEvent, void, undefined> {
  const answer = await ask(text, filters, desk)
  const { interpreted, scope } = answer
  yield { kind: 'sources', interpreted, scope, lead: answer.kind === 'answered' ? answer.lead : null }
  const sentences = answer.kind === 'answered' ? answer.sentences : []
  for (const sentence of sentences) {
    if (signal?.aborted) return
    yield { kind: 'sentence', sentence }
  }
  yield { kind: 'completed', answer }
}
