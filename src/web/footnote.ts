import type { CitationJson } from '../api/schema.ts'

/** One place of one document with the citations that stand there, in the order of their numbers. */
export interface Footnote {
  readonly first: CitationJson
  readonly citations: readonly CitationJson[]
}

/** Brings neighbouring citations of one section together, so that no line is said twice. */
export function toFootnotes(citations: readonly CitationJson[]): readonly Footnote[] {
  const notes: Footnote[] = []
  for (const citation of citations) {
    const last = notes.at(-1)
    if (last !== undefined && isSamePlace(last.first, citation)) {
      notes[notes.length - 1] = { first: last.first, citations: [...last.citations, citation] }
    } else notes.push({ first: citation, citations: [citation] })
  }
  return notes
}

function isSamePlace(a: CitationJson, b: CitationJson): boolean {
  return a.document_id === b.document_id && a.page === b.page && a.path.join('\n') === b.path.join('\n')
}
