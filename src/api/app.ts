import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { passageIdSchema } from '../corpus/index.ts'
import { NotFoundError } from '../error.ts'
import { answerRoutes } from './answer-routes.ts'
import { limitBody } from './body-limit.ts'
import { conversationRoutes } from './conversation-routes.ts'
import type { ApiDeps } from './deps.ts'
import { documentRoutes } from './document-routes.ts'
import { evalRoutes } from './eval-routes.ts'
import { limitEvidence } from './evidence-limit.ts'
import { toFilters } from './filters.ts'
import { jobRoutes } from './job-routes.ts'
import { lineageRoutes } from './lineage-routes.ts'
import { refuseOtherMethods } from './method.ts'
import { outlineRoutes } from './outline-routes.ts'
import { createOverview } from './overview-json.ts'
import { faultResponse, problemResponse } from './problem.ts'
import { checkQuestion } from './respond.ts'
import { revisionRoutes } from './revision-routes.ts'
import * as route from './route.ts'
import { searchPassages, similarPassages } from './search-json.ts'
import { LARGEST_UPLOAD, MOST_FILES, tooManyFiles, uploadedFile } from './upload.ts'
import { requireUtf8 } from './utf8-body.ts'
import { verifyFile, verifyText } from './verification-json.ts'

const LARGEST_BODY = 1024 * 1024
/** Two million characters of evidence, and the text. */
const LARGEST_VERIFICATION = 8 * 1024 * 1024

const UPLOADS: ReadonlySet<string> = new Set(['/api/v1/documents', '/api/v1/verifications/file'])

export interface ApiOptions {
  /** Whether a request that names this host (name and port) is meant for us; by default every one is. */
  readonly acceptsHost?: (host: string) => boolean
}

/** The one Hono app behind every runtime: REST under /api/v1, health and the OpenAPI document. */
export function createApi(deps: ApiDeps, { acceptsHost = () => true }: ApiOptions = {}) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = result.error.issues.map((issue) => ({
        pointer: `/${issue.path.join('/')}`,
        detail: issue.message,
      }))
      return problemResponse(c, {
        status: 400,
        code: 'request_invalid',
        detail: '请求内容不符合要求。',
        errors,
      })
    },
  })
  app.use(requestId())
  app.use(secureHeaders(SECURITY))
  app.use(async (c, next) => {
    if (acceptsHost(c.req.header('host') ?? '') && !isForeign(c)) return next()
    return problemResponse(c, { status: 403, code: 'host_refused', detail: '只接受来自本机地址的访问。' })
  })
  app.use('/api/*', async (c, next) => {
    await next()
    // A stream says for itself that it must neither be kept nor changed on the way.
    if (!c.res.headers.get('content-type')?.startsWith('text/event-stream'))
      c.res.headers.set('cache-control', 'no-store')
  })
  const upload = limitTo(LARGEST_UPLOAD, '上传的文件过大（一次合计上限 200 MB）。')
  const other = limitTo(LARGEST_BODY, '提交的内容过大（上限 1 MB）。')
  const verification = limitTo(LARGEST_VERIFICATION, '提交的内容过大（上限 8 MB）。')
  app.use((c, next) => {
    if (UPLOADS.has(c.req.path)) return upload(c, next)
    return c.req.path === '/api/v1/verifications' ? verification(c, next) : other(c, next)
  })
  app.use(requireUtf8)
  app.onError((fault, c) => faultResponse(c, fault))
  app.notFound((c) => problemResponse(c, { status: 404, code: 'not_found', detail: '没有这个地址。' }))
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'yaodian 要点', version: '1' } })
  otherRoutes(app, deps)
  answerRoutes(app, deps)
  conversationRoutes(app, deps)
  documentRoutes(app, deps)
  revisionRoutes(app, deps)
  jobRoutes(app, deps)
  evalRoutes(app, deps)
  outlineRoutes(app, deps)
  lineageRoutes(app, deps)
  refuseOtherMethods(app)
  return app
}

function limitTo(bytes: number, detail: string) {
  return limitBody({
    bytes,
    parts: MOST_FILES,
    refuse: (c, excess) =>
      excess === 'parts'
        ? faultResponse(c, tooManyFiles())
        : problemResponse(c, { status: 413, code: 'body_too_large', detail }),
  })
}

/** Whether a page of another origin sends this: a browser names it in `Origin` whenever something may change. */
function isForeign(c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host')
}

const SECURITY = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    workerSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  // A report brings a policy of its own, which lets nothing in but its style.
  overwrite: false,
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]

/** Search, checking and the state of the service. */
function otherRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  const overview = createOverview(deps)
  app
    .openapi(route.getHealth, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(route.getOverview, async (c) => c.json(await overview(), 200))
    .openapi(route.postSearch, async (c) => {
      const { query, k, filters } = c.req.valid('json')
      checkQuestion(query)
      return c.json({ hits: await searchPassages(query, k, toFilters(filters), deps.desk()) }, 200)
    })
    .openapi(route.postVerification, async (c) => {
      const { text, evidence, filters } = c.req.valid('json')
      limitEvidence(evidence ?? [])
      return c.json(await verifyText(text, evidence, toFilters(filters), deps.desk, c.req.raw.signal), 200)
    })
    .openapi(route.postVerificationFile, async (c) => {
      const file = await uploadedFile(await c.req.formData())
      return c.json(await verifyFile(file, deps, c.req.raw.signal), 200)
    })
    .openapi(route.getSimilar, async (c) => {
      const id = passageIdSchema.safeParse(c.req.valid('param').id)
      if (!id.success || !deps.desk().corpus.passages.has(id.data)) throw new NotFoundError('没有这个段落。')
      return c.json({ hits: await similarPassages(id.data, c.req.valid('query').k, deps.desk()) }, 200)
    })
}
