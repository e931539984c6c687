import { useRef, useState } from 'react'
import { postFeedback } from '../conversation-client.ts'
import type { FeedbackVerdictJson } from '../feedback-reason.ts'
import { asError } from '../hook/use-resource.ts'
import { Failure } from './failure.tsx'
import { FeedbackForm } from './feedback-form.tsx'

/** An answer, or one sentence of it. */
export interface FeedbackSubject {
  readonly answerId: string
  /** Null for the answer as a whole. */
  readonly sentence: number | null
}

interface Props {
  readonly about: FeedbackSubject
  readonly isRefused: boolean
}

type State = 'asking' | 'explaining' | 'sending' | 'thanked' | Error

/** Two buttons; what was wrong is asked for in a small form. */
export function Feedback({ about, isRefused }: Props) {
  const [state, setState] = useState<State>('asking')
  const wrong = useRef<HTMLButtonElement>(null)
  const say = (verdict: FeedbackVerdictJson, note: string) => {
    if (state === 'sending') return
    setState('sending')
    postFeedback({ answer_id: about.answerId, sentence: about.sentence, verdict, note }).then(
      () => setState('thanked'),
      (error: unknown) => setState(asError(error)),
    )
    if (state === 'explaining') wrong.current?.focus()
  }
  const cancel = () => {
    setState('asking')
    wrong.current?.focus()
  }
  const subject = about.sentence === null ? '这个回答' : '这一句'
  return (
    <div className="feedback" data-testid={about.sentence === null ? 'feedback' : 'sentence-feedback'}>
      <p className="feedback-line">
        <span className="note">{subject}：</span>
        <button
          type="button"
          className="quiet"
          aria-label={`${subject}有用`}
          onClick={() => say('right', '')}
        >
          有用
        </button>
        <button
          type="button"
          ref={wrong}
          className="quiet"
          aria-label={`${subject}有误`}
          aria-expanded={state === 'explaining'}
          onClick={() => setState(state === 'explaining' ? 'asking' : 'explaining')}
        >
          有误
        </button>
        <span className="note" role="status">
          {state === 'thanked' && '已记下，谢谢。'}
        </span>
      </p>
      {state === 'explaining' && <FeedbackForm isRefused={isRefused} onSend={say} onCancel={cancel} />}
      {state instanceof Error && <Failure error={state} onRetry={null} />}
    </div>
  )
}
