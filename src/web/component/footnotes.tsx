import type { AnswerJson } from '../../api/schema.ts'
import { citedBy } from '../copy-text.ts'
import { type Footnote, toFootnotes } from '../footnote.ts'
import { pathLabel, placeAndYears } from '../wording.ts'
import { useSource } from './source-context.ts'

/** The sources by number, as under a printed page; on paper each comes with its quote. */
export function Footnotes({ answer }: { readonly answer: AnswerJson }) {
  const notes = toFootnotes(citedBy(answer))
  if (notes.length === 0) return null
  return (
    <section className="footnotes">
      <h3 className="label">出处</h3>
      <ul>
        {notes.map((note) => (
          <Note key={note.first.id} note={note} />
        ))}
      </ul>
    </section>
  )
}

function Note({ note: { first, citations } }: { readonly note: Footnote }) {
  const { open } = useSource()
  return (
    <li>
      <span className="number">{citations.map(({ id }) => `[${id}]`).join('')}</span>
      <span className="entry">
        <button type="button" onClick={(event) => open(String(first.id), event.currentTarget)}>
          {first.document_title}
        </button>
        <span>（{placeAndYears(first)}）</span>
        <span className="path">{pathLabel(first.path)}</span>
        {citations.map(({ id, cited_text }) => (
          <span key={id} className="on-paper">
            [{id}] 原文：{cited_text}
          </span>
        ))}
      </span>
    </li>
  )
}
