import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../../error.ts'
import {
  type OutlineHead,
  type OutlineStore,
  type OutlineVersion,
  outlineSchema,
} from '../../outline/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const NEWEST = '(select max(number) from draft_version where draft_id = ?)'
const GET = `select * from draft_version where draft_id = ? and number = coalesce(?, ${NEWEST})`
const VERSIONS = 'select number, note, saved_at from draft_version where draft_id = ? order by number desc'
const LIST = `
select draft.*, number, saved_at from draft join draft_version on draft_id = id
where number = (select max(number) from draft_version where draft_id = id)
order by saved_at desc, draft.rowid desc`
const KEEP = `
insert into draft values (?, ?, ?, ?)
on conflict (id) do update set region = excluded.region, year = excluded.year, title = excluded.title`

type Row = Readonly<Record<string, unknown>>

/** Drafts in the tables `draft` and `draft_version`. */
export function createSqliteOutlineStore(db: DatabaseSync): OutlineStore {
  const reading = <T>(work: () => T): T => translatingFaults(nameOf(db), work)
  const newestOf = (id: string) =>
    Number(
      db.prepare('select max(number) as newest from draft_version where draft_id = ?').get(id)?.newest ?? 0,
    )
  return {
    save: (outline, after, { note, savedAt }) => {
      let number: number | undefined
      inTransaction(db, () => {
        if (newestOf(outline.id) !== after) return
        number = after + 1
        db.prepare(KEEP).run(outline.id, outline.region, outline.year, outline.title)
        db.prepare('insert into draft_version values (?, ?, ?, ?, ?)').run(
          ...[outline.id, number, JSON.stringify(outline), note, savedAt],
        )
      })
      return number
    },
    get: (id, version) => {
      const row = reading(() => db.prepare(GET).get(id, version ?? null, id))
      return row && versionOf(row, nameOf(db))
    },
    versions: (id) => reading(() => db.prepare(VERSIONS).all(id)).map(versionHeadOf),
    list: () => reading(() => db.prepare(LIST).all()).map(headOf),
    remove: (id) => reading(() => db.prepare('delete from draft where id = ?').run(id)).changes > 0,
  }
}

function versionHeadOf(row: Row) {
  return { number: Number(row.number), note: String(row.note), savedAt: String(row.saved_at) }
}

/** @throws StorageError when what was stored is no draft any more */
function versionOf(row: Row, file: string): OutlineVersion {
  try {
    return { ...versionHeadOf(row), outline: outlineSchema.parse(JSON.parse(String(row.json))) }
  } catch (cause) {
    throw new StorageError('库里的这份提纲已损坏，其他提纲不受影响。', { cause, details: { file } })
  }
}

function headOf(row: Row): OutlineHead {
  return {
    id: String(row.id),
    region: String(row.region),
    year: Number(row.year),
    title: String(row.title),
    version: Number(row.number),
    savedAt: String(row.saved_at),
  }
}
