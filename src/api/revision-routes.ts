import type { OpenAPIHono } from '@hono/zod-openapi'
import { relocate } from '../citation/index.ts'
import { type Document, type DocumentId, documentIdSchema, type Range } from '../corpus/index.ts'
import { BlindEditError, InvalidRequestError, NotFoundError, StaleEditError } from '../error.ts'
import type { DocumentVersion, Library } from '../ingest/index.ts'
import { codePointOffsets, utf16Offsets } from './code-point.ts'
import { toCorrectionChange } from './correction.ts'
import type { ApiDeps } from './deps.ts'
import { entityTag, toInspectionJson } from './document-json.ts'
import type { LocationJson, VersionsJson } from './document-schema.ts'
import * as route from './route.ts'

/** Corrections by a person, versions, and where quoted words stand today. */
export function revisionRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.patchDocument, async (c) => {
      const { document } = findVersion(deps, c.req.valid('param').id)
      checkMatch(c.req.valid('header')['if-match'], document)
      const change = toCorrectionChange(c.req.valid('json'), document, deps.gazetteer)
      const corrected = await deps.documentLibrary.correct(document.id, change)
      deps.onLibraryChanged()
      return c.json({ id: corrected.id, ...toInspectionJson(corrected) }, 200, { etag: entityTag(corrected) })
    })
    .openapi(route.getVersions, (c) => {
      const { id } = findVersion(deps, c.req.valid('param').id).document
      return c.json(versionsJson(id, deps.documentLibrary), 200)
    })
    .openapi(route.getLocation, (c) => {
      const { start, end } = c.req.valid('query')
      const version = findVersion(deps, c.req.valid('param').id)
      return c.json(locationJson(version, { start, end }, deps), 200)
    })
}

/**
 * A document by its id, current or not.
 * @throws NotFoundError
 */
export function findVersion({ documentLibrary }: ApiDeps, id: string): DocumentVersion {
  const parsed = documentIdSchema.safeParse(id)
  const version = parsed.success ? documentLibrary.version(parsed.data) : undefined
  if (version === undefined) throw new NotFoundError('没有这份文件。')
  return version
}

function checkMatch(etag: string | undefined, document: Document): void {
  if (etag === undefined) throw new BlindEditError('请求没有说明是根据哪个状态更正的（缺少 If-Match）。')
  if (etag !== '*' && etag !== entityTag(document))
    throw new StaleEditError('文件刚被别处改动，请刷新后再更正。')
}

function versionsJson(id: DocumentId, library: Library): VersionsJson {
  const versions = library.versions(id)
  const current = versions[0]?.document
  return {
    versions: versions.map(({ document, receivedAt, supersededBy }) => ({
      id: document.id,
      file: document.file,
      title: document.metadata.title?.value ?? document.file,
      sha256: document.sha256,
      received_at: receivedAt,
      is_current: supersededBy === null,
    })),
    near_duplicates:
      current === undefined
        ? []
        : library.nearDuplicates(current.id).map(({ document, resemblance }) => ({
            id: document.id,
            title: document.metadata.title?.value ?? document.file,
            file: document.file,
            resemblance: Math.round(resemblance * 1000) / 1000,
          })),
  }
}

/** @throws InvalidRequestError for a range outside of the text */
function locationJson(
  { document, supersededBy }: DocumentVersion,
  quoted: Range,
  deps: ApiDeps,
): LocationJson {
  const toUtf16 = utf16Offsets(document.text)
  const range = { start: toUtf16(quoted.start), end: toUtf16(quoted.end) }
  if (range.start >= range.end || range.end > document.text.length)
    throw new InvalidRequestError('这个位置不在文件之内。', { details: { pointer: '/end' } })
  if (supersededBy === null) return { status: 'same', document_id: document.id, ...quoted }
  const current = deps.documentLibrary.versions(document.id)[0]?.document
  if (current === undefined) throw new NotFoundError('没有这份文件。')
  const found = relocate(document.text, range, current.text, current.exclusions)
  if (found.kind === 'changed') return { status: 'changed', document_id: current.id, start: null, end: null }
  const offset = codePointOffsets(current.text)
  const { start, end } = found.range
  return { status: 'moved', document_id: current.id, start: offset(start), end: offset(end) }
}
