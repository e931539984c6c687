import {
  type Correction,
  correctionSchema,
  type Document,
  type Exclusion,
  type Metadata,
  type MetadataField,
  metadataSchema,
  type Range,
  subtract,
  type WordedRange,
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
  return correction === null ? document : readAround(correction.read, sourceOf(document), gazetteer)
}

/**
 * The document with a correction worked in: fields replaced, sections and passages made anew around the exclusions.
 * Ranges whose words have moved are found by them; those that are not found are told as a doubt.
 */
export function corrected(read: Document, correction: Correction, gazetteer: Gazetteer): Document {
  const restored = settled(correction.restored, read.text)
  const excluded = settled(correction.excluded, read.text)
  const isUntouched = restored.length + excluded.length === 0
  const around = isUntouched
    ? read
    : readAround(exclusionsWith(read.exclusions, restored, excluded), sourceOf(read), gazetteer)
  const said = Object.entries(correction.metadata).map(([field, change]) => [
    field,
    fieldOf(change?.value ?? null),
  ])
  const metadata = metadataSchema.parse({ ...around.metadata, ...Object.fromEntries(said) })
  const lost = correction.restored.length + correction.excluded.length - restored.length - excluded.length
  const doubts = lost === 0 ? read.doubts : [...read.doubts, `有 ${lost} 处人工排除或恢复在原文里找不到了。`]
  const own = { ...correction, restored, excluded, read: read.exclusions }
  return { ...around, metadata, doubts, correction: own }
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
  const metadata: Record<string, unknown> = { ...known?.metadata }
  for (const [field, value] of Object.entries(change.metadata)) {
    const readValue = read.metadata[field as MetadataField]?.value ?? null
    if (JSON.stringify(value) === JSON.stringify(readValue)) delete metadata[field]
    else metadata[field] = { value, read: readValue }
  }
  for (const field of change.reverted) delete metadata[field]
  const { restored, excluded } = rangesAfter(read, known, change.exclusions)
  return correctionOf(metadata, restored, excluded, read)
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
  const { restored, excluded } = correction
  return correctionOf(
    Object.fromEntries(metadata),
    settled(restored, read.text),
    settled(excluded, read.text),
    read,
  )
}

function correctionOf(
  metadata: object,
  restored: readonly Range[],
  excluded: readonly Range[],
  { text, exclusions }: Document,
): Correction | null {
  if (Object.keys(metadata).length + restored.length + excluded.length === 0) return null
  const worded = ({ start, end }: Range) => ({ start, end, words: text.slice(start, end) })
  return correctionSchema.parse({
    metadata,
    restored: restored.map(worded),
    excluded: excluded.map(worded),
    read: exclusions,
  })
}

/** Each range where its words stand: in its place, or at the only other one. */
function settled(ranges: readonly WordedRange[], text: string): readonly WordedRange[] {
  return ranges.flatMap((range) => {
    if (text.slice(range.start, range.end) === range.words) return [range]
    const start = text.indexOf(range.words)
    const isOnly = start !== -1 && !text.includes(range.words, start + 1)
    return isOnly ? [{ start, end: start + range.words.length, words: range.words }] : []
  })
}

/** What a person wants left out, as one union; what of it reading leaves out anyway needs no mention. */
function rangesAfter(
  { exclusions: read }: Document,
  known: Correction | null,
  changes: CorrectionChange['exclusions'],
): { readonly restored: readonly Range[]; readonly excluded: readonly Range[] } {
  let restored: readonly Range[] = known?.restored ?? []
  let excluded: readonly Range[] = known?.excluded ?? []
  for (const { start, end, isExcluded } of changes) {
    const range = { start, end }
    const [readParts, otherParts] = [within(read, range), subtract(range, read)]
    restored = isExcluded ? restored.flatMap((one) => subtract(one, [range])) : union(restored, readParts)
    excluded = isExcluded ? union(excluded, otherParts) : excluded.flatMap((one) => subtract(one, [range]))
  }
  return { restored, excluded }
}

function exclusionsWith(
  read: readonly Exclusion[],
  restored: readonly Range[],
  excluded: readonly Range[],
): readonly Exclusion[] {
  const kept = read.flatMap(({ reason, ...range }) =>
    subtract(range, ascending(restored)).map((part) => ({ ...part, reason })),
  )
  const added = excluded.flatMap((range) => subtract(range, read))
  return ascending([...kept, ...added.map((range) => ({ ...range, reason: 'by_person' as const }))])
}

/** The parts of the ranges that lie in `range`. */
function within(ranges: readonly Range[], range: Range): readonly Range[] {
  return ranges
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => start < end)
}

function union(ranges: readonly Range[], others: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of ascending([...ranges, ...others])) {
    const last = joined.at(-1)
    if (last === undefined || last.end < range.start) joined.push({ start: range.start, end: range.end })
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return joined
}

function ascending<T extends Range>(ranges: readonly T[]): readonly T[] {
  return [...ranges].sort((a, b) => a.start - b.start)
}

function sourceOf({ file, sha256, encoding, text, pages, doubts }: Document) {
  return { file, sha256, encoding, text, pages, doubts }
}
