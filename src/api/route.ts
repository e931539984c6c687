import { createRoute, z } from '@hono/zod-openapi'
import {
  correctionRequestSchema,
  documentSummarySchema,
  documentTextSchema,
  inspectionSchema,
  locationSchema,
  pageSchema,
  versionsSchema,
} from './document-schema.ts'
import { documentReceiptsSchema, jobSchema, jobSummarySchema, receiptPageSchema } from './job-schema.ts'
import {
  answerRequestSchema,
  answerSchema,
  overviewSchema,
  problemSchema,
  searchHitSchema,
  searchRequestSchema,
} from './schema.ts'
import { targetPageSchema, targetQuerySchema } from './targets-json.ts'
import { traceSchema } from './trace-schema.ts'
import { verificationRequestSchema, verificationSchema } from './verification-schema.ts'

export function json<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** As JSON, or as the events it is told by when the request accepts them. */
function told(description: string) {
  return {
    content: {
      'application/json': { schema: answerSchema },
      'text/event-stream': { schema: z.string() },
    },
    description: `${description}; as events answer.created, sources, answer.delta, citation.verified, citation.rejected and at the end answer.completed or error when the request accepts them`,
  }
}

/** What every refused or failed request is answered with. */
export const problem = {
  content: { 'application/problem+json': { schema: problemSchema } },
  description: 'Problem (RFC 9457)',
}
export const problems = { 400: problem, 403: problem, 404: problem, 500: problem, 503: problem }
/** Of a body that is read. */
export const bodyProblems = { ...problems, 413: problem, 415: problem }
export const edits = { 412: problem, 428: problem }
export const idParam = z.object({ id: z.string().max(100) })

export const postAnswer = createRoute({
  method: 'post',
  path: '/api/v1/answers',
  request: { body: { required: true, content: { 'application/json': { schema: answerRequestSchema } } } },
  responses: { 200: told('The answer, every sentence of it proven'), ...bodyProblems },
})

export const getAnswer = createRoute({
  method: 'get',
  path: '/api/v1/answers/{id}',
  request: { params: idParam },
  responses: { 200: told('The stored answer, or one still under way'), ...problems },
})

export const getTrace = createRoute({
  method: 'get',
  path: '/api/v1/answers/{id}/trace',
  request: { params: idParam },
  responses: { 200: json(traceSchema, 'How the answer came about'), ...problems },
})

export const postSearch = createRoute({
  method: 'post',
  path: '/api/v1/search',
  request: { body: { required: true, content: { 'application/json': { schema: searchRequestSchema } } } },
  responses: {
    200: json(z.object({ hits: z.array(searchHitSchema) }), 'Passages, best first'),
    ...bodyProblems,
  },
})

export const postVerification = createRoute({
  method: 'post',
  path: '/api/v1/verifications',
  request: {
    body: { required: true, content: { 'application/json': { schema: verificationRequestSchema } } },
  },
  responses: { 200: json(verificationSchema, 'Every sentence with its verdict'), ...bodyProblems },
})

export const postVerificationFile = createRoute({
  method: 'post',
  path: '/api/v1/verifications/file',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }),
        },
      },
    },
  },
  responses: {
    200: json(verificationSchema, 'Every sentence of the file with its verdict; the file is not stored'),
    ...bodyProblems,
  },
})

export const getSimilar = createRoute({
  method: 'get',
  path: '/api/v1/passages/{id}/similar',
  request: { params: idParam, query: z.object({ k: z.coerce.number().int().min(1).max(100).default(10) }) },
  responses: {
    200: json(z.object({ hits: z.array(searchHitSchema) }), 'Passages of like wording'),
    ...problems,
  },
})

export const listDocuments = createRoute({
  method: 'get',
  path: '/api/v1/documents',
  responses: {
    200: json(z.object({ documents: z.array(documentSummarySchema) }), 'All documents'),
    ...problems,
  },
})

export const getDocument = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}',
  request: { params: idParam },
  responses: {
    200: json(inspectionSchema.extend({ id: z.string() }), 'What reading the document gave'),
    ...problems,
  },
})

export const getDocumentText = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}/text',
  request: { params: idParam },
  responses: { 200: json(documentTextSchema, 'The original text, unchanged'), ...problems },
})

export const getDocumentPage = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}/pages/{n}',
  request: { params: idParam.extend({ n: z.string().max(10) }) },
  responses: { 200: json(pageSchema, 'One page with the place of every character'), ...problems },
})

export const listTargets = createRoute({
  method: 'get',
  path: '/api/v1/targets',
  request: { query: targetQuerySchema },
  responses: {
    200: {
      content: { 'application/json': { schema: targetPageSchema }, 'text/csv': { schema: z.string() } },
      description: 'The target ledger; CSV when the request accepts text/csv',
    },
    ...problems,
  },
})

export const postDocuments = createRoute({
  method: 'post',
  path: '/api/v1/documents',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }),
        },
      },
    },
  },
  responses: { 202: json(jobSchema, 'The job that reads the files'), ...bodyProblems },
})

export const getJob = createRoute({
  method: 'get',
  path: '/api/v1/jobs/{id}',
  request: { params: idParam },
  responses: {
    200: {
      content: { 'application/json': { schema: jobSchema }, 'text/event-stream': { schema: z.string() } },
      description:
        'How far the job is; as events job.progress and job.completed when the request accepts them',
    },
    ...problems,
  },
})

export const listJobs = createRoute({
  method: 'get',
  path: '/api/v1/jobs',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) }) },
  responses: { 200: json(z.object({ jobs: z.array(jobSummarySchema) }), 'Jobs, newest first'), ...problems },
})

export const getDocumentReceipts = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}/receipt',
  request: { params: idParam },
  responses: {
    200: json(documentReceiptsSchema, 'What became of the document, newest first, also when it is gone'),
    ...problems,
  },
})

export const listReceipts = createRoute({
  method: 'get',
  path: '/api/v1/receipts',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().max(100).optional(),
    }),
  },
  responses: { 200: json(receiptPageSchema, 'Every receipt there ever was, newest first'), ...problems },
})

export const deleteDocument = createRoute({
  method: 'delete',
  path: '/api/v1/documents/{id}',
  request: { params: idParam },
  responses: { 204: { description: 'Removed with its passages, terms and vectors' }, ...problems },
})

export const patchDocument = createRoute({
  method: 'patch',
  path: '/api/v1/documents/{id}',
  request: {
    params: idParam,
    headers: z.object({ 'if-match': z.string().max(200).optional() }),
    body: { required: true, content: { 'application/json': { schema: correctionRequestSchema } } },
  },
  responses: {
    200: json(inspectionSchema.extend({ id: z.string() }), 'The document as corrected'),
    ...edits,
    ...bodyProblems,
  },
})

export const getVersions = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}/versions',
  request: { params: idParam },
  responses: { 200: json(versionsSchema, 'Versions and copies'), ...problems },
})

export const getLocation = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}/location',
  request: {
    params: idParam,
    query: z.object({ start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(1) }),
  },
  responses: { 200: json(locationSchema, 'Where the words of a range stand today'), ...problems },
})

export const getOverview = createRoute({
  method: 'get',
  path: '/api/v1/overview',
  responses: { 200: json(overviewSchema, 'The corpus in numbers'), ...problems },
})

export const getHealth = createRoute({
  method: 'get',
  path: '/healthz',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'Alive') },
})
