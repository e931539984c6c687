import { useEffect, useRef, useState } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { deleteDocument } from '../document-client.ts'
import { asError } from '../hook/use-resource.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  onRemoved(): void
  onCancel(): void
}

/** Asks once more before a document goes; the harmless button has the focus. */
export function Removal({ document, onRemoved, onCancel }: Props) {
  const [state, setState] = useState<'asking' | 'removing' | Error>('asking')
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  const remove = () => {
    if (state === 'removing') return
    setState('removing')
    deleteDocument(document.id).then(onRemoved, (error: unknown) => setState(asError(error)))
  }
  return (
    <section className="removal" aria-label="确认删除">
      <p>
        确定删除《{document.title}
        》吗？它的所有版本会一并删除，不能恢复；以前的回答仍在，但打不开这份原文。人工更正会留着，再次导入同一个文件时仍然有效。
      </p>
      {state instanceof Error && <Failure error={state} onRetry={null} />}
      <div className="form-actions">
        <button type="button" className="danger" aria-disabled={state === 'removing'} onClick={remove}>
          确认删除
        </button>
        <button type="button" ref={keep} onClick={onCancel}>
          不删除
        </button>
      </div>
    </section>
  )
}
