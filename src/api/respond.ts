import { type Answer, type AnswerEvent, answerEvents } from '../answer/index.ts'
import { InvalidRequestError } from '../error.ts'
import type { Filters } from '../retrieval/index.ts'
import { toAnswerJson } from './answer-json.ts'
import type { ApiDeps } from './deps.ts'
import type { AnswerJson } from './schema.ts'

/** Longest question in characters; a question is a sentence or two, not a document. */
const LONGEST_QUESTION = 2000

/**
 * Answers, stores and serialises: the one way from a question to the object every door gives out.
 * @param signal ends the wording by a model; what is proven by then is the answer
 * @throws InvalidRequestError for an empty or an overlong question
 */
export async function respond(
  question: string,
  filters: Filters,
  deps: ApiDeps,
  signal?: AbortSignal,
): Promise<AnswerJson> {
  checkQuestion(question)
  const startedAt = performance.now()
  const desk = deps.desk()
  const answer = await lastAnswer(answerEvents(question, filters, desk, { chat: deps.chat, signal }))
  const timingsMs = { total: Math.round((performance.now() - startedAt) * 100) / 100 }
  const id = deps.newId()
  const frame = { id, traceId: id, createdAt: deps.now().toISOString(), timingsMs }
  const json = toAnswerJson(answer, frame, desk.corpus)
  deps.answers.save(id, JSON.stringify(json), frame.createdAt)
  return json
}

async function lastAnswer(events: AsyncIterable<AnswerEvent>): Promise<Answer> {
  for await (const event of events) if (event.kind === 'completed') return event.answer
  throw new Error('an answer without an end')
}

export function checkQuestion(question: string): void {
  if (question.trim() === '')
    throw new InvalidRequestError('请输入问题。', { details: { pointer: '/question' } })
  const length = [...question].length
  if (length > LONGEST_QUESTION) {
    throw new InvalidRequestError(`问题太长（${length} 字，上限 ${LONGEST_QUESTION} 字）。`, {
      details: { pointer: '/question' },
    })
  }
}
