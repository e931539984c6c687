import type { Hono } from 'hono'
import type { Handler } from 'hono/types'
import { problemResponse } from './problem.ts'

/** Routes by path; of a path with several methods all are named. */
type Paths = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Answers a method that a known path does not have with 405 and those it has. To be called behind all routes, which are
 * asked first.
 */
export function refuseOtherMethods(app: Pick<Hono, 'routes' | 'all'>): void {
  for (const [path, methods] of pathsOf(app)) app.all(path, otherMethodRefusal([...methods]))
}

function pathsOf({ routes }: Pick<Hono, 'routes'>): Paths {
  const paths = new Map<string, Set<string>>()
  for (const { path, method } of routes) {
    // Middleware is registered for all methods.
    if (method === 'ALL') continue
    paths.set(path, (paths.get(path) ?? new Set()).add(method))
  }
  return paths
}

/** Answers that only these methods are served. */
export function otherMethodRefusal(methods: readonly string[]): Handler {
  const allow = (methods.includes('GET') ? [...methods, 'HEAD'] : [...methods]).sort().join(', ')
  return (c) => {
    c.header('allow', allow)
    return problemResponse(c, {
      status: 405,
      code: 'method_not_allowed',
      detail: `这个地址不支持 ${c.req.method}，支持 ${allow.replaceAll(', ', '、')}。`,
    })
  }
}
