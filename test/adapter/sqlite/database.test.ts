import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inTransaction, openDatabase } from '../../../src/adapter/sqlite/database.ts'
import { createSqliteDocumentStore } from '../../../src/adapter/sqlite/document-store.ts'
import { MIGRATIONS } from '../../../src/adapter/sqlite/migration.ts'
import { type AppError, StorageError } from '../../../src/error.ts'
import { storedDocument } from '../../contract/document-store.contract.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

function opened(file: string, options = {}): DatabaseSync {
  const db = openDatabase(file, options)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

function faultOf(work: () => unknown): AppError {
  try {
    work()
  } catch (fault) {
    if (fault instanceof StorageError) return fault
    throw fault
  }
  throw new Error('nothing was thrown')
}

const pragma = (db: DatabaseSync, name: string) => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]

describe('openDatabase', () => {
  it('makes folder, file and tables, and writes every commit through', () => {
    const db = opened(`${temporaryFolder()}/new/folder/yaodian.db`)
    expect(pragma(db, 'journal_mode')).toBe('wal')
    expect(pragma(db, 'synchronous')).toBe(2)
    expect(pragma(db, 'foreign_keys')).toBe(1)
    expect(pragma(db, 'busy_timeout')).toBe(5000)
    expect(pragma(db, 'user_version')).toBe(MIGRATIONS.length)
  })

  it('opens an existing database without changing it', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const first = opened(file)
    createSqliteDocumentStore(first).saveSetting('seeds', 'loaded')
    first.close()
    expect(createSqliteDocumentStore(opened(file)).setting('seeds')).toBe('loaded')
  })

  it('refuses a database of a newer version in plain Chinese and leaves it alone', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const newer = new DatabaseSync(file)
    newer.exec('pragma user_version = 99')
    newer.close()
    const before = readFileSync(file)
    expect(faultOf(() => openDatabase(file)).message).toContain('由更新版本的程序创建')
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a file that is not a database', () => {
    const file = `${temporaryFolder()}/plan.txt`
    writeFileSync(file, '一、总体要求\n'.repeat(200))
    expect(faultOf(() => openDatabase(file)).message).toBe(`${file} 不是数据库文件。`)
  })

  it('refuses a damaged database', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const db = opened(file)
    createSqliteDocumentStore(db).add(storedDocument('甲.txt', '健康素养'.repeat(20_000)))
    db.close()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096, 3 * 4096)
    writeFileSync(file, bytes)
    expect(faultOf(() => openDatabase(file)).message).toBe(`${file} 已损坏，请用备份恢复。`)
  })

  it('says so when a folder stands where the file should be, or a file where the folder should be', () => {
    const folder = temporaryFolder()
    mkdirSync(`${folder}/yaodian.db`)
    expect(faultOf(() => openDatabase(`${folder}/yaodian.db`)).message).toContain('无法打开')
    writeFileSync(`${folder}/data`, '')
    expect(faultOf(() => openDatabase(`${folder}/data/yaodian.db`)).message).toMatch(/不是文件夹|却是文件/)
  })

  it('reports a database that another program is writing as retryable', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    opened(file).exec('begin immediate')
    const store = createSqliteDocumentStore(opened(file, { busyTimeoutMs: 1 }))
    const fault = faultOf(() => store.saveSetting('a', 'b'))
    expect(fault.message).toContain('正被另一个程序占用')
    expect(fault.retryable).toBe(true)
  })

  it('reports a read-only database', () => {
    const db = opened(`${temporaryFolder()}/yaodian.db`)
    const store = createSqliteDocumentStore(db)
    db.exec('pragma query_only = on')
    expect(faultOf(() => store.saveSetting('a', 'b')).message).toContain('只读')
  })

  it('reports a full disk and keeps what was stored before', () => {
    const db = opened(`${temporaryFolder()}/yaodian.db`)
    const store = createSqliteDocumentStore(db)
    const small = storedDocument('小.txt', '健康')
    store.add(small)
    db.exec(`pragma max_page_count = ${Number(pragma(db, 'page_count')) + 2}`)
    expect(faultOf(() => store.add(storedDocument('大.txt', '健康'.repeat(50_000)))).message).toContain(
      '磁盘已满',
    )
    expect(store.documents()).toEqual([small.document])
  })
})

describe('inTransaction', () => {
  it('undoes everything when the work throws, and lets the fault through', () => {
    const db = opened(':memory:')
    const store = createSqliteDocumentStore(db)
    const fault = new Error('stop')
    const work = () =>
      inTransaction(db, () => {
        store.saveSetting('a', 'b')
        throw fault
      })
    expect(work).toThrow(fault)
    expect(store.setting('a')).toBeUndefined()
  })

  it('joins the transaction it is called in', () => {
    const db = opened(':memory:')
    const store = createSqliteDocumentStore(db)
    inTransaction(db, () => inTransaction(db, () => store.saveSetting('a', 'b')))
    expect(store.setting('a')).toBe('b')
    expect(db.isTransaction).toBe(false)
  })
})
