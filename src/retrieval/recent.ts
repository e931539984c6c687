/** Remembers what was made for the things asked about lately; forgets all of it when there is too much. */
export class Recent<Key, Value> {
  readonly #most: number
  readonly #values = new Map<Key, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: Key, make: () => Value): Value {
    const known = this.#values.get(key)
    if (known !== undefined) return known
    if (this.#values.size >= this.#most) this.#values.clear()
    const made = make()
    this.#values.set(key, made)
    return made
  }
}
