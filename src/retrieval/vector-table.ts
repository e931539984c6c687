import { bestSlots } from './best-slots.ts'
import { PassageSlots } from './passage-slots.ts'
import { unitVector } from './vector-guard.ts'
import type { VectorEntry, VectorHit, VectorQuery } from './vector-index.ts'

/** Slots of one block; a table grows by blocks, so that it never has to be copied and nothing is wasted. */
const BLOCK_SLOTS = 1024

/** Unit vectors of passages, with an exact search over them. */
export class VectorTable {
  readonly dimension: number
  readonly slots: PassageSlots
  readonly #blocks: Float32Array[] = []

  constructor(dimension: number, slots = new PassageSlots(), values: Float32Array = new Float32Array(0)) {
    this.dimension = dimension
    this.slots = slots
    const blockLength = BLOCK_SLOTS * dimension
    for (let from = 0; from < values.length; from += blockLength) {
      const block = new Float32Array(blockLength)
      block.set(values.subarray(from, from + blockLength))
      this.#blocks.push(block)
    }
  }

  /** A copy of the vectors of all slots one after the other, free slots included. */
  get values(): Float32Array {
    const length = this.slots.slotCount * this.dimension
    const values = new Float32Array(length)
    for (const [at, block] of this.#blocks.entries()) {
      const from = at * block.length
      if (from < length) values.set(block.subarray(0, length - from), from)
    }
    return values
  }

  /**
   * Stores all entries or, when one vector is refused, none.
   * @returns the slot and unit vector of each entry, in order
   */
  put(entries: readonly VectorEntry[]): readonly { readonly slot: number; readonly vector: Float32Array }[] {
    const checked = entries.map((entry) => ({ entry, vector: unitVector(entry.vector, this.dimension) }))
    return checked.map(({ entry, vector }) => {
      const slot = this.slots.take(entry.passageId, entry.documentId)
      this.#blockOf(slot).set(vector, (slot % BLOCK_SLOTS) * this.dimension)
      return { slot, vector }
    })
  }

  /** @throws InvalidVectorError */
  search(query: VectorQuery): readonly VectorHit[] {
    const vector = unitVector(query.vector, this.dimension)
    const candidates =
      query.documentIds === undefined ? this.#heldSlots() : this.slots.slotsOf(query.documentIds)
    return this.rank(vector, candidates, query.k)
  }

  /** The `k` candidates nearest to a unit vector. */
  rank(vector: Float32Array, candidates: ArrayLike<number>, k: number): readonly VectorHit[] {
    const scores = new Float64Array(candidates.length)
    const slotAt = (i: number) => candidates[i] ?? 0
    for (let i = 0; i < scores.length; i++) scores[i] = this.#cosine(vector, slotAt(i))
    const idOf = (i: number) => this.slots.idOf(slotAt(i))
    return bestSlots({ scores, accepts: () => true, idOf }, k).map((i) => ({
      passageId: idOf(i),
      cosineSimilarity: scores[i] ?? 0,
    }))
  }

  #heldSlots(): Uint32Array {
    const held = new Uint32Array(this.slots.size)
    let count = 0
    for (let slot = 0; slot < this.slots.slotCount; slot++) {
      if (this.slots.isHeld(slot)) held[count++] = slot
    }
    return held
  }

  #cosine(vector: Float32Array, slot: number): number {
    const values = this.#blockOf(slot)
    const from = (slot % BLOCK_SLOTS) * this.dimension
    let sum = 0
    for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (values[from + i] ?? 0)
    return Math.min(1, Math.max(-1, sum))
  }

  #blockOf(slot: number): Float32Array {
    const at = Math.floor(slot / BLOCK_SLOTS)
    let block = this.#blocks[at]
    while (block === undefined) {
      this.#blocks.push(new Float32Array(BLOCK_SLOTS * this.dimension))
      block = this.#blocks[at]
    }
    return block
  }
}
