import type { Context, MiddlewareHandler } from 'hono'

/** How much of a request is read before it is refused. */
export interface BodyLimit {
  readonly bytes: number
  /** Of a multipart form, fields and files together. */
  readonly parts: number
  refuse(c: Context, excess: Excess): Response
}

export type Excess = 'bytes' | 'parts'

/**
 * Counts while the body streams in and stops at the limit; what a request says of its own length is only believed
 * where it is too much already. Nothing is held here.
 */
export function limitBody({ bytes, parts, refuse }: BodyLimit): MiddlewareHandler {
  return async (c, next) => {
    const { body } = c.req.raw
    if (body === null) return next()
    if (Number(c.req.header('content-length') ?? 0) > bytes) return refuse(c, 'bytes')
    const countMarks = createMarkCounter(c.req.header('content-type') ?? '')
    let left = bytes
    let excess: Excess | undefined
    const watched = watch(body, (chunk) => {
      left -= chunk.length
      if (left < 0) excess = 'bytes'
      else if (countMarks(chunk) > parts + 1) excess = 'parts'
      return excess === undefined
    })
    c.req.raw = new Request(c.req.raw, { body: watched, duplex: 'half' } as RequestInit)
    await next()
    // Whoever read the body saw it break off, and says something else of it.
    if (excess !== undefined) c.res = refuse(c, excess)
  }
}

/** The same stream, until a chunk is not welcome. The source is left open, or the answer could not be sent. */
function watch(
  body: ReadableStream<Uint8Array>,
  isWelcome: (chunk: Uint8Array) => boolean,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else if (isWelcome(value)) controller.enqueue(value)
      else controller.error(new RangeError('the body is beyond its limit'))
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/** Tells how many marks have gone by, one before each part and one at the end; those across two chunks too. */
function createMarkCounter(contentType: string): (chunk: Uint8Array) => number {
  const [, quoted, plain] = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/isu.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return () => 0
  const mark = `--${boundary}`
  // One character a byte; only the mark must be found, and that is ASCII.
  const decoder = new TextDecoder('latin1')
  let tail = ''
  let count = 0
  return (chunk) => {
    const text = tail + decoder.decode(chunk)
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count++
    tail = text.slice(1 - mark.length)
    return count
  }
}
