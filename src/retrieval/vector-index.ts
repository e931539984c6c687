import type { DocumentId, PassageId } from '../corpus/index.ts'

export interface VectorEntry {
  readonly passageId: PassageId
  readonly documentId: DocumentId
  /** L2-normalised; its length is the index's `dimension`. */
  readonly vector: Float32Array
}

export interface VectorQuery {
  readonly vector: Float32Array
  readonly k: number
  /** Only passages of these documents are candidates; absent means all. */
  readonly documentIds?: ReadonlySet<DocumentId>
}

export interface VectorHit {
  readonly passageId: PassageId
  /** -1 to 1. */
  readonly cosineSimilarity: number
}

/**
 * Nearest passages by cosine. Vectors of one embedder only.
 * @throws InvalidVectorError for a wrong dimension, NaN, Infinity or an all-zero vector; nothing is added then.
 */
export interface VectorIndex {
  readonly embedderId: string
  readonly dimension: number
  readonly size: number
  /** Adds vectors; a passage id that is already held is replaced. */
  add(entries: readonly VectorEntry[]): void
  remove(documentIds: ReadonlySet<DocumentId>): void
  search(query: VectorQuery): readonly VectorHit[]
}
