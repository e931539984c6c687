import { z } from '@hono/zod-openapi'
import { FEEDBACK_VERDICTS } from '../answer/index.ts'
import { answerSchema } from './schema.ts'

export const conversationHeadSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    pinned: z.boolean(),
    created_at: z.string(),
    turns: z.int(),
  })
  .openapi('ConversationHead')

export const conversationPageSchema = z
  .object({ conversations: z.array(conversationHeadSchema), next_cursor: z.string().nullable() })
  .openapi('ConversationPage')

export const conversationSearchSchema = z
  .object({
    found: z.array(
      z.object({
        conversation: conversationHeadSchema,
        /** The newest question that holds all words itself or with its answer; null where only the title does. */
        turn: z
          .object({ answer_id: z.string(), question: z.string(), excerpt: z.string().nullable() })
          .nullable(),
      }),
    ),
    /** False when more was found than is told. */
    complete: z.boolean(),
  })
  .openapi('ConversationSearch')

export const discardedPageSchema = z
  .object({
    conversations: z.array(
      conversationHeadSchema.extend({ discarded_at: z.string(), erased_on: z.string() }),
    ),
  })
  .openapi('DiscardedConversations')

export const conversationSchema = conversationHeadSchema
  .extend({
    turns: z.array(
      z.object({
        question: z.string(),
        /** The whole question it was taken for; null when no later question can refer to it. */
        understood: z.string().nullable(),
        answer_id: z.string(),
        /** The first answer to the same question, where it was asked again. */
        again_of: z.string().nullable(),
        asked_at: z.string(),
        /** Null when it is not kept any more. */
        answer: answerSchema.nullable(),
      }),
    ),
  })
  .openapi('Conversation')

export const conversationEditSchema = z
  .object({ title: z.string().trim().min(1).max(100).optional(), pinned: z.boolean().optional() })
  .openapi('ConversationEdit')

export const feedbackRequestSchema = z
  .object({
    answer_id: z.string().max(100),
    /** Number of the sentence in the answer, from 0; left out for the answer as a whole. */
    sentence: z.int().min(0).nullable().default(null),
    verdict: z.enum(FEEDBACK_VERDICTS),
    note: z.string().max(2000).default(''),
  })
  .openapi('FeedbackRequest')

export const feedbackSchema = feedbackRequestSchema
  .extend({
    id: z.string(),
    question: z.string(),
    sentence: z.int().nullable(),
    /** The words of that sentence as they were shown. */
    sentence_text: z.string().nullable(),
    note: z.string(),
    created_at: z.string(),
  })
  .openapi('Feedback')

export const feedbackPageSchema = z
  .object({ feedback: z.array(feedbackSchema), next_cursor: z.string().nullable() })
  .openapi('FeedbackPage')

export type ConversationJson = z.infer<typeof conversationSchema>
export type ConversationSearchJson = z.infer<typeof conversationSearchSchema>
export type DiscardedJson = z.infer<typeof discardedPageSchema>['conversations'][number]
export type ConversationHeadJson = z.infer<typeof conversationHeadSchema>
export type FeedbackRequestJson = z.input<typeof feedbackRequestSchema>
export type FeedbackJson = z.infer<typeof feedbackSchema>
