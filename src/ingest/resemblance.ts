import type { Document, IndexedDocument } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'

/** Characters of one shingle; long enough that two plans share few by chance. */
const SHINGLE = 8
/** Shingles kept of each document: the standard error of what they estimate is at most 0.03. */
const SKETCH = 256
const BASE = 0x01000193

const sketches = new WeakMap<Document, Uint32Array>()

/**
 * Share of the wording two documents have in common, 0 to 1: the Jaccard similarity of their shingles, estimated from
 * the smallest hashes of each (Broder 1997). Excluded text, blanks and punctuation count for nothing.
 */
export function resemblance(a: IndexedDocument, b: IndexedDocument): number {
  const [left, right] = [sketchOf(a), sketchOf(b)]
  let [atLeft, atRight, shared, seen] = [0, 0, 0, 0]
  // The smallest hashes of both together are a sample of their union.
  for (; seen < SKETCH && atLeft < left.length && atRight < right.length; seen++) {
    const difference = (left[atLeft] ?? 0) - (right[atRight] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) atLeft++
    if (difference >= 0) atRight++
  }
  const rest = Math.min(SKETCH - seen, left.length - atLeft + right.length - atRight)
  return seen + rest === 0 ? 0 : shared / (seen + rest)
}

function sketchOf({ document, view }: IndexedDocument): Uint32Array {
  const known = sketches.get(document)
  if (known !== undefined) return known
  const body = subtract({ start: 0, end: view.length }, document.exclusions)
  const words = body.map(({ start, end }) => view.slice(start, end)).join('')
  const hashes = Uint32Array.from(shingleHashes(words.replace(/[^\p{L}\p{N}]/gu, '')))
  const sketch = hashes.sort().slice(0, SKETCH)
  sketches.set(document, sketch)
  return sketch
}

/** Rolling hashes of every shingle, modulo 2^32, mixed once more because their order must mean nothing. */
function shingleHashes(words: string): ReadonlySet<number> {
  let outgoing = 1
  for (let step = 0; step < SHINGLE; step++) outgoing = Math.imul(outgoing, BASE)
  const hashes = new Set<number>()
  let hash = 0
  for (let at = 0; at < words.length; at++) {
    hash = (Math.imul(hash, BASE) + words.charCodeAt(at)) | 0
    if (at >= SHINGLE) hash = (hash - Math.imul(outgoing, words.charCodeAt(at - SHINGLE))) | 0
    if (at >= SHINGLE - 1) hashes.add(mixed(hash))
  }
  return hashes
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
  return (twice ^ (twice >>> 15)) >>> 0
}
