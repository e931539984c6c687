import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { BlindEditError, NotFoundError, StaleEditError } from '../error.ts'
import {
  compareOutlines,
  draftable,
  draftOutline,
  edited,
  type Outline,
  type OutlineSection,
  type OutlineVersion,
  regenerateSection,
  type WordingDesk,
  wordOutline,
  wordSection,
} from '../outline/index.ts'
import type { ApiDeps } from './deps.ts'
import { acceptsEvents, EVENT_STREAM_HEADERS } from './event-stream.ts'
import { discardOutline, eraseExpiredOutlines, openOutlineBin, unknownOutline } from './outline-bin.ts'
import { outlineEvents } from './outline-events.ts'
import { exportOutline } from './outline-export.ts'
import { toDraftableJson, toOutlineEdit, toOutlineHeadJson, toOutlineJson } from './outline-json.ts'
import { noteOf } from './outline-note.ts'
import * as route from './outline-route.ts'
import { problemJson, problemOf } from './problem.ts'

/** Drafts: made, read, edited with If-Match, compared, restored and exported. */
export function outlineRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  const { outlines } = deps
  app
    .openapi(route.getDraftable, (c) => c.json(toDraftableJson(draftable(deps.desk().corpus)), 200))
    .openapi(route.postOutline, async (c) => {
      const drafted = { ...(await draftOutline(c.req.valid('json'), deps.desk())), id: deps.newId() }
      const location = `/api/v1/outlines/${drafted.id}`
      if (acceptsEvents(c.req.header('accept'))) return streamed(c, drafted, deps)
      const made = await saved(drafted, { signal: c.req.raw.signal }, deps)
      return c.json(toOutlineJson(made, deps.desk().corpus), 201, { etag: tagOf(made), location })
    })
    .openapi(route.listOutlines, (c) => {
      eraseExpiredOutlines(deps)
      return c.json({ outlines: outlines.list().map(toOutlineHeadJson) }, 200)
    })
    // Before the routes by id, which would take its name for one.
    .openapi(route.listDiscardedOutlines, (c) => c.json({ outlines: [...openOutlineBin(deps)] }, 200))
    .openapi(route.getOutline, (c) => {
      const found = find(c.req.valid('param').id, deps, c.req.valid('query').version)
      return c.json(toOutlineJson(found, deps.desk().corpus), 200, { etag: tagOf(found) })
    })
    .openapi(route.getOutlineVersions, (c) => {
      const { id } = find(c.req.valid('param').id, deps).outline
      const versions = outlines.versions(id)
      return c.json(
        { versions: versions.map(({ number, note, savedAt }) => ({ number, note, saved_at: savedAt })) },
        200,
      )
    })
    .openapi(route.getOutlineComparison, (c) => {
      const { version, with: other, with_version: otherVersion } = c.req.valid('query')
      const { id } = c.req.valid('param')
      const earlier = find(other ?? id, deps, otherVersion)
      const changes = compareOutlines(earlier.outline, find(id, deps, version).outline)
      return c.json({ changes: [...changes] }, 200)
    })
    .openapi(route.getOutlineExport, async (c) => {
      const { format, mode, version } = c.req.valid('query')
      const found = find(c.req.valid('param').id, deps, version)
      return exportOutline(found, { format, mode }, deps)
    })
  editRoutes(app, deps)
  binRoutes(app, deps)
}

function binRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  const { outlines } = deps
  app
    .openapi(route.deleteOutline, (c) => {
      discardOutline(c.req.valid('param').id, c.req.valid('query').forever === 'true', deps)
      return c.body(null, 204)
    })
    .openapi(route.restoreDiscardedOutline, (c) => {
      const { id } = c.req.valid('param')
      const found = outlines.restore(id) ? outlines.list().find((one) => one.id === id) : undefined
      if (found === undefined) throw new NotFoundError('回收站里没有这份提纲。')
      return c.json(toOutlineHeadJson(found), 200)
    })
}

function editRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.patchOutline, (c) => {
      const found = matched(c.req.valid('param').id, c.req.valid('header')['if-match'], deps)
      const edits = c.req.valid('json').edits.map(toOutlineEdit)
      const outline = edits.reduce((draft, edit) => edited(draft, edit, deps.newId), found.outline)
      const next = save(outline, found.number, noteOf(edits, found.outline), deps)
      return c.json(toOutlineJson(next, deps.desk().corpus), 200, { etag: tagOf(next) })
    })
    .openapi(route.postRegeneration, async (c) => {
      const { id, n } = c.req.valid('param')
      const found = matched(id, c.req.valid('header')['if-match'], deps)
      const section = found.outline.sections[n - 1]
      if (section === undefined) throw new NotFoundError('提纲里没有这一部分。')
      const fresh = await regenerateSection(found.outline, n - 1, deps.desk())
      const wording = wordingDesk(deps, { signal: c.req.raw.signal })
      const outline = wording === undefined ? fresh : await wordSection(fresh, n - 1, wording)
      const next = save(outline, found.number, `重新生成“${section.heading}”`, deps)
      return c.json(toOutlineJson(next, deps.desk().corpus), 200, { etag: tagOf(next) })
    })
    .openapi(route.postRestoration, (c) => {
      const { id } = c.req.valid('param')
      const found = matched(id, c.req.valid('header')['if-match'], deps)
      const { version } = c.req.valid('json')
      const next = save(find(id, deps, version).outline, found.number, `恢复到第 ${version} 版`, deps)
      return c.json(toOutlineJson(next, deps.desk().corpus), 200, { etag: tagOf(next) })
    })
}

interface Making {
  readonly signal: AbortSignal
  readonly onSection?: NonNullable<WordingDesk['onSection']>
}

/** Undefined where no model is configured: the draft stays in the originals' own words. */
function wordingDesk({ chat, desk }: ApiDeps, making: Making): WordingDesk | undefined {
  return chat === undefined ? undefined : { corpus: desk().corpus, chat, ...making }
}

/** The first version of a draft, in the model's words where there is one. Nobody's draft is not kept. */
async function saved(drafted: Outline, making: Making, deps: ApiDeps): Promise<OutlineVersion> {
  const wording = wordingDesk(deps, making)
  const outline = wording === undefined ? drafted : await wordOutline(drafted, wording)
  making.signal.throwIfAborted()
  return save(outline, 0, '起草', deps)
}

function streamed(c: Context, drafted: Outline, deps: ApiDeps): Response {
  const { id, title, sections } = drafted
  const events = outlineEvents({
    make: async (tell, signal) => {
      tell('outline.created', { id, title, sections: sections.length })
      const onSection = (done: number, total: number, { heading }: OutlineSection) =>
        tell('outline.section', { done, total, heading })
      return toOutlineJson(await saved(drafted, { signal, onSection }, deps), deps.desk().corpus)
    },
    problemOf: (fault) => problemJson(c, problemOf(c, fault)),
  })
  return c.body(events, 201, { ...EVENT_STREAM_HEADERS, location: `/api/v1/outlines/${id}` })
}

function find(id: string, { outlines }: ApiDeps, version?: number): OutlineVersion {
  const found = outlines.get(id, version)
  if (found === undefined) throw unknownOutline(id, { outlines })
  return found
}

/** Versions never change, so that the id and the number tell one state from any other. */
function tagOf({ outline, number }: OutlineVersion): string {
  return `"${outline.id}-${number}"`
}

function matched(id: string, etag: string | undefined, deps: ApiDeps): OutlineVersion {
  const found = find(id, deps)
  if (etag === undefined) throw new BlindEditError('请求没有说明是根据哪一版修改的（缺少 If-Match）。')
  if (etag !== '*' && etag !== tagOf(found)) throw stale()
  return found
}

function save(outline: Outline, after: number, note: string, { outlines, now }: ApiDeps): OutlineVersion {
  const savedAt = now().toISOString()
  const number = outlines.save(outline, after, { note, savedAt })
  if (number === undefined) throw stale()
  return { outline, number, note, savedAt }
}

function stale(): StaleEditError {
  return new StaleEditError('提纲刚被别处改动，请刷新后再改；您的改动还没有保存。')
}
