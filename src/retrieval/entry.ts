import type { Exclusion, IndexedDocument, Passage, Range, Section } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { type Segmenter, termsOf } from '../text/index.ts'
import type { LexicalEntry } from './lexical-index.ts'

/** The readable parts of a range: what no exclusion covers. */
export function readableView(view: string, range: Range, exclusions: readonly Exclusion[]): string {
  return subtract(range, exclusions)
    .map((part) => view.slice(part.start, part.end))
    .join('')
}

/**
 * A passage's lexical text: its own words, plus the heading of its item where the passage is a later part of
 * it. Title, place and year stay out; they are filters, and repeated titles would punish long words.
 */
function lexicalView(
  { document, view }: IndexedDocument,
  passage: Passage,
  section: Section | undefined,
): string {
  const own = readableView(view, passage, document.exclusions)
  const startsSection = section === undefined || passage.start <= section.start
  return startsSection ? own : `${view.slice(section.start, section.headingEnd)} ${own}`
}

export function lexicalEntries(indexed: IndexedDocument, segmenter: Segmenter): readonly LexicalEntry[] {
  const sections = new Map(indexed.document.sections.map((section) => [section.id, section]))
  return indexed.document.passages.map((passage) => ({
    passageId: passage.id,
    documentId: passage.documentId,
    terms: termsOf(lexicalView(indexed, passage, sections.get(passage.sectionId ?? '')), segmenter),
  }))
}
