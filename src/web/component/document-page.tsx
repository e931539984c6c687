import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import type { Resource } from '../hook/use-resource.ts'
import { countLabel } from '../wording.ts'
import { DocumentRow } from './document-row.tsx'
import { Failure } from './failure.tsx'
import { UploadForm } from './upload-form.tsx'

interface Props {
  readonly documents: Resource<readonly DocumentSummaryJson[]>
  readonly openId: string | null
  readonly onUploaded: () => void
}

/** Every document with what was read from it and what was left out. */
export function DocumentPage({ documents, openId, onUploaded }: Props) {
  return (
    <section className="document-page" aria-busy={documents.kind === 'waiting'}>
      <h1>文件</h1>
      <UploadForm onDone={onUploaded} />
      {documents.kind === 'waiting' && <p className="note">正在读取文件目录。</p>}
      {documents.kind === 'failed' && <Failure error={documents.error} onRetry={documents.retry} />}
      {documents.kind === 'ready' && (
        <>
          <p className="note">
            共 {countLabel(documents.value.length)}{' '}
            份。未载明的，是原文没有写；排除的文字只是不参与问答，原文仍完整保留。
          </p>
          <ul className="document-list">
            {documents.value.map((document) => (
              <DocumentRow key={document.id} document={document} isOpen={document.id === openId} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
