import type { MiddlewareHandler } from 'hono'
import { problemResponse } from './problem.ts'

/** Refuses JSON that is not UTF-8: read all the same, its words would be other ones, and be answered. */
export const requireUtf8: MiddlewareHandler = async (c, next) => {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/iu.test(c.req.header('content-type') ?? '')
  if (!isJson || c.req.raw.body === null) return next()
  // A body that breaks off is told of by whoever reads it next.
  const bytes = await c.req.arrayBuffer().catch(() => new ArrayBuffer(0))
  if (isUtf8(bytes)) return next()
  const detail = '请求内容不是 UTF-8 编码，请转成 UTF-8 再提交。'
  return problemResponse(c, { status: 400, code: 'request_invalid', detail })
}

function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  }
}
