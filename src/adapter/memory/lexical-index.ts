import type { DocumentId } from '../../corpus/index.ts'
import {
  bestSlots,
  type LexicalEntry,
  type LexicalHit,
  type LexicalIndex,
  type LexicalQuery,
} from '../../retrieval/index.ts'
import { LEGS, type Leg } from '../../text/index.ts'
import { LexicalLeg } from './lexical-leg.ts'
import { type LexicalState, packLexicalState, unpackLexicalState } from './lexical-snapshot.ts'
import { PassageList } from './passage-list.ts'

/** A lexical index in memory that can be written down and restored without the texts. */
export interface MemoryLexicalIndex extends LexicalIndex {
  /** Everything the index holds, for `restoreMemoryLexicalIndex`. */
  serialise(): Uint8Array
}

/** An empty in-memory index; postings are merged on the first search after a change. */
export function createMemoryLexicalIndex(): MemoryLexicalIndex {
  return new PostingsIndex()
}

/** @throws InvalidSnapshotError when the bytes are not a whole snapshot of this version */
export function restoreMemoryLexicalIndex(bytes: Uint8Array): MemoryLexicalIndex {
  return new PostingsIndex(unpackLexicalState(bytes))
}

class PostingsIndex implements MemoryLexicalIndex {
  readonly #passages = new PassageList()
  readonly #legs: Readonly<Record<Leg, LexicalLeg>>
  #isSealed = true
  #scores = new Float64Array(0)

  constructor(state?: LexicalState) {
    this.#legs = {
      character: new LexicalLeg(state?.legs.character),
      bigram: new LexicalLeg(state?.legs.bigram),
      word: new LexicalLeg(state?.legs.word),
    }
    for (const [passageId, documentId] of state?.passages ?? []) this.#passages.append(passageId, documentId)
  }

  get size(): number {
    return this.#passages.size
  }

  add(entries: readonly LexicalEntry[]): void {
    for (const entry of entries) {
      this.#passages.append(entry.passageId, entry.documentId)
      for (const leg of LEGS) this.#legs[leg].add(entry.terms[leg])
      this.#isSealed = false
      if (LEGS.some((leg) => this.#legs[leg].hasMuchPending)) this.#seal()
    }
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    this.#passages.remove(documentIds)
    if (this.#passages.size < this.#passages.count) this.#isSealed = false
  }

  search(query: LexicalQuery): readonly LexicalHit[] {
    this.#seal()
    const scores = this.#emptyScores()
    for (const leg of LEGS) this.#legs[leg].score(query.terms[leg], scores)
    const isAllowed = this.#passages.acceptor(query.documentIds)
    const ids = this.#passages.ids
    const ranking = {
      scores,
      accepts: (ordinal: number) => (scores[ordinal] as number) > 0 && isAllowed(ordinal),
      idOf: (ordinal: number) => ids[ordinal] as LexicalHit['passageId'],
    }
    return bestSlots(ranking, query.k).map((ordinal) => ({
      passageId: ranking.idOf(ordinal),
      bm25Score: scores[ordinal] as number,
    }))
  }

  documentFrequency(leg: Leg, term: string): number {
    this.#seal()
    return this.#legs[leg].documentFrequency(term)
  }

  serialise(): Uint8Array {
    this.#seal()
    const { ids, documents, documentNumbers } = this.#passages
    return packLexicalState({
      passages: ids.map((id, ordinal) => [id, documents[documentNumbers[ordinal] as number] as DocumentId]),
      legs: {
        character: this.#legs.character.state(),
        bigram: this.#legs.bigram.state(),
        word: this.#legs.word.state(),
      },
    })
  }

  #seal(): void {
    if (this.#isSealed) return
    const remap = this.#passages.compact()
    for (const leg of LEGS) this.#legs[leg].seal(this.#passages.count, remap)
    this.#isSealed = true
  }

  #emptyScores(): Float64Array {
    const count = this.#passages.count
    if (this.#scores.length === count) return this.#scores.fill(0)
    this.#scores = new Float64Array(count)
    return this.#scores
  }
}
