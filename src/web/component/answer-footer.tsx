import type { AnswerJson } from '../../api/schema.ts'
import { scopeText } from '../copy-text.ts'
import { millisecondsLabel, originLabel, REVIEW_LABEL, timeLabel } from '../wording.ts'
import { CopyButtons } from './copy-buttons.tsx'
import { Feedback } from './feedback.tsx'
import { Scope } from './scope.tsx'
import { TracePanel } from './trace-panel.tsx'

/** What was read, how the words came about, and the AI label. */
export function AnswerFooter({ answer }: { readonly answer: AnswerJson }) {
  return (
    <footer className="answer-footer">
      {answer.kind === 'answered' && <Scope scope={answer.scope} />}
      <TracePanel key={answer.id} answer={answer} />
      <p className="on-paper">{scopeText(answer.scope)}。</p>
      <p className="on-paper">
        回答时间 {timeLabel(answer.created_at)}，编号 {answer.id}。
      </p>
      <p className="ai-label">
        {answer.kind === 'answered' && `${originLabel(answer)}。`}
        {REVIEW_LABEL}。<span className="timing">用时 {millisecondsLabel(answer.timings_ms)}</span>
      </p>
      <CopyButtons answer={answer} />
      <Feedback
        key={`feedback ${answer.id}`}
        about={{ answerId: answer.id, sentence: null }}
        isRefused={answer.kind === 'refused'}
      />
    </footer>
  )
}
