import { GrowingNumbers } from './growing-numbers.ts'

const FIRST_SLOTS = 1024
/** Fuller than this, looking for a free slot takes long. */
const HIGHEST_LOAD = 0.7
/** Knuth's multiplicative hashing: 2^32 divided by the golden ratio. */
const MULTIPLIER = 0x9e3779b1

/**
 * Numbers distinct terms from 0. Terms of one or two UTF-16 units, nearly all of a Chinese index, are
 * kept as numbers in an open hash table: several times as fast and small as strings in a `Map`.
 */
export class TermTable {
  /** Key of each row; 0 for a term that is kept as a string. */
  readonly #keys: GrowingNumbers
  readonly #longRows = new Map<string, number>()
  /** Pairs of key and row; key 0 marks an empty slot. */
  #slots = new Uint32Array(2 * FIRST_SLOTS)
  #shift = 32 - Math.log2(FIRST_SLOTS)

  /** @param longTerms the terms of the rows whose key is 0, in row order */
  constructor(keys: Uint32Array = new Uint32Array(0), longTerms: readonly string[] = []) {
    this.#keys = new GrowingNumbers(keys)
    this.#resize(keys.length)
    let long = 0
    for (let row = 0; row < keys.length; row++) {
      if (keys[row] === 0) this.#longRows.set(longTerms[long++] as string, row)
    }
  }

  get size(): number {
    return this.#keys.length
  }

  get keys(): Uint32Array {
    return this.#keys.view
  }

  get longTerms(): readonly string[] {
    return [...this.#longRows.keys()]
  }

  rowOf(term: string): number | undefined {
    const key = keyOf(term)
    if (key === 0) return this.#longRows.get(term)
    const slot = this.#slotOf(key)
    return this.#slots[slot] === 0 ? undefined : this.#slots[slot + 1]
  }

  /** The term's row; a new term gets the next one. */
  intern(term: string): number {
    const key = keyOf(term)
    const row = this.#keys.length
    if (key === 0) {
      const known = this.#longRows.get(term)
      if (known !== undefined) return known
      this.#longRows.set(term, row)
    } else {
      const slot = this.#slotOf(key)
      if (this.#slots[slot] !== 0) return this.#slots[slot + 1] as number
      this.#slots[slot] = key
      this.#slots[slot + 1] = row
    }
    this.#keys.push(key)
    if (2 * this.#keys.length > HIGHEST_LOAD * this.#slots.length) this.#resize(this.#keys.length + 1)
    return row
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1
    let slot = 2 * (Math.imul(key, MULTIPLIER) >>> this.#shift)
    while (this.#slots[slot] !== key && this.#slots[slot] !== 0) slot = (slot + 2) & mask
    return slot
  }

  /** Makes room for `count` terms and enters the known ones again. */
  #resize(count: number): void {
    const bits = Math.ceil(Math.log2(Math.max(FIRST_SLOTS, count / HIGHEST_LOAD)))
    this.#slots = new Uint32Array(2 ** (bits + 1))
    this.#shift = 32 - bits
    const keys = this.#keys.view
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as number
      if (key === 0) continue
      const slot = this.#slotOf(key)
      this.#slots[slot] = key
      this.#slots[slot + 1] = row
    }
  }
}

/** One number for a term of one or two units, 0 for any other (and where a leading NUL would be ambiguous). */
function keyOf(term: string): number {
  if (term.length === 1) return term.charCodeAt(0)
  if (term.length !== 2) return 0
  const first = term.charCodeAt(0)
  return first === 0 ? 0 : ((first << 16) | term.charCodeAt(1)) >>> 0
}
