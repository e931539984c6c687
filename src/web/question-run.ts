import type { AnswerJson } from '../api/schema.ts'
import { paced } from './paced.ts'
import { NOTHING_TOLD, type ToldAnswer } from './told-answer.ts'

/** Who is told of a question under way; of a stopped one nobody is told anything any more. */
export interface QuestionListener {
  onTold(told: ToldAnswer): void
  onAnswer(answer: AnswerJson): void
  onFailed(told: ToldAnswer, error: unknown): void
}

export interface QuestionRun {
  /** @returns what had been told by then */
  stop(): ToldAnswer
}

/** Follows an answer to its end, and shows each time more of it has been told. */
export type Follow = (signal: AbortSignal, show: (told: ToldAnswer) => void) => Promise<AnswerJson>

/**
 * Follows an answer once everything before is settled.
 * @param ready never fails
 */
export function runQuestion(follow: Follow, ready: Promise<void>, listener: QuestionListener): QuestionRun {
  const { signal, abort } = abortable()
  let told = NOTHING_TOLD
  const pace = paced(listener.onTold, told)
  const show = (next: ToldAnswer) => {
    told = next
    pace.show(told)
  }
  ready
    .then(() => follow(signal, show))
    .then(
      (answer) => signal.aborted || listener.onAnswer(answer),
      (error: unknown) => signal.aborted || listener.onFailed(told, error),
    )
    .finally(pace.stop)
  return {
    stop: () => {
      abort()
      pace.stop()
      return told
    },
  }
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
