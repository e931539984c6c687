import type { Corpus, IndexedDocument, Jurisdiction, Range, Section, Span } from '../corpus/index.ts'
import { sha256 } from '../corpus/index.ts'

/** A span of the original together with where it stands. `quote` is `text.slice(start, end)`, always. */
export interface Citation {
  readonly span: Span
  readonly quote: string
  /** Of the quote, lower-case hex. */
  readonly sha256: string
  readonly path: readonly string[]
  readonly title: string
  readonly file: string
  readonly jurisdiction: Jurisdiction | null
  readonly years: readonly [number, number] | null
}

/** Undefined when the span does not lie within a document of the corpus, or cuts a character in two. */
export function resolveCitation(span: Span, corpus: Corpus): Citation | undefined {
  const indexed = corpus.documents.get(span.documentId)
  if (indexed === undefined || !isWithin(span, indexed.document.text)) return undefined
  const { document } = indexed
  const quote = document.text.slice(span.start, span.end)
  if (!quote.isWellFormed()) return undefined
  return {
    span,
    quote,
    sha256: sha256(quote),
    path: pathAt(indexed, span.start).map((section) => `${section.number}${section.heading}`),
    title: document.metadata.title?.value ?? document.file,
    file: document.file,
    jurisdiction: document.metadata.jurisdiction?.value ?? null,
    years: document.metadata.years?.value ?? null,
  }
}

function isWithin({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length
}

/** The sections that hold an offset, outermost first. */
export function pathAt({ document }: IndexedDocument, offset: number): readonly Section[] {
  return document.sections
    .filter((section) => section.start <= offset && offset < section.end)
    .sort((a, b) => a.level - b.level)
}

/** The words of a section's heading, without its number; undefined where it has none. */
export function headingWords(
  { start, heading, headingEnd }: Section,
  { document: { text } }: IndexedDocument,
): Range | undefined {
  const at = heading === '' ? -1 : text.indexOf(heading, start)
  return at === -1 || at >= headingEnd ? undefined : { start: at, end: at + heading.length }
}

/** How a document is named in front of a quotation: 青岛市2022年 or 青岛市2022—2024年. */
export function attributionOf(citation: Pick<Citation, 'jurisdiction' | 'years' | 'title'>): string {
  const { jurisdiction, years, title } = citation
  if (jurisdiction === null && years === null) return `《${title}》`
  const [from, to] = years ?? [undefined, undefined]
  const period = from === undefined ? '' : from === to ? `${from}年` : `${from}—${to}年`
  return `${jurisdiction?.name ?? ''}${period}`
}
