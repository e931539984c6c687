import type { AnswerJson } from '../../api/schema.ts'

interface Props {
  readonly answer: AnswerJson
  onAskAsIs(): void
}

/** What a question that leans on an earlier one was taken for, and a way out of it. */
export function Resolved({ answer: { interpreted }, onAskAsIs }: Props) {
  const { resolved_question: resolved, notes } = interpreted
  if (resolved === null && notes.length === 0) return null
  return (
    <div className="resolved">
      {resolved !== null && (
        <p data-testid="resolved">
          按上文理解为：{resolved}
          <button type="button" className="quiet" onClick={onAskAsIs}>
            不按上文
          </button>
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
