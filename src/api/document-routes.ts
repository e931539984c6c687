import type { OpenAPIHono } from '@hono/zod-openapi'
import { documentIdSchema } from '../corpus/index.ts'
import { NotFoundError } from '../error.ts'
import { documentReceipt } from '../ingest/index.ts'
import type { ApiDeps } from './deps.ts'
import { toDocumentSummaryJson, toDocumentTextJson, toInspectionJson } from './document-json.ts'
import * as route from './route.ts'
import { targetCsv, targetPage, toTargetFilters } from './targets-json.ts'

/** Documents, and the ledger read out of them. */
export function documentRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.deleteDocument, (c) => {
      const document = findDocument(deps, c.req.valid('param').id)
      deps.documentLibrary.remove(document.id)
      deps.receipts.add(documentReceipt('removed', document, { file: document.file, at: deps.now() }))
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
      const document = findDocument(deps, c.req.valid('param').id)
      return c.json({ id: document.id, ...toInspectionJson(document) }, 200)
    })
    .openapi(route.getDocumentText, (c) =>
      c.json(toDocumentTextJson(findDocument(deps, c.req.valid('param').id)), 200),
    )
    .openapi(route.listTargets, (c) => {
      const query = c.req.valid('query')
      const { corpus } = deps.desk()
      if (!c.req.header('accept')?.includes('text/csv')) return c.json(targetPage(corpus, query), 200)
      return c.body(targetCsv(corpus, toTargetFilters(query)), 200, {
        'content-type': 'text/csv; charset=utf-8',
      })
    })
}

function findDocument(deps: ApiDeps, id: string) {
  const parsed = documentIdSchema.safeParse(id)
  const indexed = parsed.success ? deps.desk().corpus.documents.get(parsed.data) : undefined
  if (indexed === undefined) throw new NotFoundError('没有这份文件。')
  return indexed.document
}
