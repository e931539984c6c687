import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type DocumentId, passageIdSchema } from '../../corpus/index.ts'
import {
  bestSlots,
  bm25Norm,
  bm25Weight,
  inverseDocumentFrequency,
  type LexicalEntry,
  type LexicalHit,
  type LexicalIndex,
  type LexicalQuery,
} from '../../retrieval/index.ts'
import { LEGS, type Leg } from '../../text/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

/**
 * A lexical index inside the database, for where memory is short: FTS5 holds the terms, our own BM25
 * ranks, so that scores equal those of the index in memory. Tables are made on first use.
 */
export function createFts5LexicalIndex(db: DatabaseSync): LexicalIndex {
  translatingFaults(nameOf(db), () => db.exec(TABLES))
  return new Fts5LexicalIndex(db)
}

const TABLES = `
create table if not exists lexical_passage (
  number integer primary key,
  passage_id text not null unique,
  document_id text not null,
  character_length integer not null,
  bigram_length integer not null,
  word_length integer not null
) strict;
create index if not exists lexical_passage_document on lexical_passage (document_id);
create virtual table if not exists lexical_term using fts5(terms, content='', contentless_delete=1, tokenize='ascii');
create virtual table if not exists lexical_instance using fts5vocab('lexical_term', 'instance')`

/** FTS5 cuts tokens at 32,768 bytes; a UTF-16 unit takes 4 of them. */
const LONGEST_TERM = 1000

/** One token of hex digits per leg and term, which no tokenizer splits or folds. */
function tokenOf(leg: Leg, term: string): string {
  const code =
    term.length > LONGEST_TERM ? `h${hash('sha256', term)}` : Buffer.from(term, 'utf16le').toString('hex')
  return `${leg.charAt(0)}${code}`
}

interface LegTotals {
  readonly count: number
  readonly totalLength: number
}

class Fts5LexicalIndex implements LexicalIndex {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  get size(): number {
    return this.#reading(() => Number(this.#db.prepare('select count(*) as n from lexical_passage').get()?.n))
  }

  add(entries: readonly LexicalEntry[]): void {
    inTransaction(this.#db, () => {
      const insertPassage = this.#db.prepare('insert into lexical_passage values (null, ?, ?, ?, ?, ?)')
      const insertTerms = this.#db.prepare('insert into lexical_term (rowid, terms) values (?, ?)')
      for (const { passageId, documentId, terms } of entries) {
        this.#delete('passage_id = ?', passageId)
        const lengths = LEGS.map((leg) => terms[leg].length)
        const { lastInsertRowid } = insertPassage.run(passageId, documentId, ...lengths)
        const tokens = LEGS.flatMap((leg) => terms[leg].map((term) => tokenOf(leg, term)))
        insertTerms.run(lastInsertRowid, tokens.join(' '))
      }
    })
  }

  remove(documentIds: ReadonlySet<DocumentId>): void {
    inTransaction(this.#db, () => {
      for (const id of documentIds) this.#delete('document_id = ?', id)
    })
  }

  search(query: LexicalQuery): readonly LexicalHit[] {
    return this.#reading(() => {
      const scoreOf = new Map<number, number>()
      for (const leg of LEGS) this.#score(leg, query.terms[leg], scoreOf)
      return this.#best(scoreOf, query)
    })
  }

  documentFrequency(leg: Leg, term: string): number {
    const sql = 'select count(distinct doc) as n from lexical_instance where term = ?'
    return this.#reading(() => Number(this.#db.prepare(sql).get(tokenOf(leg, term))?.n))
  }

  #score(leg: Leg, terms: readonly string[], scoreOf: Map<number, number>): void {
    const { count, totalLength } = this.#totals(leg)
    const statement = this.#db.prepare(
      `select number, ${leg}_length as length, count(*) as frequency
       from lexical_instance join lexical_passage on number = doc where term = ? group by number`,
    )
    for (const term of new Set(terms)) {
      const rows = statement.all(tokenOf(leg, term))
      const idf = inverseDocumentFrequency(rows.length, count)
      for (const row of rows) {
        const number = Number(row.number)
        const norm = bm25Norm(Number(row.length), totalLength / count)
        const weight = bm25Weight(idf, Number(row.frequency), norm)
        scoreOf.set(number, (scoreOf.get(number) ?? 0) + weight)
      }
    }
  }

  #best(scoreOf: ReadonlyMap<number, number>, { k, documentIds }: LexicalQuery): readonly LexicalHit[] {
    const numbers = [...scoreOf.keys()]
    const scores = Float64Array.from(scoreOf.values())
    const allowed = documentIds === undefined ? undefined : this.#numbersOf(documentIds)
    const select = this.#db.prepare('select passage_id from lexical_passage where number = ?')
    const idOf = (slot: number) => passageIdSchema.parse(select.get(numbers[slot] ?? 0)?.passage_id)
    const accepts = (slot: number) => allowed === undefined || allowed.has(numbers[slot] ?? 0)
    return bestSlots({ scores, accepts, idOf }, k).map((slot) => ({
      passageId: idOf(slot),
      bm25Score: scores[slot] ?? 0,
    }))
  }

  #totals(leg: Leg): LegTotals {
    const sql = `select count(*) as count, total(${leg}_length) as total from lexical_passage`
    const row = this.#db.prepare(sql).get()
    return { count: Number(row?.count), totalLength: Number(row?.total) }
  }

  #numbersOf(documentIds: ReadonlySet<DocumentId>): ReadonlySet<number> {
    const statement = this.#db.prepare('select number from lexical_passage where document_id = ?')
    return new Set([...documentIds].flatMap((id) => statement.all(id).map((row) => Number(row.number))))
  }

  #delete(condition: 'passage_id = ?' | 'document_id = ?', value: string): void {
    const select = this.#db.prepare(`select number from lexical_passage where ${condition}`)
    for (const { number } of select.all(value)) {
      this.#db.prepare('delete from lexical_term where rowid = ?').run(number ?? null)
    }
    this.#db.prepare(`delete from lexical_passage where ${condition}`).run(value)
  }

  #reading<T>(work: () => T): T {
    return translatingFaults(nameOf(this.#db), work)
  }
}
