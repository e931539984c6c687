import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { countLabel, kindLabel, NOT_STATED, percentLabel, periodLabel } from '../wording.ts'
import { ExclusionList } from './exclusion-list.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  readonly isOpen: boolean
}

export function DocumentRow({ document, isOpen }: Props) {
  const facts: readonly (readonly [string, string])[] = [
    [
      '地区',
      withOrigin(document.jurisdiction?.name ?? NOT_STATED, document.inferred.includes('jurisdiction')),
    ],
    ['年份', withOrigin(periodLabel(document.years), document.inferred.includes('years'))],
    ['文种', kindLabel(document.kind)],
    ['日期', withOrigin(document.issued_on ?? NOT_STATED, document.inferred.includes('issued_on'))],
    ['发文单位', document.issuer ?? NOT_STATED],
    ['读取覆盖率', `${percentLabel(document.coverage)}（${countLabel(document.characters)} 字）`],
  ]
  return (
    <li className="document-row" data-testid="document-row">
      <h2>
        <RouteLink to={{ view: 'documents', documentId: document.id, span: null }} current={isOpen && 'true'}>
          {document.title}
        </RouteLink>
      </h2>
      <dl>
        {facts.map(([name, value]) => (
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
    </li>
  )
}

/** What the text does not state in so many words is marked as inferred. */
function withOrigin(value: string, isInferred: boolean): string {
  return isInferred ? `${value}（推断）` : value
}
