import type { CitationJson } from '../../api/schema.ts'
import { pathLabel, placeAndYears } from '../wording.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly citation: CitationJson
  readonly placement: 'below' | 'above'
}

/** What stands behind a chip, without leaving the answer. */
export function CitationCard({ id, label, citation, placement }: Props) {
  return (
    <span id={id} role="tooltip" className="citation-card" data-placement={placement}>
      <span className="card-title">{citation.document_title}</span>
      <span className="card-meta">
        {placeAndYears(citation)}
        {citation.page !== null && `，第${citation.page}页`}
      </span>
      <span className="card-meta">{pathLabel(citation.path)}</span>
      <span className="card-quote">
        <mark>{citation.cited_text}</mark>
      </span>
      <span className="card-foot">{label}与原文逐字一致。点按编号查看原文。</span>
    </span>
  )
}
