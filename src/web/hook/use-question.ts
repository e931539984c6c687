import { useCallback, useRef, useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { type Asked, getAnswer } from '../answer-client.ts'
import { type QuestionRun, runQuestion } from '../question-run.ts'
import { answerSoFar } from '../told-answer.ts'
import { asError } from './use-resource.ts'

/** How far a question under way is. */
export type Phase =
  /** `found` is how many documents are looked through; null until that is known. */
  | { readonly kind: 'telling'; readonly found: number | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: Error }

/** A question that is being answered, or whose answer did not come to its end. */
export interface Running {
  readonly asked: Asked
  /** What has been told so far; null before the service has taken the question. */
  readonly answer: AnswerJson | null
  readonly phase: Phase
}

interface Listener {
  /** The service has taken the question; may be said more than once. */
  onTaken(answer: AnswerJson): void
  /** The answer as it is stored. */
  onAnswer(asked: Asked, answer: AnswerJson): void
}

interface Question {
  readonly running: Running | null
  ask(asked: Asked): void
  /** @returns whether a question was under way */
  stop(): boolean
}

/**
 * Asks one question at a time; another one ends the one under way.
 * @param listener must be stable
 */
export function useQuestion(listener: Listener): Question {
  const [running, setRunning] = useState<Running | null>(null)
  const run = useRef<QuestionRun | null>(null)
  const settled = useRef<Promise<void>>(Promise.resolve())
  const finish = useCallback(
    (asked: Asked, answer: AnswerJson) => {
      listener.onAnswer(asked, answer)
      setRunning((now) => (now?.asked === asked || now?.phase.kind !== 'telling' ? null : now))
    },
    [listener],
  )
  const halt = useCallback((): AnswerJson | null => {
    if (run.current === null) return null
    const { asked } = run.current
    const told = run.current.stop()
    run.current = null
    const answer = answerSoFar(told, true)
    setRunning({ asked, answer, phase: { kind: 'stopped' } })
    // What was proven stays on the page as it is, should the service be out of reach.
    if (answer !== null) {
      settled.current = getAnswer(answer.id, new AbortController().signal).then(
        (stored) => finish(asked, stored),
        () => undefined,
      )
    }
    return answer
  }, [finish])
  const stop = useCallback((): boolean => {
    if (run.current === null) return false
    const answer = halt()
    if (answer !== null) listener.onTaken(answer)
    return true
  }, [halt, listener])
  const ask = useCallback(
    (asked: Asked) => {
      halt()
      run.current = runQuestion(asked, settled.current, {
        onTold: (told) => {
          const answer = answerSoFar(told, false)
          const found = told.sources?.scope.documents.length ?? null
          setRunning({ asked, answer, phase: { kind: 'telling', found } })
          if (answer !== null) listener.onTaken(answer)
        },
        onAnswer: (answer) => {
          run.current = null
          listener.onTaken(answer)
          finish(asked, answer)
        },
        onFailed: (told, error) => {
          run.current = null
          const answer = answerSoFar(told, false)
          setRunning({ asked, answer, phase: { kind: 'failed', error: asError(error) } })
        },
      })
    },
    [halt, finish, listener],
  )
  return { running, ask, stop }
}
