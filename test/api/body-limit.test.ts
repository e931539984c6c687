import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { limitBody } from '../../src/api/body-limit.ts'

const BYTES = 1000
const PARTS = 3

const app = new Hono()
app.use(limitBody({ bytes: BYTES, parts: PARTS, refuse: (c, excess) => c.text(excess, 413) }))
app.post('/', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)))
app.post('/unread', (c) => c.text('unread'))
app.onError((fault, c) => c.text(fault.name, 500))

/** A body of so many chunks of a hundred bytes, and how many of them were asked for. */
function chunked(chunks: number) {
  let asked = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (++asked > chunks) controller.close()
      else controller.enqueue(new Uint8Array(100))
    },
  })
  return { body, asked: () => asked }
}

async function post(body: BodyInit, headers: Readonly<Record<string, string>> = {}, path = '/') {
  const response = await app.request(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  return [response.status, await response.text()]
}

describe('a body', () => {
  it('of just the limit is read whole', async () => {
    expect(await post(chunked(10).body)).toEqual([200, '1000'])
  })

  it('without end is refused when the limit is reached, not later', async () => {
    const { body, asked } = chunked(1e9)
    expect(await post(body)).toEqual([413, 'bytes'])
    expect(asked()).toBeLessThan(15)
  })

  it('longer than it says is refused all the same', async () => {
    for (const length of ['10', '0', '-1', 'none'])
      expect(await post(chunked(50).body, { 'content-length': length })).toEqual([413, 'bytes'])
  })

  it('that says it is too long is refused unread', async () => {
    const { body, asked } = chunked(1e9)
    expect(await post(body, { 'content-length': '1001' })).toEqual([413, 'bytes'])
    expect(asked()).toBeLessThan(3)
  })

  it('that nobody reads is not read', async () => {
    const { body, asked } = chunked(1e9)
    expect(await post(body, {}, '/unread')).toEqual([200, 'unread'])
    expect(asked()).toBeLessThan(5)
  })
})

describe('a form', () => {
  const form = (parts: number, boundary: string) =>
    `${`--${boundary}\r\n\r\nx\r\n`.repeat(parts)}--${boundary}--\r\n`
  /** Byte by byte, so that every mark lies across chunks. */
  const slowly = (text: string) =>
    new Blob([text]).stream().pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          for (const byte of chunk) controller.enqueue(Uint8Array.of(byte))
        },
      }),
    )

  it.each([
    ['b', 'multipart/form-data; boundary=b'],
    ['--b--', 'multipart/form-data; boundary="--b--"; charset=utf-8'],
    ['-------b', 'Multipart/Form-Data; Charset=x; Boundary=-------b'],
  ])('with marks %s may have so many parts and no more', async (boundary, type) => {
    for (const bodyOf of [slowly, (text: string) => text]) {
      const [status] = await post(bodyOf(form(PARTS, boundary)), { 'content-type': type })
      expect(status).toBe(200)
      expect(await post(bodyOf(form(PARTS + 1, boundary)), { 'content-type': type })).toEqual([413, 'parts'])
    }
  })

  it('is told from what only looks like one', async () => {
    expect((await post(form(20, 'b'), { 'content-type': 'text/plain; boundary=b' }))[0]).toBe(200)
    expect((await post(form(20, 'b'), { 'content-type': 'multipart/form-data; boundary=c' }))[0]).toBe(200)
  })
})
