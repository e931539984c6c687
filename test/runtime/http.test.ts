import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { problemSchema } from '../../src/api/schema.ts'
import { ConfigError } from '../../src/error.ts'
import { listen } from '../../src/runtime/http.ts'
import { openApi } from '../api/api.ts'

const { deps } = await openApi([])
const server = await listen(deps, '127.0.0.1', 0)
afterAll(() => server.close())

const { port } = new URL(server.url)

interface Reply {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** Unlike fetch, lets a request say any Host. */
function get(path: string, host: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          headers: response.headers,
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** The first line of what the server says to bytes that no client library would send. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (chunk) => {
      resolve(chunk.toString('latin1').split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })
}

describe('the server', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', `127.0.0.1:${port}`, `[::1]:${port}`])(
    'answers to the name %s',
    async (host) => {
      expect((await get('/healthz', host)).status).toBe(200)
    },
  )

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example#127.0.0.1',
    '127.0.0.1@evil.example',
    '10.0.0.1',
    '0.0.0.0',
    '127.0.0.1:abc',
    '[::2]',
  ])('refuses a request meant for %s, on every path', async (host) => {
    for (const path of [
      '/healthz',
      '/api/v1/documents',
      '/openapi.json',
      '/',
      '/documents',
      '/assets/x.js',
      '/nothing',
    ]) {
      const reply = await get(path, host)
      expect([400, 403]).toContain(reply.status)
      if (reply.status === 403) expect(problemSchema.parse(JSON.parse(reply.body)).detail).toContain('本机')
    }
  })

  it('refuses a request without a host, and two of them', async () => {
    expect(await say('GET /healthz HTTP/1.1\r\n\r\n')).toMatch(/ 400 /u)
    expect(await say('GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n')).not.toMatch(
      / 200 /u,
    )
  })

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/%5c..%5cpackage.json',
    '//etc/passwd',
    '/assets/%00',
  ])('serves nothing from outside of the page at %s', async (path) => {
    const reply = await get(path, 'localhost')
    expect([400, 404]).toContain(reply.status)
    expect(reply.body).not.toContain('yaodian"')
  })

  it('says in Chinese that a port is taken, and offers the next', async () => {
    const taken = listen(deps, '127.0.0.1', Number(port))
    await expect(taken).rejects.toThrow(ConfigError)
    await expect(listen(deps, '127.0.0.1', Number(port))).rejects.toThrow(`端口 ${port} 已被占用`)
  })

  it.each(['/', '/documents', '/draft/x'])('serves the page at %s for reading only', async (path) => {
    const response = await fetch(`${server.url}${path}`, { method: 'POST' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('tells a person in words that there is no such page, and a program as a problem', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
    const page = await fetch(`${server.url}/nothing`, { headers: { accept } })
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await page.text()).toContain('没有这个页面')
    for (const [path, headers] of [
      ['/nothing', {}],
      ['/api/v1/nothing', { accept }],
    ] as const) {
      const problem = await fetch(`${server.url}${path}`, { headers })
      expect(problemSchema.parse(await problem.json()).status).toBe(404)
    }
  })

  it('sends its protection along with files and pages too', async () => {
    for (const path of ['/', '/assets/none.js', '/documents/x']) {
      const { headers } = await get(path, 'localhost')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })
})
