import { useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import type { CandidateJson, TraceJson } from '../../api/trace-schema.ts'
import { outcomeText, searchText } from '../trace-wording.ts'
import { periodLabel } from '../wording.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly search: TraceJson['searches'][number]
  readonly documents: AnswerJson['scope']['documents']
}

const FIRST = 6

/** The passages one search found, each with what became of it. */
export function TraceSearch({ search, documents }: Props) {
  const [isWhole, setWhole] = useState(false)
  const { candidates } = search
  const shown = isWhole
    ? candidates
    : candidates.filter(({ outcome }, at) => at < FIRST || outcome === 'used')
  const rest = candidates.length - shown.length
  return (
    <section>
      <p>{searchText(search)}。</p>
      <ol className="trace-candidates">
        {shown.map((candidate) => (
          <li key={candidate.passage_id} data-outcome={candidate.outcome}>
            <span className="rank">{candidate.rank}</span>
            <span>
              <RouteLink to={placeOf(candidate)}>{titleOf(candidate, documents)}</RouteLink>
              <span className="note">{outcomeText(candidate.outcome)}</span>
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          再看其余 {rest} 段
        </button>
      )}
    </section>
  )
}

function placeOf({ document_id, start, end }: CandidateJson) {
  return { view: 'documents', documentId: document_id, span: { start, end } } as const
}

function titleOf({ document_id }: CandidateJson, documents: Props['documents']): string {
  const found = documents.find(({ id }) => id === document_id)
  return found === undefined ? '其他文件' : `${found.title}（${periodLabel(found.years)}）`
}
