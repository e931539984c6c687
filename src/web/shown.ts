import type { AnswerJson } from '../api/schema.ts'
import type { Running } from './hook/use-question.ts'
import type { Threads } from './hook/use-threads.ts'
import type { Route } from './route.ts'
import type { Turn } from './thread.ts'

/** What the answer area shows. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | {
      readonly kind: 'thread'
      readonly turns: readonly Turn[]
      /** The one that stands open; null while the question under way does. */
      readonly openId: string | null
      /** Belongs to this conversation; stands behind its turns. */
      readonly running: Running | null
    }

/** @param isOpen whether the address names the question under way */
export function shownOf(
  route: Route,
  { thread, error, retry }: Pick<Threads, 'thread' | 'error' | 'retry'>,
  running: Running | null,
  isOpen: boolean,
): Shown {
  if (route.view !== 'ask') return { kind: 'nothing' }
  if (isOpen) return { kind: 'thread', turns: thread?.turns ?? [], openId: null, running }
  if (error !== null) return { kind: 'failed', error, retry }
  if (route.conversationId === null && route.answerId === null) return { kind: 'nothing' }
  if (thread === null) return { kind: 'loading' }
  const openId = route.answerId ?? thread.turns.at(-1)?.answerId ?? null
  return { kind: 'thread', turns: thread.turns, openId, running }
}

/** The answer that stands open, as far as it is there. */
export function currentOf(shown: Shown): AnswerJson | null {
  if (shown.kind !== 'thread') return null
  const { turns, openId, running } = shown
  if (openId === null) return running?.answer ?? null
  return turns.find(({ answerId }) => answerId === openId)?.answer ?? null
}

/** The conversation to ask on in; a question that failed has begun none. */
export function conversationOf({ asked, answer, phase }: Running): string | null {
  if (phase.kind === 'failed') return asked.conversationId
  return answer?.conversation_id ?? asked.conversationId
}

export function isInConversation(running: Running, route: Route): boolean {
  const own = conversationOf(running)
  return route.view === 'ask' && own !== null && own === route.conversationId
}

/**
 * Whether the address names this very question.
 * @param from where it was asked; it stands there until it is taken
 */
export function isOpenAt({ answer, phase }: Running, from: Route, route: Route): boolean {
  const isTaken = answer !== null && phase.kind !== 'failed'
  if (!isTaken && isSamePlace(from, route)) return true
  return answer !== null && route.view === 'ask' && route.answerId === answer.id
}

export function isSamePlace(a: Route, b: Route): boolean {
  return (
    a.view === 'ask' && b.view === 'ask' && a.conversationId === b.conversationId && a.answerId === b.answerId
  )
}
