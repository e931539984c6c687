import type { DocumentId } from '../../corpus/index.ts'
import {
  type VectorEntry,
  type VectorHit,
  type VectorIndex,
  type VectorQuery,
  VectorTable,
} from '../../retrieval/index.ts'

/** An exact index: every search looks at every allowed vector. Best below some 20,000 passages. */
export function createFlatVectorIndex(options: {
  readonly embedderId: string
  readonly dimension: number
}): VectorIndex {
  return new FlatVectorIndex(options.embedderId, options.dimension)
}

class FlatVectorIndex implements VectorIndex {
  readonly embedderId: string
  readonly dimension: number
  readonly #table: VectorTable

  constructor(embedderId: string, dimension: number) {
    this.embedderId = embedderId
    this.dimension = dimension
    this.#table = new VectorTable(dimension)
  }

  get size(): number {
    return this.#table.slots.size
  }

  add(entries: readonly VectorEntry[]): void {
    this.#table.put(entries)
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    this.#table.slots.release(documentIds)
  }

  search(query: VectorQuery): readonly VectorHit[] {
    return this.#table.search(query)
  }
}
