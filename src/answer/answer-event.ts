import type { ProvenSentence } from '../citation/index.ts'
import type { ChatModel } from '../model/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import type { Answer, Answered, Interpretation, RejectedSentence, Scope } from './answer.ts'
import { ask } from './ask.ts'
import type { Desk } from './desk.ts'
import { classify } from './question.ts'
import { wordAnswer } from './worded/word-answer.ts'

/**
 * What happens while a question is answered: the sources first, then sentences in the order of reading and what was
 * rejected, at last the whole answer. The sentences of the answer are those told before.
 */
export type AnswerEvent =
  | { readonly kind: 'sources'; readonly interpreted: Interpretation; readonly scope: Scope }
  | { readonly kind: 'sentence'; readonly sentence: ProvenSentence }
  | { readonly kind: 'rejected'; readonly sentence: RejectedSentence }
  | { readonly kind: 'completed'; readonly answer: Answer }

/** Who may put an answer into words, and who may stop that. */
export interface Telling {
  readonly chat?: ChatModel | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Answers as `ask` does, and tells the steps. A chat model may word what `ask` has found, and answers nothing that
 * `ask` refuses.
 */
export async function* answerEvents(
  text: string,
  filters: Filters,
  desk: Desk,
  { chat, signal = new AbortController().signal }: Telling = {},
): AsyncGenerator<AnswerEvent, void, undefined> {
  const answer = await ask(text, filters, desk)
  yield { kind: 'sources', interpreted: answer.interpreted, scope: answer.scope }
  if (chat !== undefined && answer.kind === 'answered' && isWordable(answer)) {
    const question = { ...classify(understand(text, desk.catalogue, filters)), kind: answer.interpreted.kind }
    const worded = yield* wordAnswer({ question, extractive: answer, chat, signal, desk })
    yield { kind: 'completed', answer: worded }
    return
  }
  const sentences = answer.kind === 'answered' ? answer.sentences : []
  for (const sentence of sentences) yield { kind: 'sentence', sentence }
  yield { kind: 'completed', answer }
}

/** What a document is called and when it was issued is a matter of record, and nothing to be reworded. */
function isWordable({ interpreted }: Answered): boolean {
  return interpreted.kind !== 'about_document' && interpreted.kind !== 'overview'
}
