import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryAnswerStore } from '../../src/adapter/memory/answer-store.ts'
import { createSqliteAnswerStore } from '../../src/adapter/sqlite/answer-store.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import type { AnswerStore } from '../../src/answer/answer-store.ts'

function createSqlite(): AnswerStore {
  const db = openDatabase(':memory:')
  onTestFinished(() => db.close())
  return createSqliteAnswerStore(db)
}

describe.each<[string, () => AnswerStore]>([
  ['memory', createMemoryAnswerStore],
  ['SQLite', createSqlite],
])('answer store: %s', (_, createStore) => {
  it('gives back the JSON as saved', () => {
    const store = createStore()
    store.save('a1', '{"kind":"answered","text":"4.5个"}', '2025-01-02T03:04:05Z')
    expect(store.get('a1')).toBe('{"kind":"answered","text":"4.5个"}')
  })

  it('knows nothing of another id', () => {
    expect(createStore().get('a1')).toBeUndefined()
  })

  it('keeps the last of two answers of one id', () => {
    const store = createStore()
    store.save('a1', '1', '2025-01-02T03:04:05Z')
    store.save('a1', '2', '2025-01-02T03:04:06Z')
    expect(store.get('a1')).toBe('2')
  })
})
