import { GONE, type GrowingNumbers } from './growing-numbers.ts'

export type Frequencies = Uint8Array | Uint16Array | Uint32Array

/**
 * For each term the passages that hold it, in compressed sparse rows: term `t` owns the places
 * `offsets[t]` to `offsets[t + 1]` of `passages` (ascending) and `frequencies`.
 */
export interface Postings {
  readonly offsets: Uint32Array
  readonly passages: Uint32Array
  readonly frequencies: Frequencies
}

/** Passages not yet merged, in passage order: the distinct terms of each and how often they occur. */
export interface PendingPostings {
  readonly firstPassage: number
  readonly terms: GrowingNumbers
  readonly frequencies: GrowingNumbers
  /** Per passage, where its terms end. */
  readonly ends: GrowingNumbers
}

export const noPostings: Postings = {
  offsets: new Uint32Array(1),
  passages: new Uint32Array(0),
  frequencies: new Uint8Array(0),
}

/**
 * All postings of several parts, one after the other, and then those still pending.
 * @param parts in ascending order of their passages
 * @param remap new ordinal of every passage, `GONE` for a removed one; absent when nothing was removed
 */
export function mergePostings(
  parts: readonly Postings[],
  pending: PendingPostings,
  termCount: number,
  remap?: Uint32Array,
): Postings {
  const offsets = countPostings(parts, pending, termCount, remap)
  const size = offsets[termCount] as number
  const highest = Math.max(
    ...parts.map((part) => largest(part.frequencies)),
    largest(pending.frequencies.view),
  )
  const merged: Postings = {
    offsets,
    passages: new Uint32Array(size),
    frequencies: frequencyArray(highest, size),
  }
  const next = offsets.slice(0, termCount)
  for (const part of parts) {
    if (remap === undefined) copyAll(part, merged, next)
    else copyKept(part, merged, next, remap)
  }
  appendPending(pending, merged, next, remap)
  return merged
}

function frequencyArray(highest: number, size: number): Frequencies {
  if (highest <= 0xff) return new Uint8Array(size)
  return highest <= 0xffff ? new Uint16Array(size) : new Uint32Array(size)
}

/** Row starts of the merged postings: running totals of each term's document frequency. */
function countPostings(
  parts: readonly Postings[],
  pending: PendingPostings,
  termCount: number,
  remap: Uint32Array | undefined,
): Uint32Array {
  const offsets = new Uint32Array(termCount + 1)
  for (const part of parts) addCounts(part, offsets, remap)
  const terms = pending.terms.view
  forEachPending(pending, remap, (_, i) => {
    const term = terms[i] as number
    offsets[term + 1] = (offsets[term + 1] as number) + 1
  })
  for (let term = 0; term < termCount; term++) {
    offsets[term + 1] = (offsets[term] as number) + (offsets[term + 1] as number)
  }
  return offsets
}

/** Adds the number of kept postings of each term `t` to `counts[t + 1]`. */
function addCounts(part: Postings, counts: Uint32Array, remap: Uint32Array | undefined): void {
  const terms = part.offsets.length - 1
  for (let term = 0; term < terms; term++) {
    const start = part.offsets[term] as number
    const end = part.offsets[term + 1] as number
    let kept = end - start
    if (remap !== undefined) {
      for (let i = start; i < end; i++) if (remap[part.passages[i] as number] === GONE) kept--
    }
    counts[term + 1] = (counts[term + 1] as number) + kept
  }
}

function copyAll(part: Postings, merged: Postings, next: Uint32Array): void {
  const terms = part.offsets.length - 1
  for (let term = 0; term < terms; term++) {
    let at = next[term] as number
    const end = part.offsets[term + 1] as number
    for (let i = part.offsets[term] as number; i < end; i++) {
      merged.passages[at] = part.passages[i] as number
      merged.frequencies[at++] = part.frequencies[i] as number
    }
    next[term] = at
  }
}

function copyKept(part: Postings, merged: Postings, next: Uint32Array, remap: Uint32Array): void {
  const terms = part.offsets.length - 1
  for (let term = 0; term < terms; term++) {
    let at = next[term] as number
    const end = part.offsets[term + 1] as number
    for (let i = part.offsets[term] as number; i < end; i++) {
      const passage = remap[part.passages[i] as number] as number
      if (passage === GONE) continue
      merged.passages[at] = passage
      merged.frequencies[at++] = part.frequencies[i] as number
    }
    next[term] = at
  }
}

function appendPending(
  pending: PendingPostings,
  merged: Postings,
  next: Uint32Array,
  remap: Uint32Array | undefined,
): void {
  const terms = pending.terms.view
  const frequencies = pending.frequencies.view
  forEachPending(pending, remap, (passage, i) => {
    const term = terms[i] as number
    const at = next[term] as number
    merged.passages[at] = passage
    merged.frequencies[at] = frequencies[i] as number
    next[term] = at + 1
  })
}

/** Visits every pending posting of the passages still there, with the passage's new ordinal. */
function forEachPending(
  pending: PendingPostings,
  remap: Uint32Array | undefined,
  visit: (passage: number, index: number) => void,
): void {
  const ends = pending.ends.view
  let start = 0
  for (let i = 0; i < ends.length; i++) {
    const ordinal = pending.firstPassage + i
    const passage = remap === undefined ? ordinal : (remap[ordinal] as number)
    const end = ends[i] as number
    if (passage !== GONE) for (let at = start; at < end; at++) visit(passage, at)
    start = end
  }
}

function largest(values: Frequencies): number {
  let highest = 0
  for (let i = 0; i < values.length; i++) highest = Math.max(highest, values[i] as number)
  return highest
}
