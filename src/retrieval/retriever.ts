import type { Corpus, DocumentId, PassageId } from '../corpus/index.ts'
import type { Embedder } from '../model/index.ts'
import { type LEGS, type LegTerms, type Segmenter, termsOf } from '../text/index.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { ALTERNATIVES, type Query } from './query/index.ts'
import { createQuestionVectors } from './question-vector.ts'
import { type RankedPassage, rerank } from './rerank.ts'
import type { VectorHit, VectorIndex } from './vector-index.ts'

export interface RetrieverParts {
  readonly corpus: Corpus
  readonly segmenter: Segmenter
  readonly lexicalIndex: LexicalIndex
  readonly vectorIndex: VectorIndex
  readonly embedder: Embedder
}

/** Finds passages for a question, and passages like a given one. */
export interface Retriever {
  /** Best passages first, only from `documentIds` when given; at most `k`. */
  search(query: Query, k: number, documentIds?: ReadonlySet<DocumentId>): Promise<readonly RankedPassage[]>
  /** Passages of other wording but like content, by the vector index; the passage itself left out. */
  similar(passageId: PassageId, k: number): Promise<readonly VectorHit[]>
  /** Plain Chinese: why the vectors of a semantic embedder take no part at the moment; null when nothing is amiss. */
  trouble(): string | null
}

const RERANKED = 50
/** Weight of the vector leg against the lexical one, when the embedder is semantic. */
const VECTOR_WEIGHT = 0.5

export function createRetriever(parts: RetrieverParts): Retriever {
  const vectors = createQuestionVectors(parts.embedder)
  return {
    trouble: vectors.trouble,
    search: async (query, k, documentIds = query.documentIds) => {
      if (documentIds.size === 0 || k <= 0) return []
      const hits = parts.lexicalIndex.search({
        terms: queryTerms(query, parts.segmenter),
        k: Math.max(RERANKED, k),
        documentIds,
      })
      const ranked = rerank(hits, query.pieces, parts.corpus)
      const vector = parts.embedder.isSemantic ? await vectors.of(query.text) : undefined
      if (vector === undefined) return ranked.slice(0, k)
      return fuse(ranked, parts.vectorIndex.search({ vector, k: RERANKED, documentIds })).slice(0, k)
    },
    similar: async (passageId, k) => {
      const passage = parts.corpus.passages.get(passageId)
      const indexed = passage === undefined ? undefined : parts.corpus.documents.get(passage.documentId)
      if (passage === undefined || indexed === undefined) return []
      const [vector] = await parts.embedder.embed([indexed.document.text.slice(passage.start, passage.end)])
      if (vector === undefined) return []
      const hits = parts.vectorIndex.search({ vector, k: k + 1 })
      return hits.filter((hit) => hit.passageId !== passageId).slice(0, k)
    },
  }
}

/** Distinct terms of the content pieces, with the synonyms of the words they hold. */
function queryTerms(query: Query, segmenter: Segmenter): LegTerms {
  const texts = query.pieces.flatMap(({ text }) =>
    /^[a-z0-9]*[a-z]$/u.test(text) ? [text, `${text}s`] : [text],
  )
  const added = [...ALTERNATIVES].flatMap(([word, others]) =>
    texts.some((text) => text.includes(word)) ? others : [],
  )
  const extra = added.filter((word) => !texts.some((text) => text.includes(word)))
  const own = termsOf(texts.join(' '), segmenter)
  const synonyms = termsOf(extra.join(' '), segmenter)
  const distinct = (leg: (typeof LEGS)[number]) =>
    leg === 'character' ? [...new Set(own[leg])] : [...new Set([...own[leg], ...synonyms[leg]])]
  return { character: distinct('character'), bigram: distinct('bigram'), word: distinct('word') }
}

/** What the lexical leg keeps when its best passage shares single characters with the question and no more. */
const LEAST_TRUST = 0.1

/**
 * Adds the cosine of a semantic embedder to the lexical rank score; passages found by either leg stay in. Rank scores
 * are relative to the best hit, however poor it is, so they count by how much of the question that hit holds.
 */
function fuse(ranked: readonly RankedPassage[], similar: readonly VectorHit[]): readonly RankedPassage[] {
  const trust = Math.max(LEAST_TRUST, ...ranked.map(({ windowShare }) => windowShare))
  const byId = new Map(
    ranked.map((passage) => [passage.passageId, { ...passage, rankScore: trust * passage.rankScore }]),
  )
  for (const { passageId, cosineSimilarity } of similar) {
    const known = byId.get(passageId) ?? {
      passageId,
      bm25Score: 0,
      windowShare: 0,
      longestRunShare: 0,
      rankScore: 0,
    }
    byId.set(passageId, {
      ...known,
      rankScore: known.rankScore + VECTOR_WEIGHT * Math.max(0, cosineSimilarity),
    })
  }
  return [...byId.values()].sort((a, b) => b.rankScore - a.rankScore || (a.passageId < b.passageId ? -1 : 1))
}
