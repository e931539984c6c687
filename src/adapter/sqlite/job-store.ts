import type { DatabaseSync } from 'node:sqlite'
import { NotFoundError } from '../../error.ts'
import type {
  JobStore,
  JobSummary,
  Receipt,
  StoredJob,
  StoredJobFile,
  UploadedFile,
} from '../../ingest/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'
import { insertion, insertReceipt, receiptOf } from './receipt-store.ts'

/** Jobs in the tables `job` and `job_file`, their receipts in `receipt`. */
export function createSqliteJobStore(db: DatabaseSync): JobStore {
  return new SqliteJobStore(db)
}

const SUMMARY = `
select id, created_at,
  (select count(*) from job_file where job_id = id) as files,
  (select count(*) from job_file where job_id = id and is_done) as files_done,
  (select count(*) from receipt where job_id = id and kind = 'added') as added,
  (select count(*) from receipt where job_id = id and kind = 'unchanged') as unchanged,
  (select count(*) from receipt where job_id = id and kind = 'failed') as failed
from job order by number desc limit ?`

class SqliteJobStore implements JobStore {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  create(id: string, createdAt: string, files: readonly UploadedFile[]): void {
    inTransaction(this.#db, () => {
      this.#db.prepare('insert into job values (null, ?, ?)').run(id, createdAt)
      const insert = this.#db.prepare('insert into job_file values (?, ?, ?, 0, 0, ?)')
      for (const [ordinal, { file, bytes }] of files.entries()) insert.run(id, ordinal, file, bytes)
    })
  }

  get(id: string): StoredJob | undefined {
    return this.#reading(() => {
      const job = this.#db.prepare('select created_at from job where id = ?').get(id)
      return job === undefined
        ? undefined
        : { id, createdAt: String(job.created_at), files: this.#filesOf(id) }
    })
  }

  recent(limit: number): readonly JobSummary[] {
    return this.#reading(() => this.#db.prepare(SUMMARY).all(limit).map(summaryOf))
  }

  unfinished(): readonly StoredJob[] {
    const sql =
      'select id from job where id in (select job_id from job_file where not is_done) order by number'
    return this.#reading(() => this.#db.prepare(sql).all()).flatMap(({ id }) => this.get(String(id)) ?? [])
  }

  bytes(id: string, ordinal: number): Uint8Array | undefined {
    const sql = 'select bytes from job_file where job_id = ? and ordinal = ? and not is_done'
    const row = this.#reading(() => this.#db.prepare(sql).get(id, ordinal))
    if (row === undefined) return undefined
    return row.bytes instanceof Uint8Array ? row.bytes : new Uint8Array()
  }

  start(id: string, ordinal: number): number {
    // It must survive the end of the process, which takes no write with it; a power cut may.
    this.#reading(() => this.#db.exec('pragma synchronous = normal'))
    try {
      return this.#count('starts + 1', id, ordinal)
    } finally {
      this.#reading(() => this.#db.exec('pragma synchronous = full'))
    }
  }

  giveBack(id: string, ordinal: number): void {
    this.#count('starts - 1', id, ordinal)
  }

  record(id: string, ordinal: number, receipts: readonly Receipt[], isDone: boolean): void {
    inTransaction(this.#db, () => {
      const insert = insertion(this.#db)
      for (const receipt of receipts) insertReceipt(insert, receipt, { job: id, ordinal })
      this.#count('1', id, ordinal)
      const drop = 'update job_file set is_done = 1, bytes = null where job_id = ? and ordinal = ?'
      if (isDone) this.#db.prepare(drop).run(id, ordinal)
    })
  }

  #count(starts: 'starts + 1' | 'starts - 1' | '1', id: string, ordinal: number): number {
    const sql = `update job_file set starts = ${starts} where job_id = ? and ordinal = ? returning starts`
    const row = this.#reading(() => this.#db.prepare(sql).get(id, ordinal))
    if (row === undefined) throw new NotFoundError(`没有任务 ${id} 的第 ${ordinal} 个文件。`)
    return Number(row.starts)
  }

  #filesOf(id: string): readonly StoredJobFile[] {
    const receipts = Map.groupBy(
      this.#db.prepare('select ordinal, json from receipt where job_id = ? order by number').all(id),
      ({ ordinal }) => ordinal,
    )
    const sql = 'select ordinal, file, starts, is_done from job_file where job_id = ? order by ordinal'
    return this.#db
      .prepare(sql)
      .all(id)
      .map(({ ordinal, file, starts, is_done }) => ({
        file: String(file),
        starts: Number(starts),
        isDone: is_done === 1,
        receipts: (receipts.get(ordinal ?? null) ?? []).map(({ json }) => receiptOf(json)),
      }))
  }

  #reading<T>(work: () => T): T {
    return translatingFaults(nameOf(this.#db), work)
  }
}

function summaryOf(row: Readonly<Record<string, unknown>>): JobSummary {
  return {
    id: String(row.id),
    createdAt: String(row.created_at),
    files: Number(row.files),
    filesDone: Number(row.files_done),
    added: Number(row.added),
    unchanged: Number(row.unchanged),
    failed: Number(row.failed),
  }
}
