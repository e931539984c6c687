import { useState } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { useDocumentText } from '../hook/use-documents.ts'
import { countLabel, reasonLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

/** What was left out of a document: reasons with numbers, and on request the exact words. */
export function ExclusionList({ document }: { readonly document: DocumentSummaryJson }) {
  const [isOpen, setOpen] = useState(false)
  if (document.excluded.length === 0) return <p className="exclusions">没有排除任何文字</p>
  return (
    <details className="exclusions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        已排除：
        {document.excluded
          .map(
            ({ reason, count, characters }) =>
              `${reasonLabel(reason)} ${count} 处 ${countLabel(characters)} 字`,
          )
          .join('；')}
      </summary>
      {isOpen && <ExcludedTexts documentId={document.id} />}
    </details>
  )
}

function ExcludedTexts({ documentId }: { readonly documentId: string }) {
  const source = useDocumentText(documentId)
  if (source.kind === 'failed') return <Failure error={source.error} onRetry={source.retry} />
  if (source.kind === 'waiting') return <p className="note">正在读取。</p>
  return (
    <ol>
      {source.value.excluded.map((range) => (
        <li key={range.start}>
          <span className="reason">
            {reasonLabel(range.reason)}，第 {countLabel(range.start + 1)} 字起
          </span>
          <span className="excluded-text">{range.text}</span>
        </li>
      ))}
    </ol>
  )
}
