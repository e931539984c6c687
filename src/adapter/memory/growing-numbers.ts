const FIRST_CAPACITY = 1024

/** A list of unsigned 32-bit numbers that grows by doubling. */
export class GrowingNumbers {
  #values: Uint32Array
  #length: number

  constructor(values: Uint32Array = new Uint32Array(0)) {
    this.#values = values
    this.#length = values.length
  }

  get length(): number {
    return this.#length
  }

  /** The numbers so far; a view that the next `push` may leave behind. */
  get view(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(Math.max(FIRST_CAPACITY, 2 * this.#length))
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  /** Keeps the numbers at which `remap` is not `GONE`, at the places it gives. */
  compact(remap: Uint32Array, count: number): void {
    const kept = new Uint32Array(count)
    for (let i = 0; i < this.#length; i++) {
      const to = remap[i] as number
      if (to !== GONE) kept[to] = this.#values[i] as number
    }
    this.#values = kept
    this.#length = count
  }
}

/** In a remap from old to new ordinals: the passage is no longer there. */
export const GONE = 0xffffffff
