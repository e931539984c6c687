import type { Corpus, PassageId } from '../corpus/index.ts'
import { inverseDocumentFrequency } from './bm25.ts'
import type { LexicalHit } from './lexical-index.ts'
import { passageSentences } from './passage-sentences.ts'
import type { ContentPiece } from './query/index.ts'

/** A passage with the reasons for its rank. */
export interface RankedPassage {
  readonly passageId: PassageId
  readonly bm25Score: number
  /** Share of the question's bigram weight in the passage's best two neighbouring sentences, 0 to 1. */
  readonly windowShare: number
  /** Longest run of characters shared with the question, over the question's length, 0 to 1. */
  readonly longestRunShare: number
  /** bm25 / best bm25 + 0.2 windowShare + 0.2 longestRunShare. */
  readonly rankScore: number
}

const WINDOW_WEIGHT = 0.2
const RUN_WEIGHT = 0.2

/** Hits beyond these keep their order. */
const RERANKED = 50

/** Reorders the first hits by where in the passage the question's words stand together. */
export function rerank(
  found: readonly LexicalHit[],
  pieces: readonly ContentPiece[],
  corpus: Corpus,
): readonly RankedPassage[] {
  const best = found[0]?.bm25Score ?? 1
  const hits = found.slice(0, RERANKED)
  const windowsOfHits = hits.map(({ passageId }) => windowsOf(corpus, passageId))
  const texts = windowsOfHits.map((windows) => windows.join('\n'))
  const bigrams = weighBigrams(texts, pieces)
  const total = bigrams.reduce((sum, { weight }) => sum + weight, 0)
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const ranked = hits.map(({ passageId, bm25Score }, at): RankedPassage => {
    const windows = windowsOfHits[at] ?? []
    const text = texts[at] ?? ''
    const held = bigrams.filter((bigram) => text.includes(bigram.text))
    const windowShare =
      total === 0 ? 0 : Math.max(0, ...windows.map((window) => weightIn(window, held))) / total
    const longestRunShare = length === 0 ? 0 : longestRun(pieces, text) / length
    const base = best === 0 ? 0 : bm25Score / best
    return {
      passageId,
      bm25Score,
      windowShare,
      longestRunShare,
      rankScore: base + WINDOW_WEIGHT * windowShare + RUN_WEIGHT * longestRunShare,
    }
  })
  const rest = found.slice(RERANKED).map((hit) => ({
    ...hit,
    windowShare: 0,
    longestRunShare: 0,
    rankScore: best === 0 ? 0 : hit.bm25Score / best,
  }))
  ranked.sort((a, b) => b.rankScore - a.rankScore || (a.passageId < b.passageId ? -1 : 1))
  return [...ranked, ...rest]
}

function windowsOf(corpus: Corpus, passageId: PassageId): readonly string[] {
  const passage = corpus.passages.get(passageId)
  const view = passage === undefined ? undefined : corpus.documents.get(passage.documentId)?.view
  if (passage === undefined || view === undefined) return []
  const sentences = passageSentences(view, passage)
  return sentences.map((sentence, at) => view.slice(sentence.start, (sentences[at + 1] ?? sentence).end))
}

interface WeighedBigram {
  readonly text: string
  readonly weight: number
}

/** Bigrams of the question with their idf among the hits. */
function weighBigrams(texts: readonly string[], pieces: readonly ContentPiece[]): readonly WeighedBigram[] {
  const bigrams = new Set<string>()
  for (const { text } of pieces)
    for (let at = 0; at + 1 < text.length; at++) bigrams.add(text.slice(at, at + 2))
  return [...bigrams].map((bigram) => {
    const frequency = texts.filter((text) => text.includes(bigram)).length
    return { text: bigram, weight: inverseDocumentFrequency(frequency, texts.length) }
  })
}

function weightIn(window: string, bigrams: readonly WeighedBigram[]): number {
  let sum = 0
  for (const { text, weight } of bigrams) if (window.includes(text)) sum += weight
  return sum
}

/** Length of the longest substring of any piece that occurs in `text`. */
function longestRun(pieces: readonly ContentPiece[], text: string): number {
  let best = 0
  for (const piece of pieces) {
    for (let start = 0; start + best < piece.text.length; start++) {
      while (start + best < piece.text.length && text.includes(piece.text.slice(start, start + best + 1)))
        best++
    }
  }
  return best
}
