import type { ProvenSentence } from '../citation/index.ts'
import type { ChatModel } from '../model/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import type { Answer, Answered, Interpretation, RejectedSentence, Scope } from './answer.ts'
import { ask } from './ask.ts'
import type { Desk } from './desk.ts'
import { classify } from './question/question.ts'
import { wordAnswer } from './worded/word-answer.ts'

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
  readonly signal?: AbortSignal | undefined
  /** Puts the answer into words; without it, it stays in the originals' own. */
  readonly chat?: ChatModel | undefined
}

/**
 * Answers as `ask` does, and tells the steps. A chat model may word what `ask` has found, and answers nothing that
 * `ask` refuses.
 */
export async function* answerEvents(
  text: string,
  filters: Filters,
  desk: Desk,
  { signal, chat }: AnswerOptions = {},
): AsyncGenerator<AnswerEvent, void, undefined> {
  const answer = await ask(text, filters, desk)
  const { interpreted, scope } = answer
  yield { kind: 'sources', interpreted, scope, lead: answer.kind === 'answered' ? answer.lead : null }
  if (chat !== undefined && answer.kind === 'answered' && isWordable(answer)) {
    const question = { ...classify(understand(text, desk.catalogue, filters)), kind: interpreted.kind }
    const stop = signal ?? new AbortController().signal
    const worded = yield* wordAnswer({ question, extractive: answer, chat, signal: stop, desk })
    yield { kind: 'completed', answer: worded }
    return
  }
  const sentences = answer.kind === 'answered' ? answer.sentences : []
  for (const sentence of sentences) {
    if (signal?.aborted) return
    yield { kind: 'sentence', sentence }
  }
  yield { kind: 'completed', answer }
}

/**
 * Facts and lists. What a document is called is a matter of record; what was set side by side, counted or added up by
 * code, read from the cells of a table, and what a lead of ours introduces, stays as code made it.
 */
function isWordable({ interpreted: { kind }, comparison, lead, sentences }: Answered): boolean {
  if (sentences.some(({ checks }) => checks.some((check) => check.kind === 'cell'))) return false
  return (kind === 'fact' || kind === 'existence' || kind === 'list') && comparison === null && lead === null
}
