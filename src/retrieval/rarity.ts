import { inverseDocumentFrequency } from './bm25.ts'
import type { LexicalIndex } from './lexical-index.ts'
import type { WordUsage } from './query/index.ts'

/** How telling two neighbouring characters are in this corpus, from `LEAST` (everywhere) to 1 (rare); null when absent. */
export type Rarity = (pair: string) => number | null

const LEAST = 0.3

export function createRarity(index: LexicalIndex): Rarity {
  const rarest = inverseDocumentFrequency(1, index.size)
  return (pair) => {
    const frequency = index.documentFrequency('bigram', pair)
    if (frequency === 0) return null
    if (rarest <= 0) return 1
    return Math.max(LEAST, Math.min(1, inverseDocumentFrequency(frequency, index.size) / rarest))
  }
}

/** In at most how many passages a word can occur: as many as hold the rarest two neighbouring characters of it. */
export function createWordUsage(index: LexicalIndex): WordUsage {
  return (word) => {
    const pairs = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
    return Math.min(index.size, ...pairs.map((pair) => index.documentFrequency('bigram', pair)))
  }
}
