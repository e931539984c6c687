import { useId, useRef, useState } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { CorrectionForm } from './correction-form.tsx'
import { DocumentReceipt } from './document-receipt.tsx'
import { Removal } from './removal.tsx'
import { VersionList } from './version-list.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  /** Id of the element that names the document. */
  readonly titleId: string
  onRemoved(): void
}

const PANELS = [
  ['correction', '更正'],
  ['versions', '版本与副本'],
  ['receipt', '读取情况'],
  ['removal', '删除'],
] as const
type PanelName = (typeof PANELS)[number][0]

/** What can be done with a document, and the one panel that stands open for it. */
export function RowActions({ document, titleId, onRemoved }: Props) {
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [note, setNote] = useState('')
  const actions = useRef<HTMLParagraphElement>(null)
  const id = useId()
  const show = (next: PanelName | null, said: string) => {
    setPanel(next)
    setNote(said)
  }
  const leave = (said: string) => {
    actions.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    show(null, said)
  }
  return (
    <>
      <p className="row-actions" ref={actions}>
        {PANELS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            className="quiet"
            aria-expanded={panel === name}
            aria-controls={panel === name ? id : undefined}
            aria-describedby={titleId}
            onClick={() => show(panel === name ? null : name, '')}
          >
            {label}
          </button>
        ))}
        <span className="note" role="status">
          {note}
        </span>
      </p>
      {panel !== null && (
        <div className="row-panel" id={id} data-panel={panel}>
          <Panel name={panel} {...{ document, onRemoved, leave }} />
        </div>
      )}
    </>
  )
}

interface PanelProps extends Pick<Props, 'document' | 'onRemoved'> {
  readonly name: PanelName
  /** Closes the panel with a word for the reader. */
  leave(said: string): void
}

function Panel({ name, document, onRemoved, leave }: PanelProps) {
  const cancel = () => leave('')
  switch (name) {
    case 'correction': {
      const saved = () => leave('已保存，问答立即按更正后的内容进行。')
      return <CorrectionForm documentId={document.id} onSaved={saved} onCancel={cancel} />
    }
    case 'versions':
      return <VersionList documentId={document.id} />
    case 'receipt':
      return <DocumentReceipt document={document} />
    case 'removal':
      return <Removal document={document} onRemoved={onRemoved} onCancel={cancel} />
  }
}
