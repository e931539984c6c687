import { type FormEvent, useEffect, useId, useRef, useState } from 'react'

interface Props {
  readonly title: string
  onSave(title: string): void
  onCancel(): void
}

const LONGEST = 100

/** Another name for a conversation. */
export function ConversationTitle({ title, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(title)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.select(), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = draft.trim()
    if (next === '') field.current?.focus()
    else onSave(next)
  }
  return (
    <form className="conversation-title" onSubmit={save}>
      <label htmlFor={id}>对话名称</label>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={LONGEST}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <p className="form-actions">
        <button type="submit" className="primary">
          保存
        </button>
        <button type="button" onClick={onCancel}>
          取消
        </button>
      </p>
    </form>
  )
}
