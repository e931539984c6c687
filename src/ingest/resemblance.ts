import type { Document, IndexedDocument } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'

/** Characters of one shingle; long enough that two plans share few by chance. */
const SHINGLE = 8
/** One shingle in so many is kept; which ones depends on their words alone, so that two texts keep the same. */
const SAMPLED = 8
const BASE = 0x01000193

const sketches = new WeakMap<Document, ReadonlySet<number>>()

/**
 * Share of the wording two documents have in common, 0 to 1: the Jaccard similarity of their shingles, estimated
 * from a sample (Broder 1997). Excluded text, blanks and punctuation count for nothing.
 */
export function resemblance(a: IndexedDocument, b: IndexedDocument): number {
  const [left, right] = [sketchOf(a), sketchOf(b)]
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const shingle of left) if (right.has(shingle)) shared++
  return shared / (left.size + right.size - shared)
}

function sketchOf({ document, view }: IndexedDocument): ReadonlySet<number> {
  const known = sketches.get(document)
  if (known !== undefined) return known
  const body = subtract({ start: 0, end: view.length }, document.exclusions).map(({ start, end }) =>
    view.slice(start, end),
  )
  const sketch = sampledShingles(body.join('').replace(/[^\p{L}\p{N}]/gu, ''))
  sketches.set(document, sketch)
  return sketch
}

/** Rolling hashes of every shingle, modulo 2^32; mixed once more before sampling, since the last bits repeat. */
function sampledShingles(words: string): ReadonlySet<number> {
  let outgoing = 1
  for (let step = 0; step < SHINGLE; step++) outgoing = Math.imul(outgoing, BASE)
  const sample = new Set<number>()
  let hash = 0
  for (let at = 0; at < words.length; at++) {
    hash = (Math.imul(hash, BASE) + words.charCodeAt(at)) | 0
    if (at >= SHINGLE) hash = (hash - Math.imul(outgoing, words.charCodeAt(at - SHINGLE))) | 0
    if (at < SHINGLE - 1) continue
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
    if ((mixed >>> 8) % SAMPLED === 0) sample.add(mixed)
  }
  return sample
}
