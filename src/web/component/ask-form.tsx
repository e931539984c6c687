import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { isComposingKey } from '../key-command.ts'

interface Props {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  readonly draft: string
  onDraft(draft: string): void
  /** Whether nothing has been asked yet; later the field stays at the lower edge of the window. */
  readonly isFirst: boolean
  onAsk(question: string): void
  onNew(): void
}

/** Enter sends, Shift+Enter starts a new line, and no key of an input method is ever taken for either. */
export function AskForm({ fieldRef, draft, onDraft, isFirst, onAsk, onNew }: Props) {
  const question = draft.trim()
  const send = () => {
    if (question === '') return fieldRef.current?.focus()
    onAsk(question)
    onDraft('')
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
    <form className="ask-form" data-docked={!isFirst} onSubmit={submit}>
      <label htmlFor="question" className="visually-hidden">
        问题
      </label>
      <textarea
        id="question"
        ref={fieldRef}
        data-testid="ask-input"
        rows={isFirst ? 2 : 1}
        value={draft}
        placeholder={isFirst ? '问一个问题，例如：某市到某年三级医院要达到多少家？' : '接着问'}
        aria-describedby="question-note"
        enterKeyHint="send"
        autoComplete="off"
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={press}
      />
      <div className="ask-actions">
        <p id="question-note" className="note">
          <span className="key-note">回车发送，Shift＋回车换行。</span>仅限非涉密内容。
        </p>
        {!isFirst && (
          <button type="button" className="quiet" onClick={onNew}>
            新对话
          </button>
        )}
        <button type="submit" className="primary" data-testid="ask-send">
          提问
        </button>
      </div>
    </form>
  )
}
