import { type FormEvent, type KeyboardEvent, type RefObject, useCallback } from 'react'
import { useFileDrop } from '../hook/use-file-drop.ts'
import type { Verification } from '../hook/use-verification.ts'
import { isComposingKey } from '../key-command.ts'

interface Props {
  readonly verification: Verification
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

const FORMATS = '.txt,.md,.html,.htm,.doc,.docx,.pdf,.ofd'

/** Text is pasted, or a file chosen or dropped. Enter makes a new line here; with Ctrl it sends. */
export function VerifyForm({ verification, fieldRef }: Props) {
  const { draft, setDraft, verifyText, verifyFile } = verification
  const takeFirst = useCallback(
    ([file]: readonly File[]) => {
      if (file !== undefined) verifyFile(file)
    },
    [verifyFile],
  )
  const isOver = useFileDrop(takeFirst)
  return (
    <form className="ask-form verify-form" onSubmit={submit} data-over={isOver}>
      <label htmlFor="written" className="visually-hidden">
        要核验的文字
      </label>
      <textarea
        id="written"
        ref={fieldRef}
        data-testid="verify-input"
        rows={6}
        value={draft}
        placeholder="粘贴要核验的文字，例如一段总结或讲话稿。"
        aria-describedby="verify-form-note"
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={press}
      />
      <div className="ask-actions">
        <p id="verify-form-note" className="note">
          <span className="key-note">Ctrl＋回车核验。</span>
          文字和文件只用于这一次核验，不入库。仅限非涉密内容。
        </p>
        <FileField onChoose={takeFirst} />
        <button type="submit" className="primary" data-testid="verify-send">
          核验
        </button>
      </div>
    </form>
  )

  function send() {
    if (draft.trim() === '') return fieldRef.current?.focus()
    verifyText(draft)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposingKey(event.nativeEvent))
      return
    event.preventDefault()
    send()
  }
}

function FileField({ onChoose }: { onChoose(files: readonly File[]): void }) {
  return (
    <label className="upload-field">
      <span>选择文件</span>
      <input
        type="file"
        accept={FORMATS}
        data-testid="verify-file"
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
