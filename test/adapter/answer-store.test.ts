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

  it('keeps how an answer came about beside it, if it is told', () => {
    const store = createStore()
    store.save('a1', '1', '2025-01-02T03:04:05Z', '{"searches":[]}')
    store.save('a2', '2', '2025-01-02T03:04:05Z')
    expect([store.trace('a1'), store.trace('a2'), store.trace('a3')]).toEqual([
      '{"searches":[]}',
      undefined,
      undefined,
    ])
    store.save('a1', '3', '2025-01-02T03:04:06Z', '{}')
    expect([store.get('a1'), store.trace('a1')]).toEqual(['3', '{}'])
  })

  it('forgets answers with their traces and no others', () => {
    const store = createStore()
    for (const id of ['a1', 'a2', 'a3']) store.save(id, id, '2025-01-02T03:04:05Z', id)
    store.remove(['a1', 'a3', 'unknown'])
    expect(['a1', 'a2', 'a3'].map((id) => store.get(id))).toEqual([undefined, 'a2', undefined])
    expect(['a1', 'a2', 'a3'].map((id) => store.trace(id))).toEqual([undefined, 'a2', undefined])
  })
})
