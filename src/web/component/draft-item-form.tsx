import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { DraftSources } from '../draft-source.ts'
import type { Unsaved, Written } from '../hook/use-unsaved.ts'
import { isComposingKey } from '../key-command.ts'
import { placeAndYears } from '../wording.ts'
import { DraftQuestion } from './draft-question.tsx'

interface Props {
  /** The words as they were saved last. */
  readonly saved: Written
  /** Where what is typed is kept until it is saved. */
  readonly place: string
  readonly unsaved: Unsaved
  /** Numbers of the sources, whose words stand beside the field. */
  readonly basis: readonly number[]
  readonly sources: DraftSources
  /** False when it was not saved; the words stay in the fields then. */
  save(words: Written): Promise<boolean>
  onDone(): void
}

/** The words of one task, to be written by a person; what its sources say stands under them. */
export function DraftItemForm({ saved, place, unsaved, basis, sources, save, onDone }: Props) {
  const [words, setWords] = useState(unsaved.all.get(place) ?? saved)
  const [isAsking, setAsking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isEmpty = words.heading.trim() === '' && words.text.trim() === ''
  const isChanged = words.heading !== saved.heading || words.text !== saved.text
  const type = (typed: Partial<Written>) => {
    const next = { ...words, ...typed }
    setWords(next)
    const isAsSaved = next.heading === saved.heading && next.text === saved.text
    unsaved.keep(place, isAsSaved ? null : next)
  }
  const leave = () => {
    unsaved.keep(place, null)
    onDone()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) field.current?.focus()
    else if (!isChanged || (await save(words))) leave()
  }
  const cancel = () => (isChanged ? setAsking(true) : leave())
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposingKey(event.nativeEvent)) return
    event.preventDefault()
    cancel()
  }
  return (
    <form className="draft-item-form" onSubmit={submit} onKeyDown={press}>
      <Fields words={words} field={field} onType={type} />
      <Leaving
        isAsking={isAsking}
        isEmpty={isEmpty}
        onCancel={cancel}
        onLeave={leave}
        onStay={() => {
          setAsking(false)
          field.current?.focus()
        }}
      />
      <Originals basis={basis} sources={sources} />
    </form>
  )
}

interface FieldsProps {
  readonly words: Written
  readonly field: RefObject<HTMLTextAreaElement | null>
  onType(typed: Partial<Written>): void
}

function Fields({ words, field, onType }: FieldsProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={`${id}heading`}>标题（可以不填；序号自动编排）</label>
      <input
        id={`${id}heading`}
        type="text"
        maxLength={300}
        value={words.heading}
        onChange={(event) => onType({ heading: event.target.value })}
      />
      <label htmlFor={`${id}text`}>内容（逐句与所列出处核对，对不上的标为无依据）</label>
      <textarea
        id={`${id}text`}
        ref={field}
        rows={5}
        maxLength={20000}
        value={words.text}
        onChange={(event) => onType({ text: event.target.value })}
      />
    </>
  )
}

interface LeavingProps {
  readonly isAsking: boolean
  readonly isEmpty: boolean
  onCancel(): void
  onLeave(): void
  onStay(): void
}

function Leaving({ isAsking, isEmpty, onCancel, onLeave, onStay }: LeavingProps) {
  if (isAsking)
    return (
      <DraftQuestion yes="放弃" no="继续写" onYes={onLeave} onNo={onStay}>
        刚写的还没有保存，放弃吗？
      </DraftQuestion>
    )
  return (
    <p className="form-actions">
      <button type="submit" className="primary" aria-disabled={isEmpty}>
        保存
      </button>
      <button type="button" onClick={onCancel}>
        取消
      </button>
    </p>
  )
}

function Originals({ basis, sources }: Pick<Props, 'basis' | 'sources'>) {
  return (
    <ul className="draft-originals">
      {sources.under(basis).map(({ key, citation }) => (
        <li key={key}>
          <span className="note">{placeAndYears(citation)}</span>
          <blockquote>{citation.cited_text}</blockquote>
        </li>
      ))}
    </ul>
  )
}
