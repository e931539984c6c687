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
import { scorePostings } from './score-postings.ts'

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

  search({ terms, k, documentIds }: LexicalQuery): readonly LexicalHit[] {
    this.#seal()
    const { ids, count } = this.#passages
    const runs = documentIds === undefined ? [{ start: 0, end: count }] : this.#passages.runsOf(documentIds)
    const postings = LEGS.flatMap((leg) => this.#legs[leg].postingsOf(terms[leg]))
    const { ordinals, scores } = scorePostings(postings, { runs, count, k })
    const ranking = {
      scores,
      accepts: (at: number) => (scores[at] as number) > 0,
      idOf: (at: number) => ids[ordinals[at] as number] as LexicalHit['passageId'],
    }
    return bestSlots(ranking, k).map((at) => ({
      passageId: ranking.idOf(at),
      bm25Score: scores[at] as number,
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
}
