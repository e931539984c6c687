import type { Corpus, Document, IndexedDocument, Passage, Range, TargetRow } from '../corpus/index.ts'
import { normalisedView, overlaps } from '../corpus/index.ts'
import { bareName } from '../text/index.ts'
import { numbered, targetsByPassage, type UnnumberedTarget } from './extract-targets.ts'

/** A row together with the plan it stands in. */
export interface LedgerEntry {
  readonly row: TargetRow
  readonly document: Document
}

export interface TargetFilters {
  /** Names of places, with or without 市, 区 or 县; of the plan's own place or of the one above it. */
  readonly regions?: readonly string[]
  /** Years in which a row is due. */
  readonly years?: readonly number[]
  /** Words that the indicator holds, separated by blanks. */
  readonly indicator?: string
}

const known = new WeakMap<Document, readonly TargetRow[]>()
const knownParts = new WeakMap<Passage, readonly UnnumberedTarget[]>()

/** Rows of a document; extracted once. */
export function targetsOf(indexed: IndexedDocument): readonly TargetRow[] {
  const { document } = indexed
  const rows = known.get(document) ?? numbered(document, targetsIn(indexed, document.passages))
  known.set(document, rows)
  return rows
}

/** Rows of some passages of a document: of a large corpus no more is read than is looked at. */
export function targetsIn(
  { document, view }: IndexedDocument,
  passages: readonly Passage[],
): readonly UnnumberedTarget[] {
  const unread = passages.filter((passage) => !knownParts.has(passage))
  if (unread.length > 0) {
    for (const [passage, rows] of targetsByPassage(document, view, unread)) knownParts.set(passage, rows)
  }
  return passages.flatMap((passage) => knownParts.get(passage) ?? [])
}

/** Rows whose clause shares a character with one of the ranges. */
export function targetsAt(indexed: IndexedDocument, ranges: readonly Range[]): readonly UnnumberedTarget[] {
  const isAt = (one: Range) => ranges.some((range) => overlaps(one, range))
  return targetsIn(indexed, indexed.document.passages.filter(isAt)).filter(isAt)
}

/** Every row of the corpus, by plan and in reading order. */
export function ledgerOf(corpus: Corpus): readonly LedgerEntry[] {
  return [...corpus.documents.values()].flatMap((indexed) =>
    targetsOf(indexed).map((row) => ({ row, document: indexed.document })),
  )
}

/** The entries that fit every filter given; an empty list filters nothing. */
export function filterTargets(
  entries: readonly LedgerEntry[],
  { regions = [], years = [], indicator = '' }: TargetFilters,
): readonly LedgerEntry[] {
  const places = regions.map((region) => bareName(normalisedView(region).trim()))
  const words = normalisedView(indicator)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return entries.filter(
    ({ row, document }) =>
      (places.length === 0 || isIn(document, places)) &&
      (years.length === 0 || years.some((year) => isDue(row, document, year))) &&
      words.every((word) => normalisedView(row.indicator).includes(word)),
  )
}

function isIn({ metadata }: Document, places: readonly string[]): boolean {
  const jurisdiction = metadata.jurisdiction?.value
  if (jurisdiction === undefined) return false
  return [jurisdiction.name, jurisdiction.parent ?? ''].some((name) => places.includes(bareName(name)))
}

/** A yearly commitment is due in each year of its plan, any other in the year of its deadline alone. */
function isDue(row: TargetRow, { metadata }: Document, year: number): boolean {
  const [from, to] = metadata.years?.value ?? [row.deadlineYear, row.deadlineYear]
  const isWithin = from !== null && to !== null && from <= year && year <= to
  return row.isYearly || row.deadlineYear === null ? isWithin : row.deadlineYear === year
}
