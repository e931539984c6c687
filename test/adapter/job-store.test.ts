import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryJobStore } from '../../src/adapter/memory/job-store.ts'
import { createMemoryReceiptStore } from '../../src/adapter/memory/receipt-store.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteJobStore } from '../../src/adapter/sqlite/job-store.ts'
import { createSqliteReceiptStore } from '../../src/adapter/sqlite/receipt-store.ts'
import { StorageError } from '../../src/error.ts'
import { documentId } from '../contract/id.ts'
import { jobStoreContract } from '../contract/job-store.contract.ts'
import { receiptOf } from '../contract/receipt.ts'
import { receiptStoreContract } from '../contract/receipt-store.contract.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function opened(file: string): DatabaseSync {
  const db = openDatabase(file)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

function sqliteStores(db: DatabaseSync) {
  return { jobs: createSqliteJobStore(db), receipts: createSqliteReceiptStore(db) }
}

receiptStoreContract('memory', createMemoryReceiptStore)
receiptStoreContract('SQLite', () => createSqliteReceiptStore(opened(':memory:')))
jobStoreContract('memory', () => {
  const receipts = createMemoryReceiptStore()
  return { jobs: createMemoryJobStore(receipts), receipts }
})
jobStoreContract('SQLite', () => sqliteStores(opened(':memory:')))

describe('SQLite job store', () => {
  it('still holds jobs and receipts when the file is opened again', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const first = opened(file)
    const before = sqliteStores(first)
    before.jobs.create('j1', 'now', [{ file: 'a.txt', bytes: Uint8Array.of(1, 2) }])
    before.jobs.start('j1', 0)
    before.receipts.add(receiptOf('removed'))
    first.close()
    const { jobs, receipts } = sqliteStores(opened(file))
    expect(jobs.unfinished()).toMatchObject([{ id: 'j1', files: [{ starts: 1, isDone: false }] }])
    expect(jobs.bytes('j1', 0)).toEqual(Uint8Array.of(1, 2))
    expect(receipts.ofDocument(documentId('a'))).toEqual([receiptOf('removed')])
  })

  it('stores a job whole or not at all', () => {
    const { jobs } = sqliteStores(opened(':memory:'))
    const broken = [
      { file: 'a.txt', bytes: Uint8Array.of(1) },
      { file: 'b.txt', bytes: {} as Uint8Array },
    ]
    expect(() => jobs.create('j1', 'now', broken)).toThrow()
    expect(jobs.get('j1')).toBeUndefined()
  })

  it('refuses a receipt that was damaged', () => {
    const db = opened(':memory:')
    const { receipts } = sqliteStores(db)
    receipts.add(receiptOf('added'))
    db.exec(`update receipt set json = '{"kind":"added"}'`)
    expect(() => receipts.list(1)).toThrow(StorageError)
  })
})
