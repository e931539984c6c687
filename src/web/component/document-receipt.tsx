import type { DocumentSummaryJson, InspectionJson } from '../../api/document-schema.ts'
import type { ReceiptJson } from '../../api/job-schema.ts'
import { useInspected, useReceipts } from '../hook/use-documents.ts'
import { useLibrary } from '../hook/use-library.ts'
import { countLabel, exclusionLabel, percentLabel, timeLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

/** What reading a document gave, as it stands now. */
export function DocumentReceipt({ document }: { readonly document: DocumentSummaryJson }) {
  const inspected = useInspected(document.id, useLibrary().version)
  if (inspected.kind === 'waiting') return <p className="note">正在读取。</p>
  if (inspected.kind === 'failed') return <Failure error={inspected.error} onRetry={inspected.retry} />
  const { inspection } = inspected.value
  return (
    <dl className="receipt" data-testid="document-receipt">
      {linesOf(inspection, document).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <History documentId={document.id} />
    </dl>
  )
}

const EVENTS: Readonly<Record<ReceiptJson['status'], string>> = {
  added: '入库',
  unchanged: '再次收到，内容相同',
  failed: '未入库',
  removed: '删除',
}

/** When the document came, and came again. */
function History({ documentId }: { readonly documentId: string }) {
  const receipts = useReceipts(documentId, useLibrary().version)
  if (receipts.kind !== 'ready' || receipts.value.length === 0) return null
  return (
    <div>
      <dt>经过</dt>
      <dd>
        {receipts.value.map(({ at, status, file }) => (
          <span className="event" key={at}>
            {timeLabel(at)}，{EVENTS[status]}（{file}）
          </span>
        ))}
      </dd>
    </div>
  )
}

function linesOf(
  inspection: InspectionJson,
  document: DocumentSummaryJson,
): readonly (readonly [string, string])[] {
  const { encoding, coverage, doubts, excluded, pages, sections, passages, targets, correction } = inspection
  const changes = (correction?.metadata.length ?? 0) + (correction?.restored.length ?? 0)
  const byPerson = excluded.filter(({ reason }) => reason === 'by_person').length
  return [
    ['编码', encoding],
    ['读取覆盖率', percentLabel(coverage)],
    ...(pages.length === 0 ? [] : [['页', `${countLabel(pages.length)} 页`] as const]),
    ['章节', `${countLabel(sections.length)} 个`],
    ['段落', `${countLabel(passages.length)} 段`],
    ['指标', `${countLabel(targets.length)} 条`],
    ['排除', exclusionLabel(document.excluded)],
    ['人工更正', changes + byPerson === 0 ? '没有' : `${changes + byPerson} 处`],
    ['存疑', doubts.join('') || '没有'],
  ]
}
