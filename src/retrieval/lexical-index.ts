import type { DocumentId, PassageId } from '../corpus/index.ts'
import type { Leg, LegTerms } from '../text/index.ts'

/** One passage as the lexical index sees it: its terms, repeated as often as they occur. */
export interface LexicalEntry {
  readonly passageId: PassageId
  readonly documentId: DocumentId
  readonly terms: LegTerms
}

export interface LexicalQuery {
  /** Distinct terms of the question per leg; a repeated term counts once. */
  readonly terms: LegTerms
  readonly k: number
  /** Only passages of these documents are candidates; absent means all. */
  readonly documentIds?: ReadonlySet<DocumentId>
}

export interface LexicalHit {
  readonly passageId: PassageId
  /** Sum of the three legs' BM25 scores (k1 1.2, b 0.75), each leg with its own lengths. */
  readonly bm25Score: number
}

/**
 * BM25 over three legs: characters, bigrams and words. Filters apply inside the query, while term
 * statistics stay those of the whole index. Ties are broken by passage id so that runs repeat.
 */
export interface LexicalIndex {
  /** Number of passages held. */
  readonly size: number
  /** Adds passages; a passage id that is already held is replaced. */
  add(entries: readonly LexicalEntry[]): void
  remove(documentIds: ReadonlySet<DocumentId>): void
  search(query: LexicalQuery): readonly LexicalHit[]
  /** Number of passages that hold the term. */
  documentFrequency(leg: Leg, term: string): number
}
