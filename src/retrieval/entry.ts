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

/** Passages come one by one, and a long text has tens of thousands of sections. */
const known = new WeakMap<readonly Section[], ReadonlyMap<string, Section>>()

function byId(sections: readonly Section[]): ReadonlyMap<string, Section> {
  const before = known.get(sections)
  if (before !== undefined) return before
  const made = new Map(sections.map((section) => [section.id, section]))
  known.set(sections, made)
  return made
}

export function lexicalEntries(indexed: IndexedDocument, segmenter: Segmenter): readonly LexicalEntry[] {
  const sections = byId(indexed.document.sections)
  return indexed.document.passages.map((passage) => ({
    passageId: passage.id,
    documentId: passage.documentId,
    terms: termsOf(lexicalView(indexed, passage, sections.get(passage.sectionId ?? '')), segmenter),
  }))
}
