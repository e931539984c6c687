import type { AnswerJson } from '../../api/schema.ts'
import { nearMissKey } from '../source-key.ts'
import { pathLabel, placeAndYears } from '../wording.ts'
import { CitationChip } from './citation-chip.tsx'

interface Props {
  readonly nearMisses: AnswerJson['near_misses']
  readonly isRefused: boolean
}

/** Passages that look like an answer and are not one. */
export function NearMisses({ nearMisses, isRefused }: Props) {
  if (nearMisses.length === 0) return null
  return (
    <section className="near-misses">
      <h3 className="label">{isRefused ? '相近内容，供参考' : '检索到但未引用'}</h3>
      <ul>
        {nearMisses.map(({ why, citation }, index) => (
          <li key={nearMissKey(index)} className="near-miss" data-testid="near-miss">
            <p className="why">
              <strong>近似但不同</strong>
              {why}
            </p>
            <blockquote>{citation.cited_text}</blockquote>
            <p className="from">
              {citation.document_title}（{placeAndYears(citation)}），{pathLabel(citation.path)}
              <CitationChip
                sourceKey={nearMissKey(index)}
                text="看原文"
                label={`近似${index + 1}，看原文`}
                citation={citation}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
