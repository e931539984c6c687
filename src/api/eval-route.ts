import { createRoute, z } from '@hono/zod-openapi'
import { complaintSchema } from '../evaluation/index.ts'
import {
  complaintListSchema,
  complaintRequestSchema,
  exportQuerySchema,
  failureListSchema,
  runComparisonSchema,
  runListSchema,
  runRequestSchema,
  runSchema,
  suiteListSchema,
} from './eval-schema.ts'
import { bodyProblems, idParam, json, problems } from './route.ts'

const { 400: problem } = problems
const faults = { ...bodyProblems, 501: problem }

export const postRun = createRoute({
  method: 'post',
  path: '/api/v1/evals/runs',
  request: { body: { content: { 'application/json': { schema: runRequestSchema } } } },
  responses: { 202: json(runSchema, 'The run that has begun'), 409: problem, ...faults },
})

export const listRuns = createRoute({
  method: 'get',
  path: '/api/v1/evals/runs',
  responses: { 200: json(runListSchema, 'Runs, newest first'), ...faults },
})

export const getRun = createRoute({
  method: 'get',
  path: '/api/v1/evals/runs/{id}',
  request: { params: idParam },
  responses: {
    200: {
      content: { 'application/json': { schema: runSchema }, 'text/event-stream': { schema: z.string() } },
      description: 'A run; as events run.progress and run.completed when the request accepts them',
    },
    ...faults,
  },
})

export const getFailures = createRoute({
  method: 'get',
  path: '/api/v1/evals/runs/{id}/failures',
  request: { params: idParam },
  responses: { 200: json(failureListSchema, 'Cases that did not come out right'), ...faults },
})

export const getExport = createRoute({
  method: 'get',
  path: '/api/v1/evals/runs/{id}/export',
  request: { params: idParam, query: exportQuerySchema },
  responses: {
    200: {
      content: {
        'text/html': { schema: z.string() },
        'application/json': { schema: z.unknown() },
        'application/xml': { schema: z.string() },
      },
      description: 'The report, the whole run, or JUnit XML',
    },
    ...faults,
  },
})

export const getComparison = createRoute({
  method: 'get',
  path: '/api/v1/evals/runs/{id}/comparison',
  request: { params: idParam, query: z.object({ base: z.string().max(100) }) },
  responses: { 200: json(runComparisonSchema, 'The run against an earlier one'), ...faults },
})

export const listSuites = createRoute({
  method: 'get',
  path: '/api/v1/evals/suites',
  responses: { 200: json(suiteListSchema, 'What can be run'), ...faults },
})

export const listComplaints = createRoute({
  method: 'get',
  path: '/api/v1/evals/complaints',
  responses: { 200: json(complaintListSchema, 'What readers said, newest first'), ...faults },
})

export const postComplaint = createRoute({
  method: 'post',
  path: '/api/v1/evals/complaints',
  request: { body: { required: true, content: { 'application/json': { schema: complaintRequestSchema } } } },
  responses: { 201: json(complaintSchema, 'The case with its frozen evidence'), ...faults },
})

export const deleteComplaint = createRoute({
  method: 'delete',
  path: '/api/v1/evals/complaints/{id}',
  request: { params: idParam },
  responses: { 204: { description: 'No longer a case; what the reader said stays' }, ...faults },
})
