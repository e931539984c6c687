import type { DatabaseSync } from 'node:sqlite'
import type { AnswerStore } from '../../answer/index.ts'
import { nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

/** Answers in the table `answer`. */
export function createSqliteAnswerStore(db: DatabaseSync): AnswerStore {
  return {
    save: (id, json, createdAt) => {
      translatingFaults(nameOf(db), () =>
        db.prepare('insert or replace into answer values (?, ?, ?)').run(id, json, createdAt),
      )
    },
    get: (id) => {
      const row = translatingFaults(nameOf(db), () =>
        db.prepare('select json from answer where id = ?').get(id),
      )
      return typeof row?.json === 'string' ? row.json : undefined
    },
  }
}
