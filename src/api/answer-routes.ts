import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { NotFoundError } from '../error.ts'
import { answerEventStream, type Told, toldAgain } from './answer-events.ts'
import type { AnswerRun } from './answer-run.ts'
import type { ApiDeps } from './deps.ts'
import { acceptsEvents, EVENT_STREAM_HEADERS, lastEventIdOf } from './event-stream.ts'
import { toFilters } from './filters.ts'
import { problemJson, problemOf } from './problem.ts'
import { answerOf, startAnswer } from './respond.ts'
import * as route from './route.ts'
import { answerSchema } from './schema.ts'
import { traceSchema } from './trace-schema.ts'

/** Questions, and answers by id. */
export function answerRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  app
    .openapi(route.postAnswer, async (c) => {
      const { question, conversation_id: id, standalone, again_of: againOf, filters } = c.req.valid('json')
      const conversation = { id, isStandalone: standalone === true, againOf }
      const run = startAnswer({ question, filters: toFilters(filters), conversation }, deps)
      const leave = waitAs(c, run)
      return acceptsEvents(c.req.header('accept'))
        ? streamAnswer(c, followedOnce(run, leave), 0)
        : c.json(await answerOf(run), 200)
    })
    .openapi(route.getAnswer, async (c) => {
      const { id } = c.req.valid('param')
      if (acceptsEvents(c.req.header('accept')))
        return streamAnswer(c, findTold(id, deps), lastEventIdOf(c.req.header('last-event-id')))
      const run = deps.runs.get(id)
      if (run === undefined || run.end !== undefined) return c.json(findStored(id, deps).answer, 200)
      // Who asks so wants what there will be; it keeps nothing going. The page asks so for what it has just stopped.
      return c.json(await answerOf(run), 200)
    })
    .openapi(route.getTrace, (c) => {
      const trace = deps.answers.trace(c.req.valid('param').id)
      if (trace === undefined) throw new NotFoundError('没有这条回答的经过。')
      return c.json(traceSchema.parse(JSON.parse(trace)), 200)
    })
}

/** The client waits for the run until it is gone, or until the function is called. */
function waitAs(c: Context, run: AnswerRun): () => void {
  const leave = run.follow(() => undefined)
  c.req.raw.signal.addEventListener('abort', leave, { once: true })
  return leave
}

/** Whoever waited for the stream to begin now waits by reading it. */
function followedOnce(run: AnswerRun, leave: () => void): Told {
  return {
    get events() {
      return run.events
    },
    get end() {
      return run.end
    },
    follow: (listener) => {
      const unfollow = run.follow(listener)
      leave()
      return unfollow
    },
  }
}

function findTold(id: string, deps: ApiDeps): Told {
  const run = deps.runs.get(id)
  // What was told of a removed answer is still held for a while, and must not be told again.
  const isRemoved = run?.end?.kind === 'completed' && deps.answers.get(id) === undefined
  if (run !== undefined && !isRemoved) return run
  const { answer, json } = findStored(id, deps)
  return toldAgain(answer, json)
}

/** @throws NotFoundError for an id that names no answer */
function findStored(id: string, deps: ApiDeps) {
  const json = deps.answers.get(id)
  if (json === undefined) throw new NotFoundError('没有这条回答。')
  return { json, answer: answerSchema.parse(JSON.parse(json)) }
}

function streamAnswer(c: Context, told: Told, lastEventId: number) {
  const stream = answerEventStream(told, lastEventId, (fault) => problemJson(c, problemOf(c, fault)))
  return c.body(stream, 200, EVENT_STREAM_HEADERS)
}
