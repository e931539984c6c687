import { type ReactNode, useId, useRef, useState } from 'react'
import type { DocumentSummaryJson } from '../../api/schema.ts'
import { countLabel, kindLabel, NOT_STATED, percentLabel, periodLabel } from '../wording.ts'
import { CorrectionForm } from './correction-form.tsx'
import { DocumentReceipt } from './document-receipt.tsx'
import { ExclusionList } from './exclusion-list.tsx'
import { Removal } from './removal.tsx'
import { RouteLink } from './route-link.tsx'
import { VersionList } from './version-list.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  readonly isOpen: boolean
  onRemoved(document: DocumentSummaryJson): void
}

const PANELS = [
  ['correction', '更正'],
  ['versions', '版本与副本'],
  ['receipt', '读取情况'],
  ['removal', '删除'],
] as const
type Panel = (typeof PANELS)[number][0]

/** One document: what was read from it, and what a person can do with it. */
export function DocumentRow({ document, isOpen, onRemoved }: Props) {
  const titleId = useId()
  return (
    <li className="document-row" data-testid="document-row" data-id={document.id}>
      <h2 id={titleId}>
        <RouteLink to={{ view: 'documents', documentId: document.id, span: null }} current={isOpen && 'true'}>
          {document.title}
        </RouteLink>
      </h2>
      <dl>
        {factsOf(document).map(([name, value]) => (
          <div key={name} data-fact={name}>
            <dt>{name}</dt>
            <dd data-missing={value === NOT_STATED}>{value}</dd>
          </div>
        ))}
      </dl>
      <ExclusionList document={document} />
      <p className="file-name">
        {document.file}，{document.encoding}
      </p>
      <RowActions document={document} titleId={titleId} onRemoved={onRemoved} />
    </li>
  )
}

interface ActionsProps {
  readonly document: DocumentSummaryJson
  readonly titleId: string
  onRemoved(document: DocumentSummaryJson): void
}

/** The actions of a row and the one panel that stands open under them. */
function RowActions({ document, titleId, onRemoved }: ActionsProps) {
  const [panel, setPanel] = useState<Panel | null>(null)
  const [note, setNote] = useState('')
  const actions = useRef<HTMLParagraphElement>(null)
  const id = useId()
  const show = (next: Panel | null) => {
    setPanel(next)
    setNote('')
  }
  const leave = (said: string) => {
    actions.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    setPanel(null)
    setNote(said)
  }
  const content: Readonly<Record<Panel, () => ReactNode>> = {
    correction: () => (
      <CorrectionForm
        documentId={document.id}
        onSaved={() => leave('已保存，问答立即按更正后的内容进行。')}
        onCancel={() => leave('')}
      />
    ),
    versions: () => <VersionList documentId={document.id} />,
    receipt: () => <DocumentReceipt document={document} />,
    removal: () => (
      <Removal document={document} onRemoved={() => onRemoved(document)} onCancel={() => leave('')} />
    ),
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
            onClick={() => show(panel === name ? null : name)}
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
          {content[panel]()}
        </div>
      )}
    </>
  )
}

function factsOf(document: DocumentSummaryJson): readonly (readonly [string, string])[] {
  const { inferred, corrected } = document
  const withOrigin = (field: string, value: string) => {
    if (corrected.includes(field)) return `${value}（已更正）`
    return inferred.includes(field) ? `${value}（推断）` : value
  }
  return [
    ['地区', withOrigin('jurisdiction', document.jurisdiction?.name ?? NOT_STATED)],
    ['年份', withOrigin('years', periodLabel(document.years))],
    ['文种', withOrigin('kind', kindLabel(document.kind))],
    ['日期', withOrigin('issued_on', document.issued_on ?? NOT_STATED)],
    ['发文单位', withOrigin('issuer', document.issuer ?? NOT_STATED)],
    ['读取覆盖率', `${percentLabel(document.coverage)}（${countLabel(document.characters)} 字）`],
  ]
}
