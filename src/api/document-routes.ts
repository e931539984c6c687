import type { OpenAPIHono } from '@hono/zod-openapi'
import { documentIdSchema } from '../corpus/index.ts'
import { NotFoundError } from '../error.ts'
import { documentReceipt } from '../ingest/index.ts'
import type { ApiDeps } from './deps.ts'
import { entityTag, toDocumentSummaryJson, toDocumentTextJson, toInspectionJson } from './document-json.ts'
import { toPageJson } from './page-json.ts'
import { findVersion } from './revision-routes.ts'
import * as route from './route.ts'
import { targetCsv, targetPage, toTargetFilters } from './targets-json.ts'

/** Documents, and the ledger read out of them. */
export function documentRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.deleteDocument, (c) => {
      const id = documentIdSchema.safeParse(c.req.valid('param').id)
      if (!id.success) throw new NotFoundError('没有这份文件。')
      const removed = deps.documentLibrary.remove(id.data)
      const at = deps.now()
      for (const document of removed)
        deps.receipts.add(documentReceipt('removed', document, { file: document.file, at }))
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
      const layout = /^[1-9]\d*$/.test(n) ? deps.documentLibrary.layout(document.id) : undefined
      const page = layout?.[Number(n) - 1]
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
