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
  /** @param asked null when it was asked before this page was loaded */
  learn(answer: AnswerJson, asked: Pick<Asked, 'conversationId' | 'againOf'> | null): void
  forget(conversationId: string): void
}

/**
 * The conversation the address names, loaded once.
 * @param isHeld whether the answer the address names is still on its way
 * @param takeUp called for an answer that its conversation does not hold yet; must be stable
 */
export function useThreads(
  route: Route,
  isHeld: boolean,
  takeUp: (answerId: string, onUnknown: (error: unknown) => void) => void,
): Threads {
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
    const fail = (fault: unknown) => isAbort(fault) || setFailed({ place, error: asError(fault) })
    loadThread(conversationId, answerId, controller.signal).then((loaded) => {
      setThreads((before) => withThread(before, key, loaded))
      if (answerId !== null && !hasAnswer(loaded, answerId)) takeUp(answerId, fail)
    }, fail)
    return () => controller.abort()
  }, [isMissing, key, error, conversationId, answerId, place, takeUp])

  const learn = useCallback<Threads['learn']>((answer, asked) => {
    const own = keyOf(answer.conversation_id, answer.id)
    if (own === null) return
    const add = (newer: Thread) => setThreads((before) => withThread(before, own, newer))
    // Which answer it is another version of, only the service knows.
    if (asked === null && answer.conversation_id !== null)
      findThread(answer.conversation_id, answer.id, NEVER).then(
        (newer) => newer !== null && hasAnswer(newer, answer.id) && add(newer),
        () => undefined,
      )
    setThreads((before) => {
      const known = before.get(own)
      // Of a conversation that was never loaded, more than this answer is missing.
      if (known === undefined && asked !== null && asked.conversationId !== null) return before
      return withThread(before, own, withAnswer(known, answer, asked?.againOf))
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

const NEVER = new AbortController().signal

/** The conversation, maybe without the answer that is still under way; one that belongs to none stands by itself. */
async function loadThread(
  conversationId: string | null,
  answerId: string | null,
  signal: AbortSignal,
): Promise<Thread> {
  if (conversationId !== null) {
    const thread = await findThread(conversationId, answerId, signal)
    return thread ?? { conversationId, turns: [] }
  }
  if (answerId === null) return { conversationId, turns: [] }
  const answer = await getAnswer(answerId, signal)
  const own = answer.conversation_id
  return own === null ? withAnswer(undefined, answer) : threadOf(await getConversation(own, signal))
}

async function findThread(id: string, answerId: string | null, signal: AbortSignal): Promise<Thread | null> {
  try {
    return threadOf(await getConversation(id, signal))
  } catch (error) {
    if (answerId !== null && error instanceof RequestError && error.status === 404) return null
    throw error
  }
}
