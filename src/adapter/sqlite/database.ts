import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../../error.ts'
import { translatingFaults } from './fault.ts'
import { makeFolder } from './folder.ts'
import { MIGRATIONS } from './migration.ts'

/** Before this, a database in WAL mode with two connections could lose a commit. */
const OLDEST_SQLITE = [3, 51, 3]
const BUSY_TIMEOUT_MS = 5000

/** Opens the database, making file, folder and tables where there are none yet, and checks it. */
export function openDatabase(
  file: string | ':memory:',
  { busyTimeoutMs = BUSY_TIMEOUT_MS }: { readonly busyTimeoutMs?: number } = {},
): DatabaseSync {
  return translatingFaults(file, () => {
    if (file !== ':memory:') makeFolder(dirname(file))
    const db = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
    try {
      refuseOldLibrary(db)
      refuseNewerDatabase(db, file)
      // What is deleted is overwritten, not only forgotten.
      db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
      refuseDamage(db, file)
      migrate(db, file)
    } catch (fault) {
      db.close()
      throw fault
    }
    return db
  })
}

/**
 * Runs work in one transaction: all of it is stored or, when it throws, nothing. Inside another
 * transaction the work joins that one.
 */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  return translatingFaults(nameOf(db), () => {
    if (db.isTransaction) return work()
    db.exec('begin immediate')
    try {
      const value = work()
      db.exec('commit')
      return value
    } catch (fault) {
      // A full disk has already rolled back, and a second rollback would hide the reason.
      if (db.isTransaction) db.exec('rollback')
      throw fault
    }
  })
}

/** Path of the database, for messages. */
export function nameOf(db: DatabaseSync): string {
  return db.location() ?? ':memory:'
}

function refuseOldLibrary(db: DatabaseSync): void {
  const version = String(db.prepare('select sqlite_version() as version').get()?.version)
  const numbers = version.split('.').map(Number)
  for (const [i, oldest] of OLDEST_SQLITE.entries()) {
    const number = numbers[i] ?? 0
    if (number > oldest) return
    if (number < oldest) {
      throw new StorageError(`SQLite ${version} 过旧，至少需要 ${OLDEST_SQLITE.join('.')}。请升级 Node。`)
    }
  }
}

function refuseNewerDatabase(db: DatabaseSync, file: string): void {
  const version = userVersion(db)
  if (version <= MIGRATIONS.length) return
  throw new StorageError(`${file} 由更新版本的程序创建，本版本无法读取。请升级程序，或换一个数据文件夹。`, {
    details: { file, found: version, supported: MIGRATIONS.length },
  })
}

function refuseDamage(db: DatabaseSync, file: string): void {
  const finding = db.prepare('pragma quick_check(1)').get()?.quick_check
  if (finding === 'ok') return
  throw new StorageError(`${file} 已损坏，请用备份恢复。`, { details: { file, finding } })
}

function migrate(db: DatabaseSync, file: string): void {
  while (userVersion(db) < MIGRATIONS.length) {
    inTransaction(db, () => {
      // Read again under the lock: another process may have been quicker.
      const version = userVersion(db)
      const sql = MIGRATIONS[version]
      if (sql !== undefined) db.exec(`${sql}; pragma user_version = ${version + 1}`)
    })
  }
  refuseNewerDatabase(db, file)
}

function userVersion(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.user_version)
}
