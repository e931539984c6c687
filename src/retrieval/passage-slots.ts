import type { DocumentId, PassageId } from '../corpus/index.ts'

/** Numbers the passages of a vector index from 0; the number of a removed passage is given out again. */
export class PassageSlots {
  readonly #ids: (PassageId | undefined)[] = []
  readonly #documents: (DocumentId | undefined)[] = []
  readonly #slotOf = new Map<PassageId, number>()
  readonly #slotsOf = new Map<DocumentId, Set<number>>()
  readonly #free: number[] = []

  get size(): number {
    return this.#slotOf.size
  }

  /** One more than the highest slot ever given out. */
  get slotCount(): number {
    return this.#ids.length
  }

  /** The slot of a passage; a passage that is already held keeps its slot. */
  take(passageId: PassageId, documentId: DocumentId): number {
    const slot = this.#slotOf.get(passageId) ?? this.#free.pop() ?? this.#ids.length
    this.#place(slot, passageId, documentId)
    return slot
  }

  /** Frees the slots of these documents' passages and names them. */
  release(documentIds: ReadonlySet<DocumentId>): readonly number[] {
    const released = this.slotsOf(documentIds)
    for (const slot of released) {
      const id = this.#ids[slot]
      if (id !== undefined) this.#slotOf.delete(id)
      this.#ids[slot] = undefined
      this.#documents[slot] = undefined
      this.#free.push(slot)
    }
    for (const id of documentIds) this.#slotsOf.delete(id)
    return released
  }

  slotsOf(documentIds: ReadonlySet<DocumentId>): readonly number[] {
    return [...documentIds].flatMap((id) => [...(this.#slotsOf.get(id) ?? [])])
  }

  /** 1 at the slots of these documents' passages, 0 elsewhere. */
  maskOf(documentIds: ReadonlySet<DocumentId>): Uint8Array {
    const mask = new Uint8Array(this.slotCount)
    for (const slot of this.slotsOf(documentIds)) mask[slot] = 1
    return mask
  }

  /** Number of passages these documents have here; all of them when absent. */
  count(documentIds?: ReadonlySet<DocumentId>): number {
    if (documentIds === undefined) return this.size
    let count = 0
    for (const id of documentIds) count += this.#slotsOf.get(id)?.size ?? 0
    return count
  }

  idOf(slot: number): PassageId {
    const id = this.#ids[slot]
    if (id === undefined) throw new RangeError(`no passage in slot ${slot}`)
    return id
  }

  isHeld(slot: number): boolean {
    return this.#ids[slot] !== undefined
  }

  /** Passage and document of each slot, null where a slot is free: what `restore` takes. */
  entries(): readonly ([PassageId, DocumentId] | null)[] {
    return this.#ids.map((id, slot) => {
      const documentId = this.#documents[slot]
      return id === undefined || documentId === undefined ? null : [id, documentId]
    })
  }

  static restore(entries: readonly (readonly [PassageId, DocumentId] | null)[]): PassageSlots {
    const slots = new PassageSlots()
    for (const [slot, entry] of entries.entries()) {
      if (entry === null) {
        slots.#ids[slot] = undefined
        slots.#documents[slot] = undefined
        slots.#free.push(slot)
      } else slots.#place(slot, ...entry)
    }
    return slots
  }

  #place(slot: number, passageId: PassageId, documentId: DocumentId): void {
    const former = this.#documents[slot]
    if (former !== undefined) this.#slotsOf.get(former)?.delete(slot)
    this.#ids[slot] = passageId
    this.#documents[slot] = documentId
    this.#slotOf.set(passageId, slot)
    const ofDocument = this.#slotsOf.get(documentId)
    if (ofDocument === undefined) this.#slotsOf.set(documentId, new Set([slot]))
    else ofDocument.add(slot)
  }
}
