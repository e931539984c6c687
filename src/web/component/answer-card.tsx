import { useEffect, useRef } from 'react'
import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import type { Filters } from '../filter.ts'
import type { Ask } from '../hook/use-answers.ts'
import type { Phase } from '../hook/use-question.ts'
import { AnswerBody } from './answer-body.tsx'
import { AnswerFooter } from './answer-footer.tsx'
import { AnswerProgress } from './answer-progress.tsx'
import { Failure } from './failure.tsx'
import { Interpretation } from './interpretation.tsx'
import { QuestionList } from './question-list.tsx'
import { Resolved } from './resolved.tsx'
import { VersionSwitch } from './version-switch.tsx'

export interface CardActions {
  readonly ask: Ask
  askAgain(): void
  stop(): void
  /** Puts a question into the field to be changed. */
  edit(question: string): void
}

interface Props {
  readonly question: string
  /** Null before the service has taken the question. */
  readonly answer: AnswerJson | null
  /** All stored answers to this question, in the order they were given. */
  readonly answerIds: readonly string[]
  /** Whether this answer says what the one before it said. */
  readonly isRepeat: boolean
  /** Null once the answer is stored. */
  readonly phase: Phase | null
  readonly overview: OverviewJson | null
  readonly actions: CardActions
}

/** A question with its answer, from the first event to the stored whole. */
export function AnswerCard({ question, answer, answerIds, isRepeat, phase, overview, actions }: Props) {
  const heading = useArrival(answer?.id ?? '', phase?.kind ?? 'stored')
  const { ask, askAgain, stop, edit } = actions
  const isTelling = phase?.kind === 'telling'
  const whole = answer?.interpreted.resolved_question ?? question
  const askUnder = (filters: Filters) => ask(whole, { filters, isStandalone: true })
  return (
    <article
      className="answer"
      data-testid={phase === null ? 'answer' : 'answer-under-way'}
      aria-labelledby="asked"
      aria-busy={isTelling}
    >
      <div className="asked-line">
        <h2 id="asked" ref={heading} tabIndex={-1}>
          {question}
        </h2>
        <span className="asked-actions">
          {phase === null && answer !== null && <VersionSwitch answer={answer} answerIds={answerIds} />}
          {phase === null && answer?.state === 'complete' && (
            <button type="button" className="quiet" onClick={askAgain}>
              重新回答
            </button>
          )}
          <button type="button" className="quiet" onClick={() => edit(question)}>
            修改问题
          </button>
        </span>
      </div>
      {phase === null && isRepeat && <p className="note">内容与上一次回答相同。</p>}
      {answer !== null && (
        <>
          <Resolved answer={answer} onAskAsIs={() => ask(question, { isStandalone: true })} />
          <Interpretation answer={answer} overview={overview} onChange={askUnder} />
          <AnswerBody answer={answer} isStored={phase === null} onLift={askUnder} />
        </>
      )}
      {isTelling && <AnswerProgress answer={answer} found={phase.found} onStop={stop} />}
      {phase?.kind === 'failed' && <Failure error={phase.error} onRetry={askAgain} />}
      {(phase?.kind === 'stopped' || (phase === null && answer?.state !== 'complete')) && (
        <CutShort answer={answer} onAgain={askAgain} />
      )}
      {phase === null && answer !== null && (
        <>
          <AnswerFooter answer={answer} />
          <QuestionList title="接着问" questions={answer.follow_ups} onAsk={(next) => ask(next)} />
        </>
      )}
    </article>
  )
}

interface CutShortProps {
  readonly answer: AnswerJson | null
  onAgain(): void
}

/** Below what had been proven by then, in the words of the service when it has said something itself. */
function CutShort({ answer, onAgain }: CutShortProps) {
  const hasSome = (answer?.sentences.length ?? 0) > 0
  const said = answer?.state === 'incomplete' ? '回答没有写完' : '已停止'
  return (
    <p className="cut-short" data-testid="cut-short">
      <span>{answer?.notice ?? `${said}${hasSome ? '，已显示的每一句都经过核验' : ''}。`}</span>
      <button type="button" onClick={onAgain}>
        重新提问
      </button>
    </p>
  )
}

/** An answer that opens comes into view; when the button that asked has left the page, reading goes on at it. */
function useArrival(answerId: string, phase: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is brought into view once
  useEffect(() => {
    const top = heading.current?.getBoundingClientRect().top ?? 0
    if (top >= 0 && top < innerHeight / 3) return
    const isFirst = heading.current?.closest('li')?.previousElementSibling === null
    if (isFirst) scrollTo(0, 0)
    else heading.current?.scrollIntoView({ block: 'start' })
  }, [answerId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a phase that ends may take the focused button with it
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [answerId, phase])
  return heading
}
