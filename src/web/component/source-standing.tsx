import type { DocumentTextJson, LocationJson } from '../../api/document-schema.ts'
import { useLocation, useVersions } from '../hook/use-documents.ts'
import { useLibrary } from '../hook/use-library.ts'
import type { SourceTarget } from '../opened-source.ts'
import type { CodePointSpan } from '../route.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly text: DocumentTextJson
  readonly target: SourceTarget
}

/** Says that the version shown was replaced, and what became of the quoted words in the current one. */
export function SourceStanding({ text, target }: Props) {
  const id = text.document_id
  if (text.superseded_by === null) return null
  if (target.kind === 'whole') return <Replaced documentId={id} />
  if (target.kind === 'span') return <Relocated documentId={id} span={target.span} />
  const { start_char_index: start, end_char_index: end } = target.citation
  return <Relocated documentId={id} span={{ start, end }} />
}

function Replaced({ documentId }: { readonly documentId: string }) {
  const found = useVersions(documentId, useLibrary().version)
  const current = found.kind === 'ready' ? found.value.versions.find((one) => one.is_current) : undefined
  return (
    <p className="standing" role="status">
      此文件已有新版本，这里显示的是旧版本。{' '}
      {current !== undefined && (
        <RouteLink to={{ view: 'documents', documentId: current.id, span: null }}>打开新版本</RouteLink>
      )}
    </p>
  )
}

function Relocated({ documentId, span }: { readonly documentId: string; readonly span: CodePointSpan }) {
  const found = useLocation(documentId, span, useLibrary().version)
  return (
    <p className="standing" role="status">
      此文件已有新版本，
      {found.kind === 'ready' ? (
        <Finding location={found.value} />
      ) : found.kind === 'waiting' ? (
        '正在新版中查找这句。'
      ) : (
        '未能查明这句在新版中的位置。'
      )}
    </p>
  )
}

function Finding({ location: { document_id, start, end } }: { readonly location: LocationJson }) {
  const isThere = start !== null && end !== null
  return (
    <>
      {isThere ? '新版中仍有此句。' : '这句在新版中已改动。'}{' '}
      <RouteLink to={{ view: 'documents', documentId: document_id, span: isThere ? { start, end } : null }}>
        {isThere ? '在新版中查看' : '打开新版本'}
      </RouteLink>
    </>
  )
}
