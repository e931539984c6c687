import type { z } from '@hono/zod-openapi'
import type { Feedback } from '../answer/index.ts'
import { InvalidRequestError, NotFoundError } from '../error.ts'
import { toFeedbackJson } from './conversation-json.ts'
import type { FeedbackJson, feedbackRequestSchema } from './conversation-schema.ts'
import type { ApiDeps } from './deps.ts'
import { answerSchema } from './schema.ts'

/**
 * Stores what a reader says of an answer, together with what it is about.
 * @throws NotFoundError for an unknown answer, InvalidRequestError for a sentence it does not have
 */
export function keepFeedback(said: z.infer<typeof feedbackRequestSchema>, deps: ApiDeps): FeedbackJson {
  const stored = deps.answers.get(said.answer_id)
  if (stored === undefined) throw new NotFoundError('没有这条回答。')
  const { question, sentences } = answerSchema.parse(JSON.parse(stored))
  const sentence = said.sentence === null ? undefined : sentences[said.sentence]
  if (said.sentence !== null && sentence === undefined) {
    throw new InvalidRequestError('这条回答没有这一句。', { details: { pointer: '/sentence' } })
  }
  const feedback: Feedback = {
    id: deps.newId(),
    answerId: said.answer_id,
    question,
    sentence: said.sentence,
    sentenceText: sentence?.text ?? null,
    verdict: said.verdict,
    note: said.note,
    createdAt: deps.now().toISOString(),
  }
  deps.feedback.add(feedback)
  return toFeedbackJson(feedback)
}
