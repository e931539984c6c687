import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { isComposingKey } from '../key-command.ts'

interface Props {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  onAsk(question: string): void
}

/** Enter sends, Shift+Enter starts a new line, and no key of an input method is ever taken for either. */
export function AskForm({ fieldRef, onAsk }: Props) {
  const [draft, setDraft] = useState('')
  const question = draft.trim()
  const send = () => {
    if (question === '') return fieldRef.current?.focus()
    onAsk(question)
    setDraft('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposingKey(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  return (
    <form className="ask-form" onSubmit={submit}>
      <label htmlFor="question" className="visually-hidden">
        问题
      </label>
      <textarea
        id="question"
        ref={fieldRef}
        data-testid="ask-input"
        rows={2}
        value={draft}
        placeholder="问一个问题，例如：某市到某年三级医院要达到多少家？"
        aria-describedby="question-note"
        enterKeyHint="send"
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={press}
      />
      <div className="ask-actions">
        <p id="question-note" className="note">
          <span className="key-note">回车发送，Shift＋回车换行。</span>仅限非涉密内容。
        </p>
        <button type="submit" className="primary" data-testid="ask-send">
          提问
        </button>
      </div>
    </form>
  )
}
