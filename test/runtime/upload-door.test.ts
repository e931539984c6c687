import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JobJson, jobSchema } from '../../src/api/job-schema.ts'
import { type ServerUnderTest, startServer } from '../torture/server-under-test.ts'

const BOUNDARY = 'door'
const PLAN = '某市卫生健康委员会2031年工作要点\n一、强化基层\n建成社区医院6家。\n'

let server: ServerUnderTest
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Says bytes that no client library would say, until the server answers; the head and body of its answer. */
function say(...chunks: readonly (string | Buffer)[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let heard = ''
  let isOver = false
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1', async () => {
    for (const chunk of chunks) {
      if (isOver) break
      await new Promise<void>(
        (written) => void (socket.write(chunk, () => written()) || sleep(50).then(written)),
      )
    }
  })
  const finish = () => {
    isOver = true
    socket.destroy()
    resolve(heard)
  }
  socket.on('data', (chunk) => {
    heard += chunk.toString('utf8')
    if (isWhole(heard)) finish()
  })
  socket.on('error', finish).on('close', finish)
  return promise
}

function isWhole(answer: string): boolean {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const length = /content-length: (\d+)/iu.exec(head)?.[1]
  return length !== undefined && Buffer.byteLength(rest.join('\r\n\r\n')) >= Number(length)
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1])
}

function headOf(extra: string, path = '/api/v1/documents'): string {
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\n${extra}\r\n`
}

function partOf(disposition: string, content: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\n\r\n${content}\r\n`
}

function upload(disposition: string, content = PLAN): Promise<string> {
  const body = `${partOf(disposition, content)}--${BOUNDARY}--\r\n`
  return say(headOf(`Content-Length: ${Buffer.byteLength(body)}\r\n`) + body)
}

async function finishedJob(accepted: string): Promise<JobJson> {
  const { id } = jobSchema.parse(JSON.parse(accepted.slice(accepted.indexOf('{'))))
  for (;;) {
    const job = jobSchema.parse(await (await fetch(`${server.url}/api/v1/jobs/${id}`)).json())
    if (job.status === 'done') return job
    await sleep(10)
  }
}

async function isAlive(): Promise<boolean> {
  return (await fetch(`${server.url}/healthz`)).ok && !server.hasEnded()
}

describe('a name of an uploaded file', () => {
  it.each([
    ['passwd', '../../../etc/passwd'],
    ['win.ini', '..\\..\\windows\\win.ini'],
    ['要点.txt', '\\\\server\\share\\要点.txt'],
    ['要点.txt', 'C:\\要点.txt'],
    ['要点.txt', '/etc/要点.txt'],
    ['未命名', '..'],
    ['未命名', '.'],
    ['未命名', 'a/..'],
    ['．．／要点.txt', '．．／要点.txt'],
    ['%2e%2e%2fetc%2fpasswd', '%2e%2e%2fetc%2fpasswd'],
    ['要点.txt', '要点\0.txt'],
    ['要点txt.exe', '要点\u202etxt.exe'],
    ['aX-Injected: 1', 'a%0D%0AX-Injected: 1'],
    ['a"; filename=b', 'a%22; filename=b'],
    ['__proto__', '__proto__'],
    ['未命名', '  '],
    ['长'.repeat(200), '长'.repeat(350_000)],
    ['长'.repeat(199), `${'长'.repeat(199)}𠮷.txt`],
    ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
  ])('becomes the label %j', async (label, name) => {
    const accepted = await upload(`form-data; name="file"; filename="${name}"`)
    expect(statusOf(accepted)).toBe(202)
    expect(accepted.split('\r\n\r\n')[0]).not.toMatch(/injected|filename/iu)
    const { receipts } = await finishedJob(accepted)
    expect(receipts.map(({ file }) => file)).toEqual([label])
    expect(server.strayFiles()).toEqual([])
  })

  it.each([
    'form-data; name="file"; filename="a\r\nX-Injected: 1"',
    'form-data; name="file"; filename="a',
    'form-data',
    'attachment; filename="a.txt"',
    'form-data; name="__proto__"',
    '',
  ])('is refused with its form in %j', async (disposition) => {
    const answer = await upload(disposition)
    expect(statusOf(answer)).toBe(400)
    expect(answer.split('\r\n\r\n')[0]).not.toMatch(/injected/iu)
  })
})

describe('an upload', () => {
  it.each(['-1', 'abc', '1e3', '5, 6', '18446744073709551617', '0x10', '', '10\r\nContent-Length: 11'])(
    'of length %j is refused',
    async (length) => {
      const answer = await say(
        headOf(`Content-Length: ${length}\r\n`) + partOf('form-data; name="file"', 'x'),
      )
      expect(statusOf(answer)).toBe(400)
      expect(await isAlive()).toBe(true)
    },
  )

  it('longer than it says, and one of two lengths, is refused', async () => {
    const body = partOf('form-data; name="file"; filename="a.txt"', PLAN)
    expect(statusOf(await say(headOf('Content-Length: 10\r\n') + body))).toBe(400)
    expect(
      statusOf(await say(`${headOf('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}0\r\n\r\n`)),
    ).toBe(400)
  })

  it('that says it is too long is refused before it is sent', async () => {
    expect(statusOf(await say(headOf('Content-Length: 300000000\r\n')))).toBe(413)
  })

  it.each([
    ['/api/v1/documents', 220],
    ['/api/v1/answers', 3],
    ['/api/v1/search', 3],
  ])('without end is cut off at %s', async (path, megabytes) => {
    const chunk = Buffer.concat([
      Buffer.from('100000\r\n'),
      Buffer.alloc(1024 * 1024, 'x'),
      Buffer.from('\r\n'),
    ])
    const endless = Array<Buffer>(megabytes).fill(chunk)
    const type = path.endsWith('documents') ? '' : 'X-Type: json\r\n'
    const head = headOf(`Transfer-Encoding: chunked\r\n${type}`, path)
    expect(
      statusOf(
        await say(type === '' ? head : head.replace(/multipart\S+ \S+/u, 'application/json'), ...endless),
      ),
    ).toBe(413)
    expect(await isAlive()).toBe(true)
  })

  it.each(['form-data; name="a"', 'form-data; name="file"; filename="a.txt"'])(
    'of 100,000 parts %j is refused',
    async (disposition) => {
      const body = partOf(disposition, 'x').repeat(100_000)
      const answer = await say(headOf(`Content-Length: ${body.length}\r\n`), body)
      expect(statusOf(answer)).toBe(400)
      expect(answer).toContain('1000 个文件')
    },
  )

  it('that is no form is refused in plain words', async () => {
    for (const type of [
      'multipart/form-data',
      'text/plain',
      'application/json',
      'multipart/mixed; boundary=door',
    ]) {
      const answer = await say(headOf('Content-Length: 4\r\n').replace(/multipart\S+ \S+/u, type), 'abcd')
      expect([400, 415]).toContain(statusOf(answer))
      expect(answer).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('a request', () => {
  it.each([
    [
      '10,000 headers',
      headOf(`${Array.from({ length: 10_000 }, (_, at) => `X-${at}: 1\r\n`).join('')}Content-Length: 0\r\n`),
      431,
    ],
    ['an address of 64 KB', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['a line break in a header', headOf('X-A: 1\rX-B: 2\r\nContent-Length: 0\r\n'), 400],
  ])('with %s is refused', async (_, bytes, status) => {
    expect(statusOf(await say(bytes))).toBe(status)
    expect(await isAlive()).toBe(true)
  })

  it('with JSON 100,000 deep is refused', async () => {
    const body = '['.repeat(100_000) + ']'.repeat(100_000)
    const response = await fetch(`${server.url}/api/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
  })
})
