import type { DocumentId, PassageId } from '../../corpus/index.ts'
import { GONE, GrowingNumbers } from './growing-numbers.ts'

/** Neighbouring ordinals, half-open. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** Which passages an index holds, by the ordinal its postings know them by. */
export class PassageList {
  #ids: PassageId[] = []
  #documents: DocumentId[] = []
  #numberOf = new Map<DocumentId, number>()
  #ordinalOf = new Map<PassageId, number>()
  /** For each passage the number of its document, so that a filter need not compare strings. */
  #documentNumbers = new GrowingNumbers()
  /** Made when it is asked for after a change. */
  #runs: readonly (readonly Run[])[] | undefined

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
    this.#runs = undefined
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    const numbers = this.documentNumbers
    for (const [ordinal, id] of this.#ids.entries()) {
      const isOf = documentIds.has(this.#documents[numbers[ordinal] as number] as DocumentId)
      if (isOf && this.#ordinalOf.get(id) === ordinal) this.#ordinalOf.delete(id)
    }
  }

  /** The ordinals of these documents' passages as ascending runs; documents mostly come in whole. */
  runsOf(documentIds: ReadonlySet<DocumentId>): readonly Run[] {
    this.#runs ??= runsByDocument(this.documentNumbers, this.#documents.length)
    const runs = [...documentIds].flatMap((id) => this.#runs?.[this.#numberOf.get(id) ?? -1] ?? [])
    return joined(runs.sort((a, b) => a.start - b.start))
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

/** Of many documents most stand next to one another. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of runs) {
    const last = whole.at(-1)
    if (last?.end === start) last.end = end
    else whole.push({ start, end })
  }
  return whole
}

function runsByDocument(numbers: Uint32Array, documents: number): readonly (readonly Run[])[] {
  const runs: Run[][] = Array.from({ length: documents }, () => [])
  for (let start = 0; start < numbers.length; ) {
    let end = start + 1
    while (end < numbers.length && numbers[end] === numbers[start]) end++
    runs[numbers[start] as number]?.push({ start, end })
    start = end
  }
  return runs
}
