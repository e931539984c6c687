import type { OpenAPIHono } from '@hono/zod-openapi'
import { NotFoundError } from '../error.ts'
import type { ApiDeps } from './deps.ts'
import { entityTag, toDocumentSummaryJson, toDocumentTextJson, toInspectionJson } from './document-json.ts'
import { createJobs } from './job.ts'
import { toPageJson } from './page-json.ts'
import { findVersion, revisionRoutes } from './revision-routes.ts'
import * as route from './route.ts'
import { targetCsv, targetPage, toTargetFilters } from './targets-json.ts'
import { uploadedFiles } from './upload.ts'

/** Documents, how they come in and go, and the ledger read out of them. */
export function documentRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  revisionRoutes(app, deps)
  const { documentLibrary: library, archives, newId } = deps
  const jobs = createJobs({ library, archives, newId, onChanged: () => deps.onLibraryChanged() })
  app
    .openapi(route.postDocuments, async (c) => {
      const job = jobs.start(await uploadedFiles(await c.req.formData()))
      return c.json(job, 202, { location: `/api/v1/jobs/${job.id}` })
    })
    .openapi(route.getJob, (c) => {
      const job = jobs.get(c.req.valid('param').id)
      if (job === undefined) throw new NotFoundError('没有这个任务。')
      return c.json(job, 200)
    })
    .openapi(route.deleteDocument, (c) => {
      deps.documentLibrary.remove(findVersion(deps, c.req.valid('param').id).document.id)
      deps.onLibraryChanged()
      return c.body(null, 204)
    })
    .openapi(route.listDocuments, (c) => {
      const documents = [...deps.desk().corpus.documents.values()].map(({ document }) =>
        toDocumentSummaryJson(document),
      )
      return c.json({ documents }, 200)
    })
    .openapi(route.getDocument, (c) => {
      const { document } = findVersion(deps, c.req.valid('param').id)
      return c.json({ id: document.id, ...toInspectionJson(document) }, 200, { etag: entityTag(document) })
    })
    .openapi(route.getDocumentText, (c) =>
      c.json(toDocumentTextJson(findVersion(deps, c.req.valid('param').id)), 200),
    )
    .openapi(route.getDocumentPage, (c) => {
      const { id, n } = c.req.valid('param')
      const { document } = findVersion(deps, id)
      const page = /^[1-9]\d*$/.test(n) ? library.layout(document.id)?.[Number(n) - 1] : undefined
      if (page === undefined) throw new NotFoundError('没有这一页，或这份文件的格式不分页。')
      return c.json(toPageJson(Number(n), page, document.text), 200)
    })
    .openapi(route.listTargets, (c) => {
      const query = c.req.valid('query')
      const { corpus } = deps.desk()
      if (!c.req.header('accept')?.includes('text/csv')) return c.json(targetPage(corpus, query), 200)
      return c.body(targetCsv(corpus, toTargetFilters(query)), 200, {
        'content-type': 'text/csv; charset=utf-8',
      })
    })
}
