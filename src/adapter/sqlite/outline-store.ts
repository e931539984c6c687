import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../../error.ts'
import {
  type DiscardedOutline,
  type OutlineHead,
  type OutlineStore,
  type OutlineVersion,
  outlineSchema,
} from '../../outline/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const NEWEST = '(select max(number) from draft_version where draft_id = ?)'
const IS_KEPT = 'exists (select 1 from draft where id = draft_id and discarded_at is null)'
const GET = `select * from draft_version where draft_id = ? and number = coalesce(?, ${NEWEST}) and ${IS_KEPT}`
const VERSIONS = `
select number, note, saved_at from draft_version where draft_id = ? and ${IS_KEPT} order by number desc`
const HEAD = `
select draft.*, number, saved_at from draft join draft_version on draft_id = id
where number = (select max(number) from draft_version where draft_id = id)`
const LIST = `${HEAD} and discarded_at is null order by saved_at desc, draft.rowid desc`
const BIN = `${HEAD} and discarded_at is not null order by discarded_at desc, draft.rowid desc`
const DISCARD = 'update draft set discarded_at = ? where id = ? and discarded_at is null'
const RESTORE = 'update draft set discarded_at = null where id = ? and discarded_at is not null'
const IS_DISCARDED = 'select 1 from draft where id = ? and discarded_at is not null'
const KEEP = `
insert into draft (id, region, year, title) values (?, ?, ?, ?)
on conflict (id) do update set region = excluded.region, year = excluded.year, title = excluded.title`

type Row = Readonly<Record<string, unknown>>

/** Drafts in the tables `draft` and `draft_version`. */
export function createSqliteOutlineStore(db: DatabaseSync): OutlineStore {
  const reading = <T>(work: () => T): T => translatingFaults(nameOf(db), work)
  const newestOf = (id: string) =>
    Number(
      db.prepare('select max(number) as newest from draft_version where draft_id = ?').get(id)?.newest ?? 0,
    )
  const changed = (sql: string, ...values: readonly string[]) =>
    reading(() => db.prepare(sql).run(...values)).changes > 0
  return {
    save: (outline, after, { note, savedAt }) => {
      let number: number | undefined
      inTransaction(db, () => {
        if (newestOf(outline.id) !== after || db.prepare(IS_DISCARDED).get(outline.id) !== undefined) return
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
    discard: (id, at) => changed(DISCARD, at, id),
    discarded: () => reading(() => db.prepare(BIN).all()).map(discardedOf),
    restore: (id) => changed(RESTORE, id),
    remove: (id) => changed('delete from draft where id = ?', id),
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

function discardedOf(row: Row): DiscardedOutline {
  return { ...headOf(row), discardedAt: String(row.discarded_at) }
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
