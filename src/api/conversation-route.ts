import { createRoute, z } from '@hono/zod-openapi'
import {
  conversationEditSchema,
  conversationHeadSchema,
  conversationPageSchema,
  conversationSchema,
  conversationSearchSchema,
  discardedPageSchema,
  feedbackPageSchema,
  feedbackRequestSchema,
  feedbackSchema,
} from './conversation-schema.ts'
import { bodyProblems, idParam, json, problem, problems } from './route.ts'

const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
})

const search = z.object({ query: z.string().trim().min(1).max(200) })

export const listConversations = createRoute({
  method: 'get',
  path: '/api/v1/conversations',
  request: { query: page },
  responses: {
    200: json(conversationPageSchema, 'Pinned ones first, then those asked last'),
    ...problems,
  },
})

export const searchConversations = createRoute({
  method: 'get',
  path: '/api/v1/conversations/search',
  request: { query: search },
  responses: {
    200: json(
      conversationSearchSchema,
      'Conversations that hold every word in a title, a question or an answer',
    ),
    ...problems,
  },
})

export const listDiscarded = createRoute({
  method: 'get',
  path: '/api/v1/conversations/bin',
  responses: {
    200: json(
      discardedPageSchema,
      'The recycle bin, the last one put in first; emptied of what is 30 days old',
    ),
    ...problems,
  },
})

export const restoreConversation = createRoute({
  method: 'post',
  path: '/api/v1/conversations/{id}/restore',
  request: { params: idParam },
  responses: { 200: json(conversationHeadSchema, 'The conversation, out of the bin'), ...problems },
})

export const getConversation = createRoute({
  method: 'get',
  path: '/api/v1/conversations/{id}',
  request: { params: idParam },
  responses: { 200: json(conversationSchema, 'Its questions with their answers'), ...problems, 410: problem },
})

export const patchConversation = createRoute({
  method: 'patch',
  path: '/api/v1/conversations/{id}',
  request: {
    params: idParam,
    body: { required: true, content: { 'application/json': { schema: conversationEditSchema } } },
  },
  responses: { 200: json(conversationHeadSchema, 'The conversation as it is now'), ...bodyProblems },
})

export const deleteConversation = createRoute({
  method: 'delete',
  path: '/api/v1/conversations/{id}',
  request: { params: idParam, query: z.object({ forever: z.enum(['true', 'false']).default('false') }) },
  responses: {
    204: { description: 'In the recycle bin, or, forever, removed with its questions and answers' },
    ...problems,
  },
})

export const postFeedback = createRoute({
  method: 'post',
  path: '/api/v1/feedback',
  request: { body: { required: true, content: { 'application/json': { schema: feedbackRequestSchema } } } },
  responses: { 201: json(feedbackSchema, 'What was stored'), ...bodyProblems },
})

export const listFeedback = createRoute({
  method: 'get',
  path: '/api/v1/feedback',
  request: { query: page },
  responses: { 200: json(feedbackPageSchema, 'What readers said, newest first'), ...problems },
})
