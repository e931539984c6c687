import type { AnswerJson, ProblemJson } from '../api/schema.ts'
import type { TraceJson } from '../api/trace-schema.ts'
import { RequestError, request, send } from './api-client.ts'
import type { Filters } from './filter.ts'
import { untilDone } from './reconnect.ts'
import { type ServerEvent, serverEvents } from './server-event.ts'
import { NOTHING_TOLD, type ToldAnswer, toldAfter } from './told-answer.ts'

const EVENTS = { accept: 'text/event-stream' } as const

/** A question with everything it is asked under. */
export interface Asked {
  readonly question: string
  /** Null leaves it to the question. */
  readonly filters: Filters | null
  /** Null begins a new conversation. */
  readonly conversationId: string | null
  /** Whether it is to be taken as it is, whatever was asked before. */
  readonly isStandalone: boolean
  /** The answer this becomes another version of. */
  readonly againOf: string | null
}

export function getAnswer(id: string, signal: AbortSignal): Promise<AnswerJson> {
  return request(pathOf(id), { signal })
}

export function getTrace(id: string, signal: AbortSignal): Promise<TraceJson> {
  return request(`${pathOf(id)}/trace`, { signal })
}

/**
 * Asks, and shows the answer each time more of it has been told. A stream that breaks off is taken up again behind the
 * last event that arrived; a question that may not have arrived is not asked twice.
 * @throws RequestError with what to tell the reader
 */
export async function askAndFollow(
  asked: Asked,
  signal: AbortSignal,
  show: (told: ToldAnswer) => void,
): Promise<AnswerJson> {
  const ear = createEar(show)
  const isWhole = await ear
    .hear(asking(asked, signal), () => undefined)
    .catch((error: unknown) => {
      if (ear.told().created === null || signal.aborted) throw error
      return false
    })
  const id = ear.told().created?.id
  if (!isWhole && id !== undefined) await hearOn(id, ear, signal)
  return endOf(ear.told())
}

/**
 * Follows an answer that somebody asked for before, from its beginning.
 * @throws RequestError with what to tell the reader
 */
export async function followAnswer(
  id: string,
  signal: AbortSignal,
  show: (told: ToldAnswer) => void,
): Promise<AnswerJson> {
  const ear = createEar(show)
  await hearOn(id, ear, signal)
  return endOf(ear.told())
}

interface Ear {
  told(): ToldAnswer
  /** @returns whether the end was told */
  hear(events: AsyncIterable<ServerEvent>, gotOn: () => void): Promise<boolean>
}

function createEar(show: (told: ToldAnswer) => void): Ear {
  let told = NOTHING_TOLD
  const hear: Ear['hear'] = async (events, gotOn) => {
    for await (const event of events) {
      gotOn()
      told = toldAfter(told, event)
      show(told)
      if (told.end !== null) return true
    }
    return false
  }
  return { told: () => told, hear }
}

function hearOn(id: string, { told, hear }: Ear, signal: AbortSignal): Promise<void> {
  return untilDone(signal, (gotOn) => hear(toldBehind(id, told().lastEventId, signal), gotOn))
}

function endOf({ end }: ToldAnswer): AnswerJson {
  if (end?.kind === 'completed') return end.answer
  throw end === null ? new RequestError('连接中断，没有收到回答。请重试。', null) : problemError(end.problem)
}

function asking(asked: Asked, signal: AbortSignal): AsyncGenerator<ServerEvent, void> {
  const body = JSON.stringify({
    question: asked.question,
    ...(asked.filters === null ? {} : { filters: asked.filters }),
    ...(asked.conversationId === null ? {} : { conversation_id: asked.conversationId }),
    ...(asked.isStandalone ? { standalone: true } : {}),
    ...(asked.againOf === null ? {} : { again_of: asked.againOf }),
  })
  const headers = { ...EVENTS, 'content-type': 'application/json' }
  return eventsOf('/answers', { method: 'POST', headers, body, signal })
}

function toldBehind(id: string, lastEventId: number, signal: AbortSignal) {
  return eventsOf(pathOf(id), { headers: { ...EVENTS, 'last-event-id': String(lastEventId) }, signal })
}

async function* eventsOf(path: string, init: RequestInit): AsyncGenerator<ServerEvent, void> {
  const { body } = await send(path, init)
  if (body !== null) yield* serverEvents(body)
}

function problemError({ status, detail, request_id, errors }: ProblemJson): RequestError {
  return new RequestError(detail, { status, requestId: request_id, faults: errors ?? [] })
}

function pathOf(id: string): string {
  return `/answers/${encodeURIComponent(id)}`
}
