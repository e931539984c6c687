import type { OpenAPIHono } from '@hono/zod-openapi'
import { InvalidRequestError, NotAvailableError, NotFoundError } from '../error.ts'
import type { EvalRuns, ExportFormat, RunHead } from '../evaluation/index.ts'
import type { ApiDeps } from './deps.ts'
import { complaintsJson, makeComplaint } from './eval-complaint.ts'
import { runEvents } from './eval-events.ts'
import { toRunHeadJson, toRunJson } from './eval-json.ts'
import * as route from './eval-route.ts'
import { acceptsEvents, EVENT_STREAM_HEADERS, lastEventIdOf } from './event-stream.ts'

const UNKNOWN = '没有这次评测。'

const EXPORT: Readonly<Record<ExportFormat, { readonly type: string; readonly ending: string }>> = {
  html: { type: 'text/html', ending: 'html' },
  json: { type: 'application/json', ending: 'json' },
  junit: { type: 'application/xml', ending: 'xml' },
}

/** Words of documents and questions stand in it; whatever they are, nothing of them runs. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Evaluations of this program, and what readers complained of. */
export function evalRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  runRoutes(app, deps)
  accountRoutes(app, deps)
  complaintRoutes(app, deps)
}

function runRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.listSuites, async (c) => c.json({ suites: [...(await runsOf(deps).suites())] }, 200))
    .openapi(route.listRuns, (c) => c.json({ runs: runsOf(deps).list().map(toRunHeadJson) }, 200))
    .openapi(route.postRun, async (c) => {
      const { suites, baseline, model } = c.req.valid('json')
      const runs = runsOf(deps)
      // Over the wire a run is named by its id; only the command line may name a file.
      if (baseline !== undefined && runs.get(baseline) === undefined)
        throw new InvalidRequestError(UNKNOWN, { details: { pointer: '/baseline' } })
      const head = await runs.start({
        ...(suites === undefined ? {} : { suites }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(model === true ? { withModel: true } : {}),
      })
      return c.json(toRunJson(head), 202, { location: `/api/v1/evals/runs/${head.id}` })
    })
    .openapi(route.getRun, (c) => {
      const { id } = c.req.valid('param')
      const head = runOf(id, deps)
      if (!acceptsEvents(c.req.header('accept'))) return c.json(toRunJson(head), 200)
      const events = runEvents(runsOf(deps), id, lastEventIdOf(c.req.header('last-event-id')))
      return c.body(events, 200, EVENT_STREAM_HEADERS)
    })
}

function accountRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.getFailures, (c) => {
      const { id } = runOf(c.req.valid('param').id, deps)
      return c.json({ failures: [...runsOf(deps).failures(id)] }, 200)
    })
    .openapi(route.getExport, (c) => {
      const { id } = runOf(c.req.valid('param').id, deps)
      const { format } = c.req.valid('query')
      const content = runsOf(deps).exported(id, format)
      if (content === undefined) throw new NotFoundError('这次评测没有做完，还没有报告。')
      const { type, ending } = EXPORT[format]
      const how = format === 'html' ? 'inline' : 'attachment'
      return c.body(content, 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `${how}; filename="yaodian-eval-${id}.${ending}"`,
        ...(format === 'html' ? { 'content-security-policy': REPORT_POLICY } : {}),
      })
    })
    .openapi(route.getComparison, async (c) => {
      const { id } = runOf(c.req.valid('param').id, deps)
      return c.json(await runsOf(deps).compare(runOf(c.req.valid('query').base, deps).id, id), 200)
    })
}

function complaintRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.listComplaints, (c) => c.json(complaintsJson(deps, runsOf(deps)), 200))
    .openapi(route.postComplaint, (c) => c.json(makeComplaint(c.req.valid('json'), deps, runsOf(deps)), 201))
    .openapi(route.deleteComplaint, (c) => {
      runsOf(deps).removeComplaint(c.req.valid('param').id)
      return c.body(null, 204)
    })
}

/** @throws NotAvailableError where the program cannot be evaluated */
function runsOf({ evaluations }: ApiDeps): EvalRuns {
  if (evaluations === undefined)
    throw new NotAvailableError('这里不能评测：评测要在装有完整程序的机器上运行（npx yaodian eval）。')
  return evaluations
}

/** @throws NotFoundError */
function runOf(id: string, deps: ApiDeps): RunHead {
  const head = runsOf(deps).get(id)
  if (head === undefined) throw new NotFoundError(UNKNOWN)
  return head
}
