import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import type { ApiDeps } from '../api/index.ts'
import { createApi, otherMethodRefusal } from '../api/index.ts'
import { ConfigError } from '../error.ts'

const WEB_FOLDER = join(import.meta.dirname, '../../public')

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i
const HEADERS_TIMEOUT_MS = 20_000
const REQUEST_TIMEOUT_MS = 60_000

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves API and page on one port.
 * @throws ConfigError when the port is taken or may not be used
 */
export async function listen(deps: ApiDeps, host: string, port: number): Promise<Listening> {
  const app = createApp(deps)
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    getRequestListener(app.fetch, { hostname: host }),
  )
  const actualPort = await bind(server, host, port)
  const shownHost = host.includes(':') ? `[${host}]` : host
  return { url: `http://${shownHost}:${actualPort}`, close: () => close(server) }
}

/** The API with the built page beside it. */
const PAGES = [
  '/',
  '/verify',
  '/draft',
  '/draft/*',
  '/lineage',
  '/documents',
  '/documents/*',
  '/evals',
  '/evals/*',
]

function createApp(deps: ApiDeps) {
  const app = createApi(deps, {
    // A page elsewhere that resolves its own name to this machine must not be able to read from here.
    acceptsHost: (host) => LOCAL_HOST.test(host),
  })
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  // Whoever loads the page anew over an answer under way reads on in a moment; it must not be stopped meanwhile.
  app.use('/', (c, next) => {
    deps.runs.get(c.req.query('a') ?? '')?.awaitReader()
    return next()
  })
  app.use('/*', serveStatic({ root: WEB_FOLDER, index: 'none' }))
  for (const path of PAGES) {
    app.get(path, (c) => c.html(pageHtml(), 200, { 'cache-control': 'no-cache' }))
    app.all(path, otherMethodRefusal(['GET']))
  }
  app.get('*', (c, next) => {
    const isForPeople =
      c.req.header('accept')?.includes('text/html') === true && !c.req.path.startsWith('/api/')
    return isForPeople ? c.html(NO_SUCH_PAGE, 404) : next()
  })
  return app
}

/** What a person sees who mistypes an address; programs are told a problem. */
const NO_SUCH_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>没有这个页面 — 要点</title>
<h1>没有这个页面</h1>
<p>请检查地址，或<a href="/">回到问答</a>。</p>
</html>
`

function pageHtml(): string {
  const file = join(WEB_FOLDER, 'index.html')
  if (!existsSync(file)) throw new ConfigError('页面还没有生成，请用 npm start 启动。')
  return readFileSync(file, 'utf8')
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(bindFault(fault, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function bindFault(fault: NodeJS.ErrnoException, host: string, port: number): ConfigError {
  const options = { cause: fault, details: { host, port } }
  if (fault.code === 'EADDRINUSE')
    return new ConfigError(
      `端口 ${port} 已被占用。可用 --port 换一个端口，例如 npm start -- --port ${port + 1}。`,
      options,
    )
  if (fault.code === 'EACCES')
    return new ConfigError(`没有权限使用端口 ${port}，请换 1024 以上的端口。`, options)
  return new ConfigError(`无法在 ${host}:${port} 上监听：${fault.message}`, options)
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((fault) => (fault === undefined ? resolve() : reject(fault)))
    server.closeIdleConnections()
  })
}
