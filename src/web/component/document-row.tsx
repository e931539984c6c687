import { useId } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { countLabel, kindLabel, NOT_STATED, percentLabel, periodLabel } from '../wording.ts'
import { ExclusionList } from './exclusion-list.tsx'
import { RouteLink } from './route-link.tsx'
import { RowActions } from './row-actions.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  readonly isOpen: boolean
  onRemoved(document: DocumentSummaryJson): void
}

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
      <RowActions document={document} titleId={titleId} onRemoved={() => onRemoved(document)} />
    </li>
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
