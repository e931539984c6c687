import type { RefObject } from 'react'
import type { OverviewJson } from '../../api/schema.ts'
import type { Answers } from '../hook/use-answers.ts'
import type { Resource } from '../hook/use-resource.ts'
import { AnswerCard } from './answer-card.tsx'
import { AskForm } from './ask-form.tsx'
import { Failure } from './failure.tsx'
import { History } from './history.tsx'
import { Opening } from './opening.tsx'
import { Waiting } from './waiting.tsx'

interface Props {
  readonly answers: Answers
  readonly overview: Resource<OverviewJson>
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

export function AskPage({ answers, overview, fieldRef }: Props) {
  const { shown, history, ask, stop } = answers
  return (
    <>
      <h1 className="visually-hidden">工作要点问答</h1>
      <AskForm fieldRef={fieldRef} onAsk={ask} />
      {shownPart()}
      <History entries={history} currentId={answers.current?.id ?? null} />
    </>
  )

  function shownPart() {
    const corpus = overview.kind === 'ready' ? overview.value : null
    switch (shown.kind) {
      case 'nothing':
        return <Opening overview={overview} onAsk={ask} />
      case 'answer':
        return <AnswerCard answer={shown.answer} overview={corpus} isBusy={false} onAsk={ask} />
      case 'failed':
        return (
          <div className="answer">
            {shown.question !== '' && <h2>{shown.question}</h2>}
            <Failure error={shown.error} onRetry={shown.retry} />
          </div>
        )
      case 'waiting':
        return shown.previous === null ? (
          <Waiting question={shown.question} onStop={stop} />
        ) : (
          <AnswerCard answer={shown.previous} overview={corpus} isBusy onAsk={ask} />
        )
    }
  }
}
