import { bm25Bound, bm25Weight } from '../../retrieval/index.ts'
import type { Run } from './passage-list.ts'
import type { Frequencies } from './postings.ts'

/** A stretch of postings that belong to one term, its passages ascending. */
interface PostingRow {
  readonly passages: Uint32Array
  readonly frequencies: Frequencies
  readonly start: number
  readonly end: number
}

/** One term of a question in one leg: where it stands and how much it weighs. */
export interface TermPostings {
  /** Number of passages that hold it. */
  readonly frequency: number
  readonly idf: number
  /** `bm25Norm` of every passage in this leg. */
  readonly norms: Float64Array
  readonly rows: readonly PostingRow[]
}

interface Wanted {
  /** The passages that may be found, ascending. */
  readonly runs: readonly Run[]
  /** Number of passages in the index. */
  readonly count: number
  /** How many of the best are wanted. */
  readonly k: number
}

/** The passages that may be among the best, each with its whole score; the others are left out. */
export interface ScoredPassages {
  readonly ordinals: Uint32Array
  readonly scores: Float64Array
}

/** Up to this share of the passages is looked up in the postings; else the postings are walked through. */
const SELECTIVE_SHARE = 0.25
/** So many postings, as a share of the passages, between two looks at whether the rest can be left out. */
const LOOK_SHARE = 0.25
/** Sums in another order differ by less. */
const ROUNDING = 1e-9

/**
 * BM25 of the passages that can be among the `k` best. Rare terms go first, always in the same order, so that a
 * passage has the same score whatever the filter is.
 */
export function scorePostings(terms: readonly TermPostings[], wanted: Wanted): ScoredPassages {
  const ordered = [...terms].sort((a, b) => a.frequency - b.frequency)
  const allowed = wanted.runs.reduce((sum, { start, end }) => sum + end - start, 0)
  return allowed <= SELECTIVE_SHARE * wanted.count
    ? scoreRuns(ordered, wanted.runs, allowed)
    : scoreMost(ordered, wanted, allowed)
}

/** Looks every run up in every row. */
function scoreRuns(terms: readonly TermPostings[], runs: readonly Run[], allowed: number): ScoredPassages {
  const scores = new Float64Array(allowed)
  for (const { idf, norms, rows } of terms) {
    for (const { passages, frequencies, start, end } of rows) {
      let at = start
      let shift = 0
      for (const run of runs) {
        at = firstFrom(passages, run.start, at, end)
        for (; at < end && (passages[at] as number) < run.end; at++) {
          const passage = passages[at] as number
          const slot = passage - run.start + shift
          const weight = bm25Weight(idf, frequencies[at] as number, norms[passage] as number)
          scores[slot] = (scores[slot] as number) + weight
        }
        shift += run.end - run.start
      }
    }
  }
  return { ordinals: ordinalsOf(runs, allowed), scores }
}

/** Walks through the rows until what is left cannot lift any other passage among the best. */
function scoreMost(terms: readonly TermPostings[], wanted: Wanted, allowed: number): ScoredPassages {
  const { runs, count, k } = wanted
  const scores = new Float64Array(count)
  const bounds = boundsFrom(terms)
  let walked = 0
  for (const [at, term] of terms.entries()) {
    if (walked + term.frequency > LOOK_SHARE * count) {
      const bound = bounds[at] as number
      const least = kthBest(scores, runs, k) - bound - ROUNDING
      if (least > 0) return complete(candidatesFrom(scores, runs, least), terms.slice(at), k)
      walked = 0
    }
    addRows(term, scores)
    walked += term.frequency
  }
  if (allowed === count) return { ordinals: ordinalsOf(runs, count), scores }
  return candidatesFrom(scores, runs, Number.MIN_VALUE)
}

function addRows({ idf, norms, rows }: TermPostings, scores: Float64Array): void {
  for (const { passages, frequencies, start, end } of rows) {
    for (let at = start; at < end; at++) {
      const passage = passages[at] as number
      const weight = bm25Weight(idf, frequencies[at] as number, norms[passage] as number)
      scores[passage] = (scores[passage] as number) + weight
    }
  }
}

/** Adds the terms that are left, dropping after each the passages that can no longer be among the best. */
function complete(candidates: ScoredPassages, terms: readonly TermPostings[], k: number): ScoredPassages {
  const bounds = boundsFrom(terms)
  let { ordinals, scores } = candidates
  for (const [index, { idf, norms, rows }] of terms.entries()) {
    for (const { passages, frequencies, start, end } of rows) {
      let at = start
      for (let slot = 0; slot < ordinals.length && at < end; slot++) {
        const passage = ordinals[slot] as number
        at = firstFrom(passages, passage, at, end)
        if (at === end || passages[at] !== passage) continue
        const weight = bm25Weight(idf, frequencies[at] as number, norms[passage] as number)
        scores[slot] = (scores[slot] as number) + weight
      }
    }
    const best = kthBest(scores, [{ start: 0, end: scores.length }], k)
    const least = best - (bounds[index + 1] as number) - ROUNDING
    const kept = ordinals.filter((_, slot) => (scores[slot] as number) >= least)
    if (kept.length < ordinals.length) scores = scores.filter((score) => score >= least)
    ordinals = kept
  }
  return { ordinals, scores }
}

/** At each place the most that this term and those behind it can add to a passage; at the end 0. */
function boundsFrom(terms: readonly TermPostings[]): Float64Array {
  const bounds = new Float64Array(terms.length + 1)
  for (let at = terms.length - 1; at >= 0; at--) {
    bounds[at] = (bounds[at + 1] as number) + bm25Bound(terms[at]?.idf ?? 0)
  }
  return bounds
}

/** The `k`-th highest score of the runs; 0 when there are fewer. */
function kthBest(scores: Float64Array, runs: readonly Run[], k: number): number {
  const best = new Float64Array(Math.max(k, 1))
  for (const { start, end } of runs) {
    for (let at = start; at < end; at++) {
      const score = scores[at] as number
      if (score <= (best[0] as number)) continue
      let place = 0
      for (; place + 1 < best.length && (best[place + 1] as number) < score; place++) {
        best[place] = best[place + 1] as number
      }
      best[place] = score
    }
  }
  return best[0] as number
}

function candidatesFrom(scores: Float64Array, runs: readonly Run[], least: number): ScoredPassages {
  let count = 0
  for (const { start, end } of runs)
    for (let at = start; at < end; at++) if ((scores[at] as number) >= least) count++
  const ordinals = new Uint32Array(count)
  const kept = new Float64Array(count)
  let slot = 0
  for (const { start, end } of runs) {
    for (let at = start; at < end; at++) {
      const score = scores[at] as number
      if (score < least) continue
      ordinals[slot] = at
      kept[slot++] = score
    }
  }
  return { ordinals, scores: kept }
}

function ordinalsOf(runs: readonly Run[], allowed: number): Uint32Array {
  const ordinals = new Uint32Array(allowed)
  let at = 0
  for (const { start, end } of runs)
    for (let passage = start; passage < end; passage++) ordinals[at++] = passage
  return ordinals
}

/** Place of the first passage from `wanted` on, looking ahead in growing steps; `end` when there is none. */
function firstFrom(passages: Uint32Array, wanted: number, from: number, end: number): number {
  let low = from
  let step = 1
  while (low + step < end && (passages[low + step] as number) < wanted) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, end)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
