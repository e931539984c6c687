import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { ApiDeps } from './deps.ts'
import { lineageJson, lineageQuerySchema, lineageSchema } from './lineage-json.ts'
import { json, problems } from './route.ts'

const getLineage = createRoute({
  method: 'get',
  path: '/api/v1/lineage',
  request: { query: lineageQuerySchema },
  responses: {
    200: json(lineageSchema, 'What became of the tasks and figures of one body over its plans'),
    ...problems,
  },
})

/** Tasks of one body over the years. */
export function lineageRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app.openapi(getLineage, (c) =>
    c.json(lineageJson(deps.desk().corpus, deps.segmenter, c.req.valid('query')), 200),
  )
}
