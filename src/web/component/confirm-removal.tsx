import { type ReactNode, useEffect, useRef, useState } from 'react'
import { asError } from '../hook/use-resource.ts'
import { Failure } from './failure.tsx'

interface Props {
  /** What goes, and what that means. */
  readonly children: ReactNode
  remove(): Promise<unknown>
  onRemoved(): void
  onCancel(): void
}

/** Asks once more before something goes for good; the harmless button has the focus. */
export function ConfirmRemoval({ children, remove, onRemoved, onCancel }: Props) {
  const [state, setState] = useState<'asking' | 'removing' | Error>('asking')
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  const confirm = () => {
    if (state === 'removing') return
    setState('removing')
    remove().then(onRemoved, (error: unknown) => setState(asError(error)))
  }
  return (
    <section className="removal" aria-label="确认删除">
      <p>{children}</p>
      {state instanceof Error && <Failure error={state} onRetry={null} />}
      <div className="form-actions">
        <button type="button" className="danger" aria-disabled={state === 'removing'} onClick={confirm}>
          确认删除
        </button>
        <button type="button" ref={keep} onClick={onCancel}>
          不删除
        </button>
      </div>
    </section>
  )
}
