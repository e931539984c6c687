import { useRef, useState } from 'react'
import type { DocumentSummaryJson, DocumentTextJson } from '../../api/document-schema.ts'
import { useDocumentText } from '../hook/use-documents.ts'
import { useEdit } from '../hook/use-edit.ts'
import { useLibrary } from '../hook/use-library.ts'
import { countLabel, exclusionLabel, reasonLabel } from '../wording.ts'
import { EditStatus } from './edit-status.tsx'
import { Failure } from './failure.tsx'

type ExcludedJson = DocumentTextJson['excluded'][number]

/** What was left out of a document: reasons with numbers, and on request the exact words and the way back. */
export function ExclusionList({ document }: { readonly document: DocumentSummaryJson }) {
  const [isOpen, setOpen] = useState(false)
  const label = exclusionLabel(document.excluded)
  return (
    <details className="exclusions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{document.excluded.length === 0 ? label : `已排除：${label}`}</summary>
      {isOpen && <ExcludedTexts documentId={document.id} />}
    </details>
  )
}

function ExcludedTexts({ documentId }: { readonly documentId: string }) {
  const source = useDocumentText(documentId, useLibrary().version)
  if (source.kind === 'failed') return <Failure error={source.error} onRetry={source.retry} />
  if (source.kind === 'waiting') return <p className="note">正在读取。</p>
  return <Exclusions source={source.value} />
}

function Exclusions({ source }: { readonly source: DocumentTextJson }) {
  const { document_id, etag, excluded, restored } = source
  const [edit, save] = useEdit(document_id)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const set = async ({ start, end }: ExcludedJson, isExcluded: boolean) => {
    // Disabled in words only: a button that is really disabled lets go of the focus.
    if (edit.kind === 'saving') return
    setSaid(isExcluded ? '已重新排除。' : '已恢复为正文，问答立即可以引用。')
    // The button that was pressed goes with its line.
    if (await save(etag, { exclusions: [{ start, end, excluded: isExcluded }] })) list.current?.focus()
  }
  const isBusy = edit.kind === 'saving'
  return (
    <div className="exclusion-edit" ref={list} tabIndex={-1}>
      {excluded.length > 0 && (
        <ExcludedRanges
          ranges={excluded}
          action="恢复为正文"
          isBusy={isBusy}
          act={(range) => set(range, false)}
        />
      )}
      {restored.length > 0 && (
        <>
          <h3 className="label">已恢复为正文</h3>
          <ExcludedRanges
            ranges={restored}
            action="重新排除"
            isBusy={isBusy}
            act={(range) => set(range, true)}
          />
        </>
      )}
      <p className="note">要排除别的文字，请打开原文，选中后按“排除所选文字”。</p>
      <EditStatus edit={edit} saved={said} />
    </div>
  )
}

interface RangesProps {
  readonly ranges: readonly ExcludedJson[]
  readonly action: string
  readonly isBusy: boolean
  act(range: ExcludedJson): void
}

function ExcludedRanges({ ranges, action, isBusy, act }: RangesProps) {
  return (
    <ol>
      {ranges.map((range) => (
        <li key={range.start}>
          <span className="reason">
            {reasonLabel(range.reason)}，第 {countLabel(range.start + 1)} 字起
            <button
              type="button"
              className="quiet"
              aria-disabled={isBusy}
              aria-label={`${action}：${range.text.trim().slice(0, 30)}`}
              onClick={() => act(range)}
            >
              {action}
            </button>
          </span>
          <span className="excluded-text">{range.text}</span>
        </li>
      ))}
    </ol>
  )
}
