import type { AnswerJson } from '../../api/schema.ts'
import { citedBy } from '../copy-text.ts'
import { pathLabel, placeAndYears } from '../wording.ts'
import { useSource } from './source-context.ts'

/** The sources by number, as under a printed page; on paper each comes with its quote. */
export function Footnotes({ answer }: { readonly answer: AnswerJson }) {
  const { open } = useSource()
  const citations = citedBy(answer)
  if (citations.length === 0) return null
  return (
    <section className="footnotes">
      <h3 className="label">出处</h3>
      <ol>
        {citations.map((citation) => (
          <li key={citation.id} value={citation.id}>
            <span className="number">[{citation.id}]</span>
            <span className="entry">
              <button type="button" onClick={(event) => open(String(citation.id), event.currentTarget)}>
                {citation.document_title}
              </button>
              <span className="place">（{placeAndYears(citation)}）</span>
              <span className="path">{pathLabel(citation.path)}</span>
              <span className="on-paper">原文：{citation.cited_text}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
