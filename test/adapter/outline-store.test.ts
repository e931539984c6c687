import { expect, it, onTestFinished } from 'vitest'
import { createMemoryOutlineStore } from '../../src/adapter/memory/outline-store.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteOutlineStore } from '../../src/adapter/sqlite/outline-store.ts'
import { StorageError } from '../../src/error.ts'
import { outlineStoreContract } from '../contract/outline-store.contract.ts'
import { draftOf } from '../outline/draft.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function opened(file = ':memory:') {
  const db = openDatabase(file)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

outlineStoreContract('memory', createMemoryOutlineStore)
outlineStoreContract('SQLite', () => createSqliteOutlineStore(opened()))

const SAVED = { note: '起草', savedAt: '2026-01-01T00:00:00Z' }

it('SQLite still holds drafts when the file is opened again', () => {
  const file = `${temporaryFolder()}/yaodian.db`
  const first = opened(file)
  createSqliteOutlineStore(first).save(draftOf(), 0, SAVED)
  first.close()
  expect(createSqliteOutlineStore(opened(file)).get('d1')?.outline).toEqual(draftOf())
})

it('SQLite says that a stored draft is damaged, and gives out none of it', () => {
  const db = opened()
  const store = createSqliteOutlineStore(db)
  store.save(draftOf(), 0, SAVED)
  for (const json of ['{"id":"d1"}', '{']) {
    db.prepare('update draft_version set json = ?').run(json)
    expect(() => store.get('d1')).toThrow(StorageError)
  }
  expect(store.list()).toHaveLength(1)
})
