import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isComposingKey } from '../key-command.ts'

interface Props {
  /** What it is called now. */
  readonly name: string
  /** What is being named: 题目, 部分标题. */
  readonly label: string
  readonly longest: number
  /** The heading as it is shown while nobody changes it. */
  readonly children: ReactNode
  /** False when it was not saved; what was typed stays then. */
  save(name: string): Promise<boolean>
}

/** A heading that can be given other words. */
export function DraftRename({ name, label, longest, children, save }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const done = () => {
    flushSync(() => setTyped(null))
    button.current?.focus()
  }
  if (typed !== null)
    return (
      <RenameForm
        typed={typed}
        label={label}
        longest={longest}
        onType={setTyped}
        onCancel={done}
        onSave={async () => {
          if (typed.trim() === name || (await save(typed.trim()))) done()
        }}
      />
    )
  return (
    <>
      {children}
      <button
        ref={button}
        type="button"
        className="quiet"
        aria-label={`修改${label}：${name}`}
        onClick={() => setTyped(name)}
      >
        修改{label}
      </button>
    </>
  )
}

interface FormProps extends Pick<Props, 'label' | 'longest'> {
  readonly typed: string
  onType(typed: string): void
  onSave(): void
  onCancel(): void
}

function RenameForm({ typed, label, longest, onType, onSave, onCancel }: FormProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.select(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') field.current?.focus()
    else onSave()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposingKey(event.nativeEvent)) return
    event.preventDefault()
    onCancel()
  }
  return (
    <form className="draft-rename" onSubmit={submit} onKeyDown={press}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={longest}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <button type="submit" className="primary" aria-disabled={typed.trim() === ''}>
        保存
      </button>
      <button type="button" onClick={onCancel}>
        取消
      </button>
    </form>
  )
}
