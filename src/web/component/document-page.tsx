import { useContext, useRef, useState } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { useLibrary } from '../hook/use-library.ts'
import type { Resource } from '../hook/use-resource.ts'
import type { Uploads } from '../hook/use-uploads.ts'
import { LIBRARY } from '../route.ts'
import { countLabel } from '../wording.ts'
import { DocumentRow } from './document-row.tsx'
import { Failure } from './failure.tsx'
import { NavigateContext } from './route-link.tsx'
import { UploadSection } from './upload-section.tsx'

interface Props {
  readonly documents: Resource<readonly DocumentSummaryJson[]>
  readonly openId: string | null
  readonly uploads: Uploads
}

/** Every document with what was read from it and what was left out. */
export function DocumentPage({ documents, openId, uploads }: Props) {
  const { changed } = useLibrary()
  const navigate = useContext(NavigateContext)
  const heading = useRef<HTMLHeadingElement>(null)
  const [note, setNote] = useState('')
  const removed = ({ id, title }: DocumentSummaryJson) => {
    if (openId === id) navigate(LIBRARY, 'replace')
    setNote(`已删除《${title}》。`)
    changed()
    heading.current?.focus()
  }
  const known = documents.kind === 'ready' ? documents.value : []
  return (
    <section className="document-page" aria-busy={documents.kind === 'waiting'}>
      <h1 ref={heading} tabIndex={-1}>
        文件
      </h1>
      <UploadSection uploads={uploads} documents={known} />
      {documents.kind === 'waiting' && <p className="note">正在读取文件目录。</p>}
      {documents.kind === 'failed' && <Failure error={documents.error} onRetry={documents.retry} />}
      <p className="note" role="status">
        {note}
      </p>
      {documents.kind === 'ready' && (
        <>
          <p className="note">
            共 {countLabel(known.length)}{' '}
            份。未载明的，是原文没有写；排除的文字只是不参与问答，原文仍完整保留。
          </p>
          <ul className="document-list">
            {known.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                isOpen={document.id === openId}
                onRemoved={removed}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
