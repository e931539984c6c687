import type { DatabaseSync } from 'node:sqlite'
import {
  type Conversation,
  type ConversationHead,
  type ConversationStore,
  type DiscardedConversation,
  type Turn,
  titleOf,
} from '../../conversation/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const HEAD = `
select id, title, is_pinned, created_at, touched, discarded_at,
  (select count(*) from turn where conversation_id = id) as turns
from conversation`
const NEXT_TOUCH = '(select coalesce(max(touched), 0) + 1 from conversation)'
const TOUCH = `
insert into conversation (id, title, is_pinned, created_at, touched) values (?, ?, 0, ?, ${NEXT_TOUCH})
on conflict (id) do update set touched = ${NEXT_TOUCH}`
const APPEND = `
insert into turn (conversation_id, ordinal, question, understood, answer_id, asked_at, again_of)
values (?, (select count(*) from turn where conversation_id = ?), ?, ?, ?, ?, ?)`

/** Conversations in the tables `conversation` and `turn`. */
export function createSqliteConversationStore(db: DatabaseSync): ConversationStore {
  return new SqliteConversationStore(db)
}

class SqliteConversationStore implements ConversationStore {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  append(id: string, { question, understood, answerId, againOf, askedAt }: Turn): void {
    inTransaction(this.#db, () => {
      this.#db.prepare(TOUCH).run(id, titleOf(question), askedAt)
      this.#db.prepare(APPEND).run(id, id, question, understood, answerId, askedAt, againOf)
    })
  }

  get(id: string): Conversation | undefined {
    return this.#reading(() => {
      const row = this.#db.prepare(`${HEAD} where id = ? and discarded_at is null`).get(id)
      if (row === undefined) return undefined
      const turns = this.#db.prepare('select * from turn where conversation_id = ? order by ordinal').all(id)
      return { ...headOf(row), turns: turns.map(turnOf) }
    })
  }

  list(limit: number, after?: Pick<ConversationHead, 'isPinned' | 'touched'>): readonly ConversationHead[] {
    const sql = `${HEAD} where discarded_at is null and (is_pinned, touched) < (?, ?)
      order by is_pinned desc, touched desc limit ?`
    const { isPinned, touched } = after ?? { isPinned: true, touched: Number.MAX_SAFE_INTEGER }
    return this.#reading(() => this.#db.prepare(sql).all(Number(isPinned), touched, limit).map(headOf))
  }

  edit(id: string, { title, isPinned }: { readonly title?: string; readonly isPinned?: boolean }): boolean {
    const sql = `update conversation set title = coalesce(?, title), is_pinned = coalesce(?, is_pinned)
      where id = ? and discarded_at is null`
    const pinned = isPinned === undefined ? null : Number(isPinned)
    return this.#reading(() => this.#db.prepare(sql).run(title ?? null, pinned, id)).changes > 0
  }

  discard(id: string, at: string): boolean {
    const sql = 'update conversation set discarded_at = ? where id = ? and discarded_at is null'
    return this.#reading(() => this.#db.prepare(sql).run(at, id)).changes > 0
  }

  discarded(): readonly DiscardedConversation[] {
    const sql = `${HEAD} where discarded_at is not null order by discarded_at desc, touched desc`
    const rows = this.#reading(() => this.#db.prepare(sql).all())
    return rows.map((row) => ({ ...headOf(row), discardedAt: String(row.discarded_at) }))
  }

  restore(id: string): boolean {
    const sql = 'update conversation set discarded_at = null where id = ? and discarded_at is not null'
    return this.#reading(() => this.#db.prepare(sql).run(id)).changes > 0
  }

  answerIdsOf(id: string): readonly string[] {
    const sql = 'select answer_id from turn where conversation_id = ? order by ordinal'
    return this.#reading(() => this.#db.prepare(sql).all(id)).map((row) => String(row.answer_id))
  }

  remove(id: string): boolean {
    const sql = 'delete from conversation where id = ?'
    return this.#reading(() => this.#db.prepare(sql).run(id)).changes > 0
  }

  #reading<T>(work: () => T): T {
    return translatingFaults(nameOf(this.#db), work)
  }
}

type Row = Readonly<Record<string, unknown>>

function headOf(row: Row): ConversationHead {
  return {
    id: String(row.id),
    title: String(row.title),
    isPinned: row.is_pinned === 1,
    createdAt: String(row.created_at),
    touched: Number(row.touched),
    turnCount: Number(row.turns),
  }
}

function turnOf(row: Row): Turn {
  return {
    question: String(row.question),
    understood: row.understood === null ? null : String(row.understood),
    answerId: String(row.answer_id),
    againOf: row.again_of === null ? null : String(row.again_of),
    askedAt: String(row.asked_at),
  }
}
