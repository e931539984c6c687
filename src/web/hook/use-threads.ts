import { useCallback, useEffect, useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { type Asked, getAnswer } from '../answer-client.ts'
import { isAbort, RequestError } from '../api-client.ts'
import { getConversation } from '../conversation-client.ts'
import type { Route } from '../route.ts'
import { type Thread, threadOf, withAnswer } from '../thread.ts'
import { asError } from './use-resource.ts'

export interface Threads {
  /** What the address names; null when it names nothing, or is not there yet. */
  readonly thread: Thread | null
  readonly error: Error | null
  retry(): void
  learn(answer: AnswerJson, asked: Pick<Asked, 'conversationId' | 'againOf'>): void
  forget(conversationId: string): void
}

/**
 * The conversation the address names, loaded once.
 * @param isHeld whether the answer the address names is still on its way
 */
export function useThreads(route: Route, isHeld: boolean): Threads {
  const [threads, setThreads] = useState<ReadonlyMap<string, Thread>>(new Map())
  const [failed, setFailed] = useState<{ readonly place: string; readonly error: Error } | null>(null)
  const conversationId = route.view === 'ask' ? route.conversationId : null
  const answerId = route.view === 'ask' ? route.answerId : null
  const key = keyOf(conversationId, answerId)
  const place = `${conversationId} ${answerId}`
  const thread = (key === null ? undefined : threads.get(key)) ?? null
  const isKnown = answerId === null ? thread !== null : hasAnswer(thread, answerId)
  const isMissing = key !== null && !isHeld && !isKnown
  const error = failed !== null && failed.place === place ? failed.error : null
  useEffect(() => {
    if (!isMissing || key === null || error !== null) return
    const controller = new AbortController()
    loadThread(conversationId, answerId, controller.signal).then(
      (loaded) => setThreads((before) => withThread(before, key, loaded)),
      (fault: unknown) => isAbort(fault) || setFailed({ place, error: asError(fault) }),
    )
    return () => controller.abort()
  }, [isMissing, key, error, conversationId, answerId, place])

  const learn = useCallback<Threads['learn']>((answer, asked) => {
    const own = keyOf(answer.conversation_id, answer.id)
    if (own === null) return
    setThreads((before) => {
      const known = before.get(own)
      // Of a conversation that was never loaded, more than this answer is missing.
      if (known === undefined && asked.conversationId !== null) return before
      return withThread(before, own, withAnswer(known, answer, asked.againOf))
    })
  }, [])
  const forget = useCallback((id: string) => {
    const isOther = ([, { conversationId }]: readonly [string, Thread]) => conversationId !== id
    setThreads((before) => new Map([...before].filter(isOther)))
  }, [])
  return { thread: isMissing ? null : thread, error, retry: () => setFailed(null), learn, forget }
}

function keyOf(conversationId: string | null, answerId: string | null): string | null {
  return conversationId ?? (answerId === null ? null : `answer ${answerId}`)
}

function hasAnswer(thread: Thread | null, id: string): boolean {
  return thread?.turns.some(({ answerId }) => answerId === id) === true
}

/** So many threads are kept; older ones are loaded again when they are looked at. */
const MOST_KEPT = 20

function withThread(
  threads: ReadonlyMap<string, Thread>,
  key: string,
  thread: Thread,
): ReadonlyMap<string, Thread> {
  const own = thread.conversationId
  const keys = new Set([key, own ?? key])
  const others = [...threads].filter(([one]) => !keys.has(one)).slice(-MOST_KEPT)
  return new Map([...others, ...[...keys].map((one) => [one, thread] as const)])
}

/** The conversation; an answer that has only just been given, or belongs to none, is asked for by itself. */
async function loadThread(
  conversationId: string | null,
  answerId: string | null,
  signal: AbortSignal,
): Promise<Thread> {
  const thread = conversationId === null ? null : await findThread(conversationId, answerId, signal)
  if (thread !== null && (answerId === null || hasAnswer(thread, answerId))) return thread
  if (answerId === null) return { conversationId, turns: [] }
  const answer = await getAnswer(answerId, signal)
  const own = answer.conversation_id
  if (conversationId === null && own !== null) return threadOf(await getConversation(own, signal))
  return withAnswer(thread ?? undefined, answer)
}

async function findThread(id: string, answerId: string | null, signal: AbortSignal): Promise<Thread | null> {
  try {
    return threadOf(await getConversation(id, signal))
  } catch (error) {
    if (answerId !== null && error instanceof RequestError && error.status === 404) return null
    throw error
  }
}
