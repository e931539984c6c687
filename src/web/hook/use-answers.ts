import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { getAnswer, isAbort, postQuestion } from '../api-client.ts'
import type { Filters } from '../filter.ts'
import type { Route } from '../route.ts'
import { type HistoryEntry, loadHistory, remember, saveHistory } from '../session-history.ts'
import type { Navigate } from './use-route.ts'

/** What the answer area shows. */
export type Shown =
  | { readonly kind: 'nothing' }
  /** `previous` is the answer to the same question under other filters; it stays until the new one is there. */
  | { readonly kind: 'waiting'; readonly question: string; readonly previous: AnswerJson | null }
  | { readonly kind: 'answer'; readonly answer: AnswerJson }
  | { readonly kind: 'failed'; readonly question: string; readonly error: Error; readonly retry: () => void }

export interface Answers {
  readonly shown: Shown
  /** The stored answer the address names, also while another one is on its way. */
  readonly current: AnswerJson | null
  readonly history: readonly HistoryEntry[]
  ask(question: string, filters?: Filters): void
  stop(): void
}

interface Asked {
  readonly question: string
  readonly filters: Filters | null
  readonly error: Error | null
}

/** Asks, keeps what was answered, and loads by id what the address names. */
export function useAnswers(route: Route, navigate: Navigate): Answers {
  const answerId = route.view === 'ask' ? route.answerId : null
  const { known, history, learn, failure, retry } = useStored(answerId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => {
    running.current?.abort()
    setAsked(null)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere else ends the question under way
  useEffect(() => stop, [route, stop])

  const ask = useCallback(
    (question: string, filters: Filters | null = null) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setAsked({ question, filters, error: null })
      postQuestion(question, filters, controller.signal).then(
        (answer) => {
          if (controller.signal.aborted) return
          learn(answer, true)
          setAsked(null)
          navigate({ view: 'ask', answerId: answer.id, source: null })
        },
        (error: Error) => isAbort(error) || setAsked({ question, filters, error }),
      )
    },
    [learn, navigate],
  )

  const current = answerId === null ? null : (known.get(answerId) ?? null)
  return { shown: shownOf(), current, history, ask, stop }

  function shownOf(): Shown {
    if (asked !== null) {
      const { question, filters, error } = asked
      if (error !== null)
        return { kind: 'failed', question, error, retry: () => ask(question, filters ?? undefined) }
      return { kind: 'waiting', question, previous: filters === null ? null : current }
    }
    if (current !== null) return { kind: 'answer', answer: current }
    if (answerId === null) return { kind: 'nothing' }
    return failure === null
      ? { kind: 'waiting', question: '', previous: null }
      : { kind: 'failed', question: '', error: failure, retry }
  }
}

function useStored(answerId: string | null) {
  const [known, setKnown] = useState<ReadonlyMap<string, AnswerJson>>(new Map())
  const [history, setHistory] = useState(() => loadHistory(sessionStorage))
  const [failed, setFailed] = useState<{ readonly id: string; readonly error: Error } | null>(null)
  const learn = useCallback((answer: AnswerJson, isNew: boolean) => {
    setKnown((before) => new Map(before).set(answer.id, answer))
    if (isNew) setHistory((before) => remember(before, answer))
  }, [])
  useEffect(() => saveHistory(sessionStorage, history), [history])
  const isMissing = answerId !== null && !known.has(answerId)
  const failure = failed !== null && failed.id === answerId ? failed.error : null
  useEffect(() => {
    if (!isMissing || failure !== null) return
    const controller = new AbortController()
    getAnswer(answerId, controller.signal).then(
      (answer) => learn(answer, false),
      (error: Error) => isAbort(error) || setFailed({ id: answerId, error }),
    )
    return () => controller.abort()
  }, [answerId, isMissing, failure, learn])
  return { known, history, learn, failure, retry: () => setFailed(null) }
}
