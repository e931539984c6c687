import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { DraftSources } from '../draft-source.ts'
import { isComposingKey } from '../key-command.ts'
import { placeAndYears } from '../wording.ts'

interface Props {
  readonly heading: string
  readonly text: string
  /** Numbers of the sources, whose words stand beside the field. */
  readonly basis: readonly number[]
  readonly sources: DraftSources
  onSave(heading: string, text: string): void
  onCancel(): void
}

/** The words of one task, to be written by a person; what its sources say stands under them. */
export function DraftItemForm({ heading, text, basis, sources, onSave, onCancel }: Props) {
  const [typedHeading, setHeading] = useState(heading)
  const [typed, setTyped] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const isEmpty = typedHeading.trim() === '' && typed.trim() === ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) field.current?.focus()
    else onSave(typedHeading, typed)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposingKey(event.nativeEvent)) return
    event.preventDefault()
    onCancel()
  }
  return (
    <form className="draft-item-form" onSubmit={save} onKeyDown={press}>
      <label htmlFor={`${id}heading`}>标题（可以不填；序号自动编排）</label>
      <input
        id={`${id}heading`}
        type="text"
        maxLength={300}
        value={typedHeading}
        onChange={(event) => setHeading(event.target.value)}
      />
      <label htmlFor={`${id}text`}>内容（逐句与所列出处核对，对不上的标为无依据）</label>
      <textarea
        id={`${id}text`}
        ref={field}
        rows={5}
        maxLength={20000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="form-actions">
        <button type="submit" className="primary" aria-disabled={isEmpty}>
          保存
        </button>
        <button type="button" onClick={onCancel}>
          取消
        </button>
      </p>
      <ul className="draft-originals">
        {sources.under(basis).map(({ key, citation }) => (
          <li key={key}>
            <span className="note">{placeAndYears(citation)}</span>
            <blockquote>{citation.cited_text}</blockquote>
          </li>
        ))}
      </ul>
    </form>
  )
}
