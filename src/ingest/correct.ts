import {
  type Correction,
  contains,
  correctionSchema,
  type Document,
  type Exclusion,
  type Metadata,
  type MetadataField,
  metadataSchema,
  overlaps,
  type Range,
  subtract,
} from '../corpus/index.ts'
import type { Gazetteer } from '../text/index.ts'
import { readAround } from './read-document.ts'

/** What a person says of one document. A field that is left out stays as it is. */
export interface CorrectionChange {
  /** Null says that the document does not state it. */
  readonly metadata: { readonly [K in MetadataField]?: NonNullable<Metadata[K]>['value'] | null }
  /** Fields that shall be again as they were read. */
  readonly reverted: readonly MetadataField[]
  /** Ranges that shall be part of the document, or shall not. */
  readonly exclusions: readonly (Range & { readonly isExcluded: boolean })[]
}

/** The document as read, before anybody corrected anything. */
export function asRead(document: Document, gazetteer: Gazetteer): Document {
  const { correction } = document
  if (correction === null) return document
  return readAround(exclusionsAsRead(document.exclusions, correction), sourceOf(document), gazetteer)
}

/** The document with a correction worked in: fields replaced, sections and passages made anew around the exclusions. */
export function corrected(read: Document, correction: Correction, gazetteer: Gazetteer): Document {
  const { restored, excluded } = correction
  const isUntouched = restored.length === 0 && excluded.length === 0
  const around = isUntouched
    ? read
    : readAround(withCorrections(read.exclusions, correction), sourceOf(read), gazetteer)
  const said = Object.entries(correction.metadata).map(([field, change]) => [
    field,
    fieldOf(change?.value ?? null),
  ])
  const metadata = metadataSchema.parse({ ...around.metadata, ...Object.fromEntries(said) })
  return { ...around, metadata, correction }
}

function fieldOf(value: unknown) {
  return value === null ? null : { value, evidence: null, inferred: false }
}

/**
 * The correction that stands after a change; null when nothing of one is left.
 * @param read the document as read
 */
export function nextCorrection(
  read: Document,
  known: Correction | null,
  change: CorrectionChange,
): Correction | null {
  const revision = (known?.revision ?? 0) + 1
  const metadata: Record<string, unknown> = { ...known?.metadata }
  for (const [field, value] of Object.entries(change.metadata)) {
    const readValue = read.metadata[field as MetadataField]?.value ?? null
    if (JSON.stringify(value) === JSON.stringify(readValue)) delete metadata[field]
    else metadata[field] = { value, read: readValue }
  }
  for (const field of change.reverted) delete metadata[field]
  const ranges = change.exclusions.reduce(withRange(read), {
    restored: known?.restored ?? [],
    excluded: known?.excluded ?? [],
  })
  const isEmpty = Object.keys(metadata).length === 0 && ranges.restored.length + ranges.excluded.length === 0
  return isEmpty ? null : correctionSchema.parse({ revision, metadata, ...ranges })
}

/**
 * What of an older version's correction still holds for a newer one: fields that were read as they had been, and
 * ranges whose words are there once.
 * @param read the newer version as read
 */
export function carriedOver(older: Document, read: Document): Correction | null {
  const { correction } = older
  if (correction === null) return null
  const metadata = Object.entries(correction.metadata).filter(([field, change]) => {
    const value = read.metadata[field as MetadataField]?.value ?? null
    return JSON.stringify(value) === JSON.stringify(change?.read ?? null)
  })
  const wordsOf = ({ start, end }: Range) => older.text.slice(start, end)
  const restoredWords = new Set(correction.restored.map(wordsOf))
  const restored = read.exclusions.filter(({ start, end }) => restoredWords.has(read.text.slice(start, end)))
  const excluded = correction.excluded.flatMap((range) => {
    const words = wordsOf(range)
    const start = read.text.indexOf(words)
    return start === -1 || read.text.includes(words, start + 1) ? [] : [{ start, end: start + words.length }]
  })
  if (metadata.length + restored.length + excluded.length === 0) return null
  return correctionSchema.parse({ revision: 1, metadata: Object.fromEntries(metadata), restored, excluded })
}

type Ranges = Pick<Correction, 'restored' | 'excluded'>

function withRange(read: Document) {
  return (
    { restored, excluded }: Ranges,
    { start, end, isExcluded }: CorrectionChange['exclusions'][number],
  ): Ranges => {
    const range = { start, end }
    const touched = read.exclusions.filter((exclusion) => overlaps(exclusion, range))
    const others = excluded.filter((other) => !overlaps(other, range))
    if (!isExcluded)
      return { restored: [...restored.filter((one) => !overlaps(one, range)), ...touched], excluded: others }
    const stillRestored = restored.filter((exclusion) => !overlaps(exclusion, range))
    const isReadSo = touched.some((exclusion) => contains(exclusion, range))
    return { restored: stillRestored, excluded: isReadSo ? others : [...others, range] }
  }
}

function withCorrections(
  read: readonly Exclusion[],
  { restored, excluded }: Correction,
): readonly Exclusion[] {
  const isRestored = (one: Exclusion) =>
    restored.some(({ start, end }) => start === one.start && end === one.end)
  const kept = read.filter((one) => !isRestored(one))
  const added = excluded.flatMap((range) => subtract(range, kept))
  return ascending([...kept, ...added.map((range) => ({ ...range, reason: 'by_person' as const }))])
}

function exclusionsAsRead(effective: readonly Exclusion[], { restored }: Correction): readonly Exclusion[] {
  return ascending([...effective.filter(({ reason }) => reason !== 'by_person'), ...restored])
}

function ascending(exclusions: readonly Exclusion[]): readonly Exclusion[] {
  return [...exclusions].sort((a, b) => a.start - b.start)
}

function sourceOf({ file, sha256, encoding, text, pages, doubts }: Document) {
  return { file, sha256, encoding, text, pages, doubts }
}
