import type { Corpus, Document, IndexedDocument, TargetRow } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { bareName } from '../text/index.ts'
import { extractTargets } from './extract-targets.ts'

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

/** Rows of a document; extracted once. */
export function targetsOf({ document, view }: IndexedDocument): readonly TargetRow[] {
  const rows = known.get(document) ?? extractTargets(document, view)
  known.set(document, rows)
  return rows
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
