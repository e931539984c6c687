import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import type { Asked } from '../answer-client.ts'
import type { Filters } from '../filter.ts'
import type { Route } from '../route.ts'
import {
  conversationOf,
  currentOf,
  isInConversation,
  isOpenAt,
  isSamePlace,
  type Shown,
  shownOf,
} from '../shown.ts'
import { useQuestion } from './use-question.ts'
import type { Navigate } from './use-route.ts'
import { useThreads } from './use-threads.ts'

export type Ask = (
  question: string,
  how?: { readonly filters?: Filters; readonly isStandalone?: boolean; readonly againOf?: string | null },
) => void

export interface Answers {
  readonly shown: Shown
  /** The answer that stands open, as far as it is there. */
  readonly current: AnswerJson | null
  /** Null before the first question of a conversation. */
  readonly conversationId: string | null
  /** The text in the question field; it stays while other pages are looked at. */
  readonly draft: string
  setDraft(draft: string): void
  readonly ask: Ask
  /** @returns whether a question was under way */
  stop(): boolean
  forget(conversationId: string): void
}

/** Asks in the conversation the address names, and keeps what was answered. */
export function useAnswers(route: Route, navigate: Navigate, onAnswered: () => void): Answers {
  const [draft, setDraft] = useState('')
  const [from, setFrom] = useState(route)
  const placeOfAsking = useRef(route)
  const [onTaken, here] = useArrival(route, navigate, placeOfAsking)
  const learn = useRef<(answer: AnswerJson, asked: Asked | null) => void>(() => undefined)
  const listener = useMemo(() => {
    const onAnswer = (answer: AnswerJson, asked: Asked | null) => {
      learn.current(answer, asked)
      onAnswered()
    }
    return { onTaken, onAnswer }
  }, [onTaken, onAnswered])
  const { running, ask: askOne, takeUp, stop } = useQuestion(listener)
  const takeUpHere = useCallback<typeof takeUp>(
    (id, onUnknown) => {
      placeOfAsking.current = here.current
      takeUp(id, onUnknown)
    },
    [takeUp, here],
  )
  const isOpen = running !== null && isOpenAt(running, from, route)
  const own = running !== null && (isOpen || isInConversation(running, route)) ? running : null
  const threads = useThreads(route, isOpen, takeUpHere)
  useEffect(() => {
    learn.current = threads.learn
  }, [threads.learn])
  const addressed = route.view === 'ask' ? route.conversationId : null
  const conversationId = own === null ? (threads.thread?.conversationId ?? addressed) : conversationOf(own)
  const ask = useCallback<Ask>(
    (question, { filters, isStandalone = false, againOf = null } = {}) => {
      placeOfAsking.current = here.current
      setFrom(here.current)
      askOne({ question, filters: filters ?? null, conversationId, isStandalone, againOf })
    },
    [askOne, conversationId, here],
  )
  const shown = shownOf(route, threads, own, isOpen)
  const { forget } = threads
  return { shown, current: currentOf(shown), conversationId, draft, setDraft, ask, stop, forget }
}

/** Goes to an answer as soon as it has an address; whoever has gone elsewhere in the meantime is not called back. */
function useArrival(route: Route, navigate: Navigate, placeOfAsking: { readonly current: Route }) {
  const here = useRef(route)
  useEffect(() => {
    here.current = route
  }, [route])
  const onTaken = useCallback(
    ({ id: answerId, conversation_id: conversationId }: AnswerJson) => {
      const next: Route = { view: 'ask', conversationId, answerId, source: null }
      if (!isSamePlace(placeOfAsking.current, here.current) || isSamePlace(next, here.current)) return
      here.current = next
      navigate(next)
    },
    [navigate, placeOfAsking],
  )
  return [onTaken, here] as const
}
