import { readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryDocumentStore } from '../../src/adapter/memory/document-store.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteDocumentStore } from '../../src/adapter/sqlite/document-store.ts'
import { StorageError } from '../../src/error.ts'
import { documentStoreContract, storedDocument } from '../contract/document-store.contract.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function opened(file: string): DatabaseSync {
  const db = openDatabase(file)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

documentStoreContract('memory', () => createMemoryDocumentStore())
documentStoreContract('SQLite in memory', () => createSqliteDocumentStore(opened(':memory:')))
documentStoreContract('SQLite file', () =>
  createSqliteDocumentStore(opened(`${temporaryFolder()}/data/yaodian.db`)),
)

describe('SQLite document store', () => {
  const plan = storedDocument('甲市要点.txt', '千人口托位数4.5个。', '建设医共体。')
  const { id } = plan.document
  const filled = () => {
    const db = opened(':memory:')
    const store = createSqliteDocumentStore(db)
    store.add(plan)
    return { db, store }
  }

  it('sees once that another connection has stored something', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const [store, elsewhere] = [opened(file), opened(file)].map((db) => createSqliteDocumentStore(db))
    const before = store?.foreignChanges()
    elsewhere?.add(plan)
    expect(store?.foreignChanges()).not.toBe(before)
    expect([...(store?.current().keys() ?? [])]).toEqual([id])
  })

  it('still holds everything when the file is opened again', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const first = opened(file)
    createSqliteDocumentStore(first).add(plan)
    first.close()
    const store = createSqliteDocumentStore(opened(file))
    expect(store.documents()).toEqual([plan.document])
    expect(store.vectors(id, plan.vectors.embedderId)).toEqual(plan.vectors.vectors)
  })

  it('leaves nothing of a removed text or its original on the disk', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const store = createSqliteDocumentStore(opened(file))
    const secret = storedDocument('密.txt', '一句别处没有的话𠀀'.repeat(800))
    const other = storedDocument('留.txt', '留下的话')
    store.add(secret)
    store.add(other)
    store.remove(secret.document.id)
    const onDisk = [file, `${file}-wal`].map((path) => readFileSync(path))
    const finds = (words: string) => onDisk.some((bytes) => bytes.includes(words))
    expect([finds('别处没有'), finds('密.txt'), finds('留下的话')]).toEqual([false, false, true])
  })

  it('does not wait for a reader who keeps the log, and overwrites the text when the reader is gone', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const store = createSqliteDocumentStore(opened(file))
    const reader = opened(file)
    const secret = storedDocument('密.txt', '一句别处没有的话')
    store.add(secret)
    reader.exec('begin; select count(*) from document')
    reader.prepare('select count(*) from document').get()
    store.remove(secret.document.id)
    expect(readFileSync(`${file}-wal`).includes('别处没有')).toBe(true)
    reader.exec('commit')
    store.settle()
    expect([file, `${file}-wal`].some((path) => readFileSync(path).includes('别处没有'))).toBe(false)
  })

  it('saves nothing at all when the last vector fails', () => {
    const { db, store } = filled()
    db.exec(
      "create trigger failing before insert on vector when new.ordinal = 1 begin select raise(abort, 'no'); end",
    )
    const changed = { ...plan, document: { ...plan.document, readerVersion: 9 } }
    expect(() => store.save(changed)).toThrow(StorageError)
    expect(store.documents()).toEqual([plan.document])
    expect(store.vectors(id, plan.vectors.embedderId)).toHaveLength(2)
  })

  it.each([
    ['bytes', "update document set bytes = x'00'"],
    ['text', "update document set text = replace(text, '4.5', '9.9')"],
    ['hash', "update document set sha256 = 'ff'"],
    ['record that is not JSON', "update document set record = '{'"],
    ['record that lacks a field', "update document set record = '{}'"],
    ['id', "pragma foreign_keys = off; update document set id = 'x'"],
  ])('names the file whose stored %s is damaged', (_, damage) => {
    const { db, store } = filled()
    db.exec(damage)
    expect(() => store.documents()).toThrow(StorageError)
    expect(() => store.documents()).toThrow('甲市要点.txt')
  })

  it('does not hand out an original whose hash is another one', () => {
    const { db, store } = filled()
    db.exec("update document set bytes = x'00'")
    expect(() => store.bytes(id)).toThrow('甲市要点.txt')
  })

  it('does not hand out pages that are damaged', () => {
    const { db, store } = filled()
    db.exec("update page_layout set gzip_json = x'00'")
    expect(() => store.layout(id)).toThrow('甲市要点.txt')
  })

  it('does not hand out vectors of which some are missing or cut', () => {
    const { db, store } = filled()
    db.exec("update vector set value = x'0000' where ordinal = 0")
    expect(() => store.vectors(id, plan.vectors.embedderId)).toThrow(StorageError)
    db.exec('delete from vector where ordinal = 0')
    expect(() => store.vectors(id, plan.vectors.embedderId)).toThrow(StorageError)
  })

  it('refuses a text that would come back changed', () => {
    const broken = { ...plan, document: { ...plan.document, text: `${plan.document.text}\ud800` } }
    expect(() => filled().store.save(broken)).toThrow(StorageError)
  })
})
