import hnswlib from 'hnswlib-node'
import type { DocumentId } from '../../corpus/index.ts'
import {
  unitVector,
  type VectorEntry,
  type VectorHit,
  type VectorIndex,
  type VectorQuery,
  VectorTable,
} from '../../retrieval/index.ts'
import { packGraph, unpackGraph } from './graph-snapshot.ts'

export interface HnswOptions {
  readonly embedderId: string
  readonly dimension: number
  /** Room to start with; it doubles when it is used up. */
  readonly capacity?: number
  /** The library can only write files: where, for a moment, they may stand. */
  readonly temporaryFolder?: string
}

/** An approximate index that can be written down and restored without adding every vector again. */
export interface HnswVectorIndex extends VectorIndex {
  serialise(): Uint8Array
}

/** Inner product: all vectors are of length 1 before the library sees them. */
const SPACE = 'ip'
const M = 16
const EF_CONSTRUCTION = 200
const EF = 100
const FIRST_CAPACITY = 1024
/** With fewer candidates than this share an exact scan is faster than a filtered walk, and complete. */
const SELECTIVE_SHARE = 0.2

type Graph = hnswlib.HierarchicalNSW

export function createHnswVectorIndex(options: HnswOptions): HnswVectorIndex {
  const graph = new hnswlib.HierarchicalNSW(SPACE, options.dimension)
  graph.initIndex(Math.max(1, options.capacity ?? FIRST_CAPACITY), M, EF_CONSTRUCTION)
  graph.setEf(EF)
  return new GuardedHnswIndex(options, graph, new VectorTable(options.dimension))
}

/**
 * The caller vouches for the bytes (`DerivedFiles` does): the library crashes on a damaged graph.
 * @throws InvalidSnapshotError when they are of another embedder, dimension or version, or incomplete
 */
export function restoreHnswVectorIndex(options: HnswOptions, bytes: Uint8Array): HnswVectorIndex {
  const graph = new hnswlib.HierarchicalNSW(SPACE, options.dimension)
  const table = unpackGraph({ ...options, space: SPACE }, graph, bytes)
  graph.setEf(EF) // Not part of the file: after a load it would be 10.
  return new GuardedHnswIndex(options, graph, table)
}

/**
 * The library aborts the process on a wrong number or a throwing filter, so it only ever sees checked
 * unit vectors. Labels are the table's slots; the graph finds candidates, the table scores them.
 */
class GuardedHnswIndex implements HnswVectorIndex {
  readonly embedderId: string
  readonly dimension: number
  readonly #options: HnswOptions
  readonly #graph: Graph
  readonly #table: VectorTable

  constructor(options: HnswOptions, graph: Graph, table: VectorTable) {
    this.embedderId = options.embedderId
    this.dimension = options.dimension
    this.#options = options
    this.#graph = graph
    this.#table = table
  }

  get size(): number {
    return this.#table.slots.size
  }

  add(entries: readonly VectorEntry[]): void {
    for (const { slot, vector } of this.#table.put(entries)) {
      const capacity = this.#graph.getMaxElements()
      if (slot >= capacity) this.#graph.resizeIndex(Math.max(slot + 1, 2 * capacity))
      // A label that is there already is given the new vector, and brought back if it was deleted.
      this.#graph.addPoint(Array.from(vector), slot)
    }
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    for (const slot of this.#table.slots.release(documentIds)) this.#graph.markDelete(slot)
  }

  search(query: VectorQuery): readonly VectorHit[] {
    const { slots } = this.#table
    const candidates = slots.count(query.documentIds)
    const k = Math.min(Math.max(Math.floor(query.k) || 0, 0), candidates)
    if (candidates < SELECTIVE_SHARE * slots.size || k === 0) return this.#table.search({ ...query, k })
    const vector = unitVector(query.vector, this.dimension)
    const mask = query.documentIds && slots.maskOf(query.documentIds)
    const { neighbors } = this.#graph.searchKnn(Array.from(vector), k, mask && ((slot) => mask[slot] === 1))
    const found = neighbors.filter((slot) => slots.isHeld(slot))
    // Parts of a graph can be cut off from each other; then the walk brings back too few.
    return found.length < k ? this.#table.search({ ...query, k }) : this.#table.rank(vector, found, k)
  }

  serialise(): Uint8Array {
    return packGraph({ ...this.#options, space: SPACE }, this.#graph, this.#table)
  }
}
