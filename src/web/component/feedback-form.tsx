import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type FeedbackVerdictJson, reasonsFor } from '../feedback-reason.ts'
import { isComposingKey } from '../key-command.ts'

interface Props {
  readonly isRefused: boolean
  onSend(verdict: FeedbackVerdictJson, note: string): void
  onCancel(): void
}

const LONGEST_NOTE = 2000

/** What is wrong, with room for words of one's own. */
export function FeedbackForm({ isRefused, onSend, onCancel }: Props) {
  const reasons = reasonsFor(isRefused)
  const [verdict, setVerdict] = useState(reasons[0]?.[0] ?? 'wrong')
  const [note, setNote] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => first.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend(verdict, note.trim())
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposingKey(event.nativeEvent)) return
    event.preventDefault()
    onCancel()
  }
  return (
    <form className="feedback-form" onSubmit={submit} onKeyDown={press}>
      <fieldset>
        <legend>哪里有误？</legend>
        {reasons.map(([value, label], index) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}reason`}
              ref={index === 0 ? first : undefined}
              checked={verdict === value}
              onChange={() => setVerdict(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}note`}>补充说明（可以不填；只存在本机，仅限非涉密内容）</label>
      <textarea
        id={`${id}note`}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="form-actions">
        <button type="submit" className="primary">
          提交
        </button>
        <button type="button" onClick={onCancel}>
          取消
        </button>
      </p>
    </form>
  )
}
