import { describe, expect, it } from 'vitest'
import type { OutlineStore } from '../../src/outline/index.ts'
import { draftOf } from '../outline/draft.ts'

const saved = (note: string, second = 0) => ({ note, savedAt: `2026-01-01T00:00:0${second}Z` })

/** What every store of drafts does, whatever it is made of. */
export function outlineStoreContract(name: string, createStore: () => OutlineStore): void {
  describe(`outline store: ${name}`, () => {
    it('holds nothing at first, and knows nothing of an id', () => {
      const store = createStore()
      expect(store.list()).toEqual([])
      expect(store.get('d1')).toBeUndefined()
      expect(store.versions('d1')).toEqual([])
      expect(store.remove('d1')).toBe(false)
    })

    it('gives back every version exactly as it came', () => {
      const store = createStore()
      const first = draftOf({ warnings: ['𠮷'] })
      const second = draftOf({ title: '另一个' })
      expect(store.save(first, 0, saved('起草'))).toBe(1)
      expect(store.save(second, 1, saved('修改', 1))).toBe(2)
      expect(store.get('d1')).toEqual({ outline: second, number: 2, ...saved('修改', 1) })
      expect(store.get('d1', 1)).toEqual({ outline: first, number: 1, ...saved('起草') })
      expect(store.get('d1', 3)).toBeUndefined()
      expect(store.versions('d1')).toEqual([
        { number: 2, ...saved('修改', 1) },
        { number: 1, ...saved('起草') },
      ])
    })

    it('refuses what was made from an older version, and changes nothing', () => {
      const store = createStore()
      store.save(draftOf(), 0, saved('起草'))
      store.save(draftOf({ title: '甲' }), 1, saved('修改'))
      expect(store.save(draftOf({ title: '乙' }), 1, saved('修改'))).toBeUndefined()
      expect(store.save(draftOf({ title: '乙' }), 0, saved('起草'))).toBeUndefined()
      expect(store.save(draftOf({ id: 'd2' }), 1, saved('修改'))).toBeUndefined()
      expect(store.get('d1')).toMatchObject({ number: 2, outline: { title: '甲' } })
      expect(store.get('d2')).toBeUndefined()
    })

    it('lists drafts by their newest version, those saved last first', () => {
      const store = createStore()
      store.save(draftOf(), 0, saved('起草', 0))
      store.save(draftOf({ id: 'd2', year: 2025 }), 0, saved('起草', 1))
      store.save(draftOf({ title: '改' }), 1, saved('修改', 2))
      const { region } = draftOf()
      expect(store.list()).toEqual([
        { id: 'd1', region, year: 2024, title: '改', version: 2, savedAt: saved('', 2).savedAt },
        { id: 'd2', region, year: 2025, title: draftOf().title, version: 1, savedAt: saved('', 1).savedAt },
      ])
    })

    it('keeps a discarded draft out of sight, and gives it back as it was', () => {
      const store = createStore()
      store.save(draftOf(), 0, saved('起草', 0))
      store.save(draftOf({ title: '乙' }), 1, saved('修改', 1))
      store.save(draftOf({ id: 'd2' }), 0, saved('起草', 2))
      const before = { list: store.list(), one: store.get('d1'), versions: store.versions('d1') }
      expect(store.discard('none', '2026-01-02T00:00:00Z')).toBe(false)
      expect(store.discard('d1', '2026-01-02T00:00:00Z')).toBe(true)
      expect(store.discard('d1', '2026-01-03T00:00:00Z')).toBe(false)
      store.discard('d2', '2026-01-04T00:00:00Z')
      expect([store.list(), store.get('d1'), store.get('d1', 1), store.versions('d1')]).toEqual([
        [],
        undefined,
        undefined,
        [],
      ])
      expect(store.save(draftOf({ title: '丙' }), 2, saved('修改', 5))).toBeUndefined()
      expect(store.discarded()).toMatchObject([
        { id: 'd2', discardedAt: '2026-01-04T00:00:00Z' },
        { id: 'd1', title: '乙', version: 2, discardedAt: '2026-01-02T00:00:00Z' },
      ])
      expect([store.restore('d2'), store.restore('d1'), store.restore('d1')]).toEqual([true, true, false])
      expect({ list: store.list(), one: store.get('d1'), versions: store.versions('d1') }).toEqual(before)
      store.discard('d1', '2026-01-05T00:00:00Z')
      expect([store.remove('d1'), store.discarded(), store.restore('d1')]).toEqual([true, [], false])
    })

    it('forgets a draft with its versions and no other', () => {
      const store = createStore()
      store.save(draftOf(), 0, saved('起草'))
      store.save(draftOf({ id: 'd2' }), 0, saved('起草'))
      expect(store.remove('d1')).toBe(true)
      expect(store.get('d1')).toBeUndefined()
      expect(store.list().map(({ id }) => id)).toEqual(['d2'])
      expect(store.save(draftOf(), 0, saved('起草'))).toBe(1)
    })
  })
}
