import type { ReactNode } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import type { OpenedSource, SourceTarget } from '../opened-source.ts'
import { kindLabel, NOT_STATED, pathLabel, periodLabel, placeAndYears } from '../wording.ts'

interface Props {
  readonly source: OpenedSource
  readonly summary: DocumentSummaryJson | null
  readonly title: string
  /** Result of the comparison with the citation. */
  readonly note: string
  /** The comparison failed and nothing is lit. */
  readonly isWarning?: boolean
  readonly onStep: ((step: 1 | -1) => void) | undefined
  /** What can be done with the text. */
  readonly tools?: ReactNode
  /** What else is to be known of the document. */
  readonly children?: ReactNode
  onClose(): void
}

export function SourceHeader({
  source: { target },
  summary,
  title,
  note,
  isWarning = false,
  onStep,
  tools,
  children,
  onClose,
}: Props) {
  return (
    <header className="source-header">
      <div className="source-bar">
        <span className="label">原文</span>
        {target.kind === 'citation' && onStep !== undefined && (
          <span className="stepper">
            <button type="button" onClick={() => onStep(-1)} aria-label="上一处出处">
              上一处
            </button>
            <span>
              {target.position}／{target.count}
            </span>
            <button type="button" onClick={() => onStep(1)} aria-label="下一处出处">
              下一处
            </button>
          </span>
        )}
        {tools}
        <button type="button" className="close" onClick={onClose}>
          关闭
        </button>
      </div>
      <h2>{title}</h2>
      <p className="source-meta">
        {metaOf(summary, target).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {target.kind === 'citation' && (
        <p className="source-place">
          <span className="tag">{target.label}</span>
          {pathLabel(target.citation.path)}
        </p>
      )}
      <p className="source-note" role="status" data-warning={isWarning}>
        {note}
      </p>
      {children}
    </header>
  )
}

/** Of a version that is no longer current, only what its citation says is known here. */
function metaOf(summary: DocumentSummaryJson | null, target: SourceTarget): readonly string[] {
  if (summary === null) return target.kind === 'citation' ? [placeAndYears(target.citation)] : []
  return [
    summary.jurisdiction?.name ?? `地区${NOT_STATED}`,
    summary.years === null ? `年份${NOT_STATED}` : periodLabel(summary.years),
    kindLabel(summary.kind),
    `发文单位：${summary.issuer ?? NOT_STATED}`,
    `日期：${summary.issued_on ?? NOT_STATED}`,
  ]
}
