import { createRoute, z } from '@hono/zod-openapi'
import {
  discardedOutlineSchema,
  draftableSchema,
  exportQuerySchema,
  outlineComparisonSchema,
  outlineHeadSchema,
  outlinePatchSchema,
  outlineRequestSchema,
  outlineSchema,
  outlineVersionsSchema,
} from './outline-schema.ts'
import { edits, idParam, json, problem, problems } from './route.ts'

const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const ifMatch = { headers: z.object({ 'if-match': z.string().max(200).optional() }) }
const draft = json(outlineSchema, 'The draft, with its version as ETag')

export const getDraftable = createRoute({
  method: 'get',
  path: '/api/v1/outlines/draftable',
  responses: { 200: json(draftableSchema, 'Bodies that can be drafted for, and from what'), ...problems },
})

export const postOutline = createRoute({
  method: 'post',
  path: '/api/v1/outlines',
  request: body(outlineRequestSchema),
  responses: {
    201: {
      content: { 'application/json': { schema: outlineSchema }, 'text/event-stream': { schema: z.string() } },
      description:
        'The draft, with its version as ETag; as events outline.created, outline.section and at the end outline.completed or error when the request accepts them',
    },
    422: problems[400],
    ...problems,
  },
})

export const listOutlines = createRoute({
  method: 'get',
  path: '/api/v1/outlines',
  responses: {
    200: json(z.object({ outlines: z.array(outlineHeadSchema) }), 'Drafts, those saved last first'),
    ...problems,
  },
})

export const listDiscardedOutlines = createRoute({
  method: 'get',
  path: '/api/v1/outlines/bin',
  responses: {
    200: json(
      z.object({ outlines: z.array(discardedOutlineSchema) }),
      'The recycle bin, the last one put in first; emptied of what is 30 days old',
    ),
    ...problems,
  },
})

export const restoreDiscardedOutline = createRoute({
  method: 'post',
  path: '/api/v1/outlines/bin/{id}/restore',
  request: { params: idParam },
  responses: { 200: json(outlineHeadSchema, 'The draft, out of the bin'), ...problems },
})

const version = z.coerce.number().int().min(1)

export const getOutline = createRoute({
  method: 'get',
  path: '/api/v1/outlines/{id}',
  request: { params: idParam, query: z.object({ version: version.optional() }) },
  responses: { 200: draft, ...problems, 410: problem },
})

export const patchOutline = createRoute({
  method: 'patch',
  path: '/api/v1/outlines/{id}',
  request: { params: idParam, ...ifMatch, ...body(outlinePatchSchema) },
  responses: { 200: draft, ...edits, ...problems },
})

export const deleteOutline = createRoute({
  method: 'delete',
  path: '/api/v1/outlines/{id}',
  request: { params: idParam, query: z.object({ forever: z.enum(['true', 'false']).default('false') }) },
  responses: {
    204: { description: 'In the recycle bin, or, forever, removed with all its versions' },
    ...problems,
  },
})

export const postRegeneration = createRoute({
  method: 'post',
  path: '/api/v1/outlines/{id}/sections/{n}/regenerate',
  request: { params: idParam.extend({ n: version }), ...ifMatch },
  responses: { 200: draft, ...edits, ...problems },
})

export const getOutlineVersions = createRoute({
  method: 'get',
  path: '/api/v1/outlines/{id}/versions',
  request: { params: idParam },
  responses: { 200: json(outlineVersionsSchema, 'Newest first'), ...problems },
})

export const postRestoration = createRoute({
  method: 'post',
  path: '/api/v1/outlines/{id}/restore',
  request: { params: idParam, ...ifMatch, ...body(z.object({ version: z.int().min(1) })) },
  responses: { 200: draft, ...edits, ...problems },
})

export const getOutlineComparison = createRoute({
  method: 'get',
  path: '/api/v1/outlines/{id}/compare',
  request: {
    params: idParam,
    query: z.object({
      version: version.optional(),
      with: z.string().max(100).optional(),
      with_version: version.optional(),
    }),
  },
  responses: {
    200: json(outlineComparisonSchema, 'What changed from the other draft or version to this one'),
    ...problems,
  },
})

export const getOutlineExport = createRoute({
  method: 'get',
  path: '/api/v1/outlines/{id}/export',
  request: { params: idParam, query: exportQuerySchema },
  responses: { 200: { description: 'The draft as a file' }, ...problems },
})
