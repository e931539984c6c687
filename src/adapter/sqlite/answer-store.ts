import type { DatabaseSync } from 'node:sqlite'
import type { AnswerStore } from '../../answer/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const SAVE = `
insert into answer values (?, ?, ?)
on conflict (id) do update set json = excluded.json, created_at = excluded.created_at`

/** Answers in the table `answer`, how they came about in `trace`. */
export function createSqliteAnswerStore(db: DatabaseSync): AnswerStore {
  const jsonOf = (sql: string, id: string) => {
    const row = translatingFaults(nameOf(db), () => db.prepare(sql).get(id))
    return typeof row?.json === 'string' ? row.json : undefined
  }
  return {
    save: (id, json, createdAt, trace) => {
      inTransaction(db, () => {
        db.prepare(SAVE).run(id, json, createdAt)
        db.prepare('delete from trace where answer_id = ?').run(id)
        if (trace !== undefined) db.prepare('insert into trace values (?, ?)').run(id, trace)
      })
    },
    get: (id) => jsonOf('select json from answer where id = ?', id),
    trace: (id) => jsonOf('select json from trace where answer_id = ?', id),
    remove: (ids) => {
      inTransaction(db, () => {
        const remove = db.prepare('delete from answer where id = ?')
        for (const id of ids) remove.run(id)
      })
    },
  }
}
