import { useCallback, useRef, useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { type Asked, askAndFollow, followAnswer, getAnswer } from '../answer-client.ts'
import { type Follow, type QuestionListener, type QuestionRun, runQuestion } from '../question-run.ts'
import { answerSoFar, askedOf, type ToldAnswer } from '../told-answer.ts'
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
  /**
   * The answer as it is stored.
   * @param asked null when it was asked before this page was loaded
   */
  onAnswer(answer: AnswerJson, asked: Asked | null): void
}

interface Question {
  readonly running: Running | null
  ask(asked: Asked): void
  /**
   * Takes up an answer that was asked for before the page was loaded, unless another question is under way.
   * @param onUnknown told when the service gives nothing of it
   */
  takeUp(id: string, onUnknown: (error: unknown) => void): void
  /** @returns whether a question was under way */
  stop(): boolean
}

/** A run, and what was asked: null where that is only known from what is told. */
interface Current extends QuestionRun {
  readonly asked: Asked | null
}

/**
 * Asks one question at a time; another one ends the one under way.
 * @param listener must be stable
 */
export function useQuestion(listener: Listener): Question {
  const [running, setRunning] = useState<Running | null>(null)
  const run = useRef<Current | null>(null)
  const settled = useRef<Promise<void>>(Promise.resolve())
  const finish = useCallback(
    (asked: Asked | null, answer: AnswerJson) => {
      listener.onAnswer(answer, asked)
      setRunning((now) => (now !== null && isAnother(now, asked, answer) ? now : null))
    },
    [listener],
  )
  const halt = useCallback((): AnswerJson | null => {
    if (run.current === null) return null
    const { asked } = run.current
    const told = run.current.stop()
    run.current = null
    const answer = answerSoFar(told, true)
    const shown = asked ?? askedOf(told)
    setRunning(shown === null ? null : { asked: shown, answer, phase: { kind: 'stopped' } })
    // What was proven stays on the page as it is, should the service be out of reach.
    if (answer !== null) settled.current = onceStored(answer.id, (stored) => finish(asked, stored))
    return answer
  }, [finish])
  const stop = useCallback((): boolean => {
    if (run.current === null) return false
    const answer = halt()
    if (answer !== null) listener.onTaken(answer)
    return true
  }, [halt, listener])
  const begin = useCallback(
    (asked: Asked | null, follow: Follow, onUnknown: (error: unknown) => void) => {
      const release = () => {
        run.current = null
      }
      const parts = { asked, setRunning, onTaken: listener.onTaken, finish, release, onUnknown }
      run.current = { asked, stop: runQuestion(follow, settled.current, createListener(parts)).stop }
    },
    [finish, listener],
  )
  const ask = useCallback(
    (asked: Asked) => {
      halt()
      begin(
        asked,
        (signal, show) => askAndFollow(asked, signal, show),
        () => undefined,
      )
    },
    [halt, begin],
  )
  const takeUp = useCallback<Question['takeUp']>(
    (id, onUnknown) => {
      if (run.current !== null) return
      begin(null, (signal, show) => followAnswer(id, signal, show), onUnknown)
    },
    [begin],
  )
  return { running, ask, takeUp, stop }
}

function isAnother({ asked, answer, phase }: Running, own: Asked | null, { id }: AnswerJson): boolean {
  return phase.kind === 'telling' && (own === null ? answer?.id !== id : asked !== own)
}

/** Never fails. */
function onceStored(id: string, use: (answer: AnswerJson) => void): Promise<void> {
  return getAnswer(id, new AbortController().signal).then(use, () => undefined)
}

interface ListenerParts extends Pick<Listener, 'onTaken'> {
  readonly asked: Asked | null
  setRunning(running: Running): void
  /** The question is under way no more. */
  release(): void
  finish(asked: Asked | null, answer: AnswerJson): void
  onUnknown(error: unknown): void
}

/** Turns what is told of a question into what is shown of it. */
function createListener(parts: ListenerParts): QuestionListener {
  const { asked, setRunning, onTaken, release, finish, onUnknown } = parts
  const show = (told: ToldAnswer, answer: AnswerJson | null, phase: Phase) => {
    const shown = asked ?? askedOf(told)
    if (shown !== null) setRunning({ asked: shown, answer, phase })
  }
  return {
    onTold: (told) => {
      const answer = answerSoFar(told, false)
      const found = told.sources?.scope.documents.length ?? null
      show(told, answer, { kind: 'telling', found })
      if (answer !== null) onTaken(answer)
    },
    onAnswer: (answer) => {
      release()
      onTaken(answer)
      finish(asked, answer)
    },
    onFailed: (told, error) => {
      release()
      if (asked === null && told.created === null) onUnknown(error)
      else show(told, answerSoFar(told, false), { kind: 'failed', error: asError(error) })
    },
  }
}
