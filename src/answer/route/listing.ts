import { type ProvenSentence, proveCount, type Whole, wordCount } from '../../citation/index.ts'
import type { Document, Range, Section } from '../../corpus/index.ts'
import { overlaps } from '../../corpus/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { isVerified } from '../result.ts'

const MOST = 60

/** Ranges that answer together; the whole is given when they are all of its items. */
export interface Listing {
  readonly document: Document
  readonly ranges: readonly Range[]
  readonly whole: Whole | null
}

/** The quotations of a listing, and their number where they are the whole. */
export function quoteListing(
  { document, ranges, whole }: Listing,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const quoted = ranges
    .slice(0, MOST)
    .map((range) => quoteRange(document, range, isAttributed, desk.corpus))
    .filter(isVerified)
  return whole === null || quoted.length < ranges.length
    ? quoted
    : [...quoted, ...counted(whole, ranges, quoted, desk)]
}

function counted(
  whole: Whole,
  ranges: readonly Range[],
  quoted: readonly ProvenSentence[],
  { corpus }: Desk,
) {
  const text = wordCount(whole, corpus)
  if (text === undefined) return []
  // The heads and limits that an item is quoted with are no items.
  const spans = quoted
    .flatMap(({ citations }) => citations.map(({ span }) => span))
    .flatMap((span) => {
      const item = ranges.find((range) => overlaps(range, span))
      if (item === undefined) return []
      return [{ ...span, start: Math.max(item.start, span.start), end: Math.min(item.end, span.end) }]
    })
  return [proveCount(text, whole, spans, corpus)].filter(isVerified)
}

/** Headings as a listing; they are a whole when they are all there are of their level under their parent. */
export function headingListing(document: Document, sections: readonly Section[]): Listing {
  const [first] = sections
  const alike = document.sections.filter(
    ({ parentId, level }) => parentId === first?.parentId && level === first.level,
  )
  const isWhole = first !== undefined && alike.length === sections.length
  return {
    document,
    ranges: sections.map(headingOf),
    whole: isWhole
      ? { kind: 'headings', documentId: document.id, parentId: first.parentId, level: first.level }
      : null,
  }
}

export function childrenOf(document: Document, id: string | null): readonly Section[] {
  return document.sections.filter((section) => section.parentId === id && section.heading !== '')
}

export function headingOf(section: Section) {
  return { start: section.start, end: section.headingEnd }
}
