import type { AnswerJson } from '../../api/schema.ts'
import { CitationChip } from './citation-chip.tsx'

interface Props {
  readonly conflicts: AnswerJson['conflicts']
  readonly citations: AnswerJson['citations']
}

/** Places where the documents themselves do not agree. */
export function Conflicts({ conflicts, citations }: Props) {
  if (conflicts.length === 0) return null
  return (
    <section className="aside">
      <h3 className="label">原文说法不一</h3>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.note} className="sentence">
            {conflict.note}
            {citations
              .filter((citation) => conflict.citations.includes(citation.id))
              .map((citation) => (
                <CitationChip
                  key={citation.id}
                  sourceKey={String(citation.id)}
                  text={`[${citation.id}]`}
                  label={`出处${citation.id}`}
                  citation={citation}
                />
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
