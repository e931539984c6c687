import type { Document, IndexedDocument, Metadata } from '../corpus/index.ts'
import { resemblance } from './resemblance.ts'

/** Two versions of one plan share at least this much of their wording. */
const LEAST_OF_VERSION = 0.5
/** A reposted copy differs in little more than its page furniture. */
const LEAST_OF_COPY = 0.8

/** Another document of nearly the same wording. */
export interface NearDuplicate {
  readonly document: Document
  readonly resemblance: number
}

/**
 * The document that a new one supersedes: of the same file name, place, kind and years, all of them known, and largely
 * of its wording. A plan of the next year may be nearly word for word the last one's and is yet no version of it.
 */
export function supersededBy(newer: IndexedDocument, known: Iterable<IndexedDocument>): Document | undefined {
  const { id, file } = newer.document
  const [best] = [...known]
    .filter(
      ({ document }) =>
        document.id !== id && document.file === file && areOfOnePlan(newer.document, document),
    )
    .map((older) => ({ document: older.document, resemblance: resemblance(newer, older) }))
    .sort((a, b) => b.resemblance - a.resemblance)
  return best !== undefined && best.resemblance >= LEAST_OF_VERSION ? best.document : undefined
}

/** Copies of a document under other names, the most alike first. */
export function nearDuplicates(
  own: IndexedDocument,
  known: Iterable<IndexedDocument>,
): readonly NearDuplicate[] {
  const { id } = own.document
  return [...known]
    .filter(({ document }) => document.id !== id && areOfOneTime(own.document, document))
    .map((other) => ({ document: other.document, resemblance: resemblance(own, other) }))
    .filter((near) => near.resemblance >= LEAST_OF_COPY)
    .sort((a, b) => b.resemblance - a.resemblance)
}

function areOfOnePlan({ metadata: a }: Document, { metadata: b }: Document): boolean {
  const areAllKnown = [a, b].every(({ jurisdiction, kind, years }) => jurisdiction && kind && years)
  const factsOf = ({ jurisdiction, kind, years }: Metadata) =>
    JSON.stringify([jurisdiction?.value.name, jurisdiction?.value.parent, kind?.value, years?.value])
  return areAllKnown && factsOf(a) === factsOf(b)
}

function areOfOneTime(a: Document, b: Document): boolean {
  const [place, otherPlace] = [a.metadata.jurisdiction?.value, b.metadata.jurisdiction?.value]
  const [years, otherYears] = [a.metadata.years?.value, b.metadata.years?.value]
  const isOtherPlace =
    place !== undefined &&
    otherPlace !== undefined &&
    (place.name !== otherPlace.name || place.parent !== otherPlace.parent)
  const areOtherYears = years !== undefined && otherYears !== undefined && years.join() !== otherYears.join()
  return !isOtherPlace && !areOtherYears
}
