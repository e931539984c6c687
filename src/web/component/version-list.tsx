import type { VersionsJson } from '../../api/document-schema.ts'
import { useVersions } from '../hook/use-documents.ts'
import { useLibrary } from '../hook/use-library.ts'
import { resemblanceLabel, timeLabel } from '../wording.ts'
import { Failure } from './failure.tsx'
import { RouteLink } from './route-link.tsx'

/** Every version of a document, each to be opened, and other files of nearly the same wording. */
export function VersionList({ documentId }: { readonly documentId: string }) {
  const found = useVersions(documentId, useLibrary().version)
  if (found.kind === 'waiting') return <p className="note">正在读取。</p>
  if (found.kind === 'failed') return <Failure error={found.error} onRetry={found.retry} />
  const { versions, near_duplicates: copies } = found.value
  return (
    <div className="version-list">
      <h3 className="label">版本</h3>
      <ol>
        {versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ol>
      <h3 className="label">近似文件</h3>
      {copies.length === 0 ? (
        <p className="note">库中没有与它文字近似的文件。</p>
      ) : (
        <ul>
          {copies.map((copy) => (
            <li key={copy.id}>
              <RouteLink to={{ view: 'documents', documentId: copy.id, span: null }}>{copy.title}</RouteLink>
              <span className="note">
                文字相同约 {resemblanceLabel(copy.resemblance)}，{copy.file}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Version({ version }: { readonly version: VersionsJson['versions'][number] }) {
  return (
    <li data-current={version.is_current}>
      <RouteLink to={{ view: 'documents', documentId: version.id, span: null }}>
        {version.is_current ? '当前版本' : '旧版本'}
      </RouteLink>
      <span className="note">
        {version.received_at === null ? '入库时间不详' : `${timeLabel(version.received_at)}入库`}，
        {version.file}
      </span>
    </li>
  )
}
