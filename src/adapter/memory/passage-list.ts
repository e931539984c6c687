import type { DocumentId, PassageId } from '../../corpus/index.ts'
import { GONE, GrowingNumbers } from './growing-numbers.ts'

/** Which passages an index holds, by the ordinal its postings know them by. */
export class PassageList {
  #ids: PassageId[] = []
  #documents: DocumentId[] = []
  #numberOf = new Map<DocumentId, number>()
  #ordinalOf = new Map<PassageId, number>()
  /** For each passage the number of its document, so that a filter need not compare strings. */
  #documentNumbers = new GrowingNumbers()

  /** Number of passages held. */
  get size(): number {
    return this.#ordinalOf.size
  }

  /** Number of ordinals given out, those of removed passages included. */
  get count(): number {
    return this.#ids.length
  }

  get ids(): readonly PassageId[] {
    return this.#ids
  }

  get documents(): readonly DocumentId[] {
    return this.#documents
  }

  get documentNumbers(): Uint32Array {
    return this.#documentNumbers.view
  }

  /** Gives the passage the next ordinal; one it had before is no longer its own. */
  append(passageId: PassageId, documentId: DocumentId): void {
    let number = this.#numberOf.get(documentId)
    if (number === undefined) {
      number = this.#documents.push(documentId) - 1
      this.#numberOf.set(documentId, number)
    }
    this.#ordinalOf.set(passageId, this.#ids.push(passageId) - 1)
    this.#documentNumbers.push(number)
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    const accepts = this.acceptor(documentIds)
    for (const [ordinal, id] of this.#ids.entries()) {
      if (accepts(ordinal) && this.#ordinalOf.get(id) === ordinal) this.#ordinalOf.delete(id)
    }
  }

  /** Tells by ordinal whether a passage belongs to one of the documents; absent means all. */
  acceptor(documentIds?: ReadonlySet<DocumentId>): (ordinal: number) => boolean {
    if (documentIds === undefined) return () => true
    const allowed = new Uint8Array(this.#documents.length)
    for (const id of documentIds) {
      const number = this.#numberOf.get(id)
      if (number !== undefined) allowed[number] = 1
    }
    const numbers = this.documentNumbers
    return (ordinal) => allowed[numbers[ordinal] as number] === 1
  }

  /**
   * Numbers the passages that are still held from 0 again.
   * @returns the new ordinal of each old one (`GONE` for none), or undefined when nothing moved
   */
  compact(): Uint32Array | undefined {
    if (this.size === this.count) return undefined
    const [ids, documents, numbers] = [this.#ids, this.#documents, this.documentNumbers]
    const ordinalOf = this.#ordinalOf
    this.#ids = []
    this.#documents = []
    this.#numberOf = new Map()
    this.#ordinalOf = new Map()
    this.#documentNumbers = new GrowingNumbers()
    const remap = new Uint32Array(ids.length).fill(GONE)
    for (const [ordinal, id] of ids.entries()) {
      if (ordinalOf.get(id) !== ordinal) continue
      remap[ordinal] = this.count
      this.append(id, documents[numbers[ordinal] as number] as DocumentId)
    }
    return remap
  }
}
