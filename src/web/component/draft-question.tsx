import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  readonly children: ReactNode
  readonly yes: string
  readonly no: string
  onYes(): void
  onNo(): void
}

/** Asks before a person's own work is replaced; the harmless button has the focus. */
export function DraftQuestion({ children, yes, no, onYes, onNo }: Props) {
  const harmless = useRef<HTMLButtonElement>(null)
  useEffect(() => harmless.current?.focus(), [])
  return (
    <section className="draft-question" aria-label="请确认">
      <p>{children}</p>
      <p className="form-actions">
        <button type="button" onClick={onYes}>
          {yes}
        </button>
        <button type="button" ref={harmless} onClick={onNo}>
          {no}
        </button>
      </p>
    </section>
  )
}
