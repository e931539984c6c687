import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { documentIdSchema } from '../corpus/index.ts'
import { NotFoundError } from '../error.ts'
import type { ApiDeps } from './deps.ts'
import { acceptsEvents, EVENT_STREAM_HEADERS, lastEventIdOf } from './event-stream.ts'
import { jobEvents } from './job-events.ts'
import { toJobJson, toJobSummaryJson } from './job-json.ts'
import { problemJson } from './problem.ts'
import { receiptNumberOf, toReceiptJson, toReceiptPageJson } from './receipt-json.ts'
import * as route from './route.ts'
import { uploadedFiles } from './upload.ts'

/** How documents come in, and what became of every file. */
export function jobRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  const { jobs, receipts } = deps
  app
    .openapi(route.postDocuments, async (c) => {
      const job = jobs.start(await uploadedFiles(await c.req.formData()))
      return c.json(toJobJson(job), 202, { location: `/api/v1/jobs/${job.id}` })
    })
    .openapi(route.listJobs, (c) =>
      c.json({ jobs: jobs.recent(c.req.valid('query').limit).map(toJobSummaryJson) }, 200),
    )
    .openapi(route.getJob, (c) => {
      const job = jobs.get(c.req.valid('param').id)
      if (job === undefined) throw new NotFoundError('没有这个任务。')
      return acceptsEvents(c.req.header('accept')) ? streamJob(c, job.id, deps) : c.json(toJobJson(job), 200)
    })
    .openapi(route.getDocumentReceipts, (c) => {
      const { id } = c.req.valid('param')
      const parsed = documentIdSchema.safeParse(id)
      const found = parsed.success ? receipts.ofDocument(parsed.data) : []
      const isHeld = parsed.success && deps.desk().corpus.documents.has(parsed.data)
      if (found.length === 0 && !isHeld) throw new NotFoundError('没有这份文件。')
      return c.json({ document_id: id, receipts: found.map(toReceiptJson) }, 200)
    })
    .openapi(route.listReceipts, (c) => {
      const { limit, cursor } = c.req.valid('query')
      const before = cursor === undefined ? undefined : receiptNumberOf(cursor)
      const page = toReceiptPageJson(receipts.list(limit + 1, before), limit)
      const next = `/api/v1/receipts?limit=${limit}&cursor=${page.next_cursor}`
      return c.json(page, 200, page.next_cursor === null ? {} : { link: `<${next}>; rel="next"` })
    })
}

function streamJob(c: Context, id: string, { jobs }: ApiDeps) {
  const stopped = problemJson(c, {
    status: 503,
    code: 'stopping',
    detail: '程序正在停止，没有读完的文件下次启动后继续。',
  })
  const broken = problemJson(c, {
    status: 500,
    code: 'internal',
    detail: '程序出错，看不到进度；文件仍会读完。',
  })
  const lastEventId = lastEventIdOf(c.req.header('last-event-id'))
  return c.body(jobEvents({ jobs, id, lastEventId, stopped, broken }), 200, EVENT_STREAM_HEADERS)
}
