import type { VectorIndex } from '../../retrieval/index.ts'

/** Holds nothing, for where files only come in: the vectors are in the store, and nobody searches them here. */
export function createNoVectorIndex(options: {
  readonly embedderId: string
  readonly dimension: number
}): VectorIndex {
  return { ...options, size: 0, add: () => undefined, remove: () => undefined, search: () => [] }
}
