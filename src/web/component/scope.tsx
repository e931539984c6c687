import type { AnswerJson } from '../../api/schema.ts'
import { NOT_STATED, periodLabel } from '../wording.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly scope: AnswerJson['scope']
  readonly isOpen?: boolean
}

/** Which documents were read, and whether in full. */
export function Scope({ scope, isOpen = false }: Props) {
  const { documents } = scope
  const verb = scope.fully_scanned ? '已全文检索' : '已检索（非全文）'
  if (documents.length === 0) return <p className="scope">没有可检索的文件。</p>
  return (
    <details className="scope" open={isOpen}>
      <summary>
        {verb} {documents.length} 份文件
      </summary>
      <ul>
        {documents.map((document) => (
          <ScopedDocument key={document.id} document={document} />
        ))}
      </ul>
    </details>
  )
}

/** Titles alone often name no place, so place and years stand beside them. */
function ScopedDocument({ document }: { readonly document: AnswerJson['scope']['documents'][number] }) {
  return (
    <li>
      <RouteLink to={{ view: 'documents', documentId: document.id, span: null }}>{document.title}</RouteLink>
      <span className="note">
        （{document.jurisdiction ?? `地区${NOT_STATED}`}，{periodLabel(document.years)}）
      </span>
    </li>
  )
}
