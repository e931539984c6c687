import { bm25Norm, inverseDocumentFrequency } from '../../retrieval/index.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import { mergePostings, noPostings, type PendingPostings, type Postings } from './postings.ts'
import type { TermPostings } from './score-postings.ts'
import { TermTable } from './term-table.ts'

/** So many unmerged postings take about as much memory as it is worth. */
const PENDING_LIMIT = 400_000
/** Recent postings join the others when there are more of them than this, or than this share of those. */
const RECENT_FLOOR = 500_000
const RECENT_SHARE = 0.25

/** All that one leg holds once it is sealed. */
export interface LegState {
  /** The term of each row of `postings`. */
  readonly terms: TermTable
  readonly postings: Postings
  /** Number of terms of each passage, repeats included. */
  readonly lengths: Uint32Array
}

/** One leg of the lexical index: interned terms, merged postings and those of passages added since. */
export class LexicalLeg {
  readonly #terms: TermTable
  /** Nearly all postings, and those merged since; so that a small addition does not move them all. */
  #base: Postings
  #recent: Postings = noPostings
  #lengths: GrowingNumbers
  #totalLength: number
  #pending: PendingPostings
  /** Made when it is asked for after a change. */
  #norms: Float64Array | undefined
  /** Scratch: how often each term occurs in the passage being added; zero between two calls. */
  #seen: Uint32Array

  constructor(state: LegState = emptyLeg()) {
    this.#terms = state.terms
    this.#seen = new Uint32Array(state.terms.size)
    this.#base = state.postings
    this.#lengths = new GrowingNumbers(state.lengths)
    this.#totalLength = sum(state.lengths)
    this.#pending = nothingPending(state.lengths.length)
  }

  /** Whether so much has been added that merging it saves memory. */
  get hasMuchPending(): boolean {
    return this.#pending.terms.length > PENDING_LIMIT
  }

  /** Adds the next passage. */
  add(terms: readonly string[]): void {
    const distinct: number[] = []
    for (const term of terms) {
      const row = this.#rowOf(term)
      const times = this.#seen[row] as number
      if (times === 0) distinct.push(row)
      this.#seen[row] = times + 1
    }
    for (const row of distinct) {
      this.#pending.terms.push(row)
      this.#pending.frequencies.push(this.#seen[row] as number)
      this.#seen[row] = 0
    }
    this.#pending.ends.push(this.#pending.terms.length)
    this.#lengths.push(terms.length)
  }

  /**
   * Merges what was added and drops what was removed.
   * @param remap as for `mergePostings`
   */
  seal(count: number, remap?: Uint32Array): void {
    const pending = this.#pending
    this.#pending = nothingPending(count)
    if (remap === undefined) {
      this.#recent = mergePostings([this.#recent], pending, this.#terms.size)
      if (this.#recent.passages.length > this.#recentLimit) this.#mergeParts(this.#pending)
    } else {
      this.#mergeParts(pending, remap)
      this.#lengths.compact(remap, count)
    }
    this.#totalLength = sum(this.#lengths.view)
    this.#norms = undefined
  }

  /** Where each of the terms stands; those nowhere are left out. The leg must be sealed. */
  postingsOf(terms: readonly string[]): readonly TermPostings[] {
    const norms = this.#normsOfPassages()
    return [...new Set(terms)].flatMap((term): TermPostings[] => {
      const row = this.#terms.rowOf(term)
      const frequency = this.documentFrequency(term)
      if (row === undefined || frequency === 0) return []
      const idf = inverseDocumentFrequency(frequency, norms.length)
      const rows = [this.#base, this.#recent].map((part) => rowOf(part, row))
      return [{ frequency, idf, norms, rows: rows.filter(({ start, end }) => end > start) }]
    })
  }

  /** Number of passages that hold the term; the leg must be sealed. */
  documentFrequency(term: string): number {
    const row = this.#terms.rowOf(term)
    return row === undefined ? 0 : rowLength(this.#base, row) + rowLength(this.#recent, row)
  }

  /** The leg must be sealed. */
  state(): LegState {
    this.#mergeParts(this.#pending)
    return { terms: this.#terms, postings: this.#base, lengths: this.#lengths.view }
  }

  #normsOfPassages(): Float64Array {
    const lengths = this.#lengths.view
    const averageLength = this.#totalLength / lengths.length
    this.#norms ??= Float64Array.from(lengths, (length) => bm25Norm(length, averageLength))
    return this.#norms
  }

  get #recentLimit(): number {
    return Math.max(RECENT_FLOOR, RECENT_SHARE * this.#base.passages.length)
  }

  #mergeParts(pending: PendingPostings, remap?: Uint32Array): void {
    this.#base = mergePostings([this.#base, this.#recent], pending, this.#terms.size, remap)
    this.#recent = noPostings
  }

  #rowOf(term: string): number {
    const row = this.#terms.intern(term)
    if (row >= this.#seen.length) {
      const grown = new Uint32Array(2 * (row + 1))
      grown.set(this.#seen)
      this.#seen = grown
    }
    return row
  }
}

/** A term that is newer than the part has no row in it. */
function rowLength({ offsets }: Postings, row: number): number {
  return row + 1 < offsets.length ? (offsets[row + 1] as number) - (offsets[row] as number) : 0
}

function rowOf(part: Postings, row: number): TermPostings['rows'][number] {
  const start = part.offsets[row] ?? 0
  return { passages: part.passages, frequencies: part.frequencies, start, end: start + rowLength(part, row) }
}

function emptyLeg(): LegState {
  return { terms: new TermTable(), postings: noPostings, lengths: new Uint32Array(0) }
}

function nothingPending(firstPassage: number): PendingPostings {
  return {
    firstPassage,
    terms: new GrowingNumbers(),
    frequencies: new GrowingNumbers(),
    ends: new GrowingNumbers(),
  }
}

function sum(values: Uint32Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
