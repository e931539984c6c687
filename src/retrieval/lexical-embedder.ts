import { normalisedView } from '../corpus/index.ts'
import type { Embedder } from '../model/index.ts'
import { type Segmenter, termsOf } from '../text/index.ts'
import { COMMON_WORDS } from './query/index.ts'

const DIMENSION = 512
const COMMON: ReadonlySet<string> = new Set(COMMON_WORDS)
const COMMON_WEIGHT = 0.2
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * A deterministic embedding of wording, not of meaning: words and bigrams hashed with a sign into 512
 * dimensions, planning words weighed down, L2-normalised. The weights are fixed rather than learnt from the
 * corpus, so that a vector never depends on which other documents are there.
 */
export function createLexicalEmbedder(segmenter: Segmenter): Embedder {
  return {
    id: `lexical-${DIMENSION}-1+${segmenter.id}`,
    dimension: DIMENSION,
    isSemantic: false,
    embed: async (texts) => texts.map((text) => embedText(text, segmenter)),
  }
}

function embedText(text: string, segmenter: Segmenter): Float32Array {
  const { bigram, word } = termsOf(normalisedView(text), segmenter)
  const vector = new Float32Array(DIMENSION)
  for (const [term, count] of countTerms([...bigram, ...word])) {
    const hash = fnv1a(term)
    const slot = hash % DIMENSION
    const sign = (hash >>> 16) & 1 ? 1 : -1
    vector[slot] = (vector[slot] ?? 0) + sign * weightOf(term) * Math.sqrt(count)
  }
  return normalise(vector)
}

function countTerms(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Longer words are rarer; words of planning say little. */
function weightOf(term: string): number {
  return COMMON.has(term) ? COMMON_WEIGHT : Math.sqrt(term.length / 2)
}

function fnv1a(term: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), FNV_PRIME)
  return hash >>> 0
}

/** A text without terms becomes the first unit vector, so that every vector has length 1. */
function normalise(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  if (length === 0) vector[0] = 1
  return length === 0 ? vector : vector.map((value) => value / length)
}
