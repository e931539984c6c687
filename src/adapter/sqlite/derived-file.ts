import { hash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../../error.ts'
import type { DerivedFiles } from '../../ingest/index.ts'
import { nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

const NAME = /^[a-z0-9][a-z0-9._-]*$/

/** Files in one folder, each vouched for by its hash, length and key in the database. */
export function createDerivedFiles(options: {
  readonly db: DatabaseSync
  readonly folder: string
}): DerivedFiles {
  const { db, folder } = options
  const pathOf = (name: string) => {
    if (!NAME.test(name)) throw new StorageError(`缓存文件名「${name}」不可用。`)
    return join(folder, name)
  }
  const sql = <T>(work: () => T) => translatingFaults(nameOf(db), work)
  const forget = (name: string) => {
    sql(() => db.prepare('delete from derived_file where name = ?').run(name))
    translatingFaults(pathOf(name), () => fs.rmSync(pathOf(name), { force: true }))
  }
  return {
    read: (name, key) => {
      const record = sql(() => db.prepare('select * from derived_file where name = ?').get(name))
      if (record?.key !== key) return undefined
      const bytes = bytesOf(pathOf(name), Number(record.byte_count))
      return bytes !== undefined && hash('sha256', bytes) === record.sha256 ? bytes : undefined
    },
    write: (name, key, bytes) => {
      forget(name)
      translatingFaults(pathOf(name), () => replaceFile(folder, pathOf(name), bytes))
      const row = [name, key, hash('sha256', bytes), bytes.byteLength]
      sql(() => db.prepare('insert into derived_file values (?, ?, ?, ?)').run(...row))
    },
    forget,
  }
}

function bytesOf(path: string, byteCount: number): Uint8Array | undefined {
  try {
    return fs.statSync(path).size === byteCount ? fs.readFileSync(path) : undefined
  } catch {
    // Whatever kept it from being read, it can be built again.
    return undefined
  }
}

/** Under its name there is never a half-written file, not even after a power cut. */
function replaceFile(folder: string, path: string, bytes: Uint8Array): void {
  fs.mkdirSync(folder, { recursive: true })
  const temporary = `${path}.tmp`
  try {
    fs.writeFileSync(temporary, bytes, { flush: true })
    fs.renameSync(temporary, path)
  } catch (fault) {
    fs.rmSync(temporary, { force: true })
    throw fault
  }
  syncFolder(folder)
}

function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
