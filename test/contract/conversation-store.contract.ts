import { describe, expect, it } from 'vitest'
import type { ConversationHead, ConversationStore, Turn } from '../../src/conversation/index.ts'

export function turn(question: string, part: Partial<Turn> = {}): Turn {
  return {
    question,
    understood: question,
    answerId: `answer of ${question}`,
    againOf: null,
    askedAt: '2026-01-01T00:00:00Z',
    ...part,
  }
}

const idsOf = (heads: readonly ConversationHead[]) => heads.map(({ id }) => id)

/** What every conversation store does, whatever it is made of. */
export function conversationStoreContract(name: string, createStore: () => ConversationStore): void {
  describe(`conversation store: ${name}`, () => {
    it('holds nothing at first, and knows nothing of an id', () => {
      const store = createStore()
      expect(store.list(10)).toEqual([])
      expect(store.get('c1')).toBeUndefined()
      expect(store.edit('c1', { title: '甲' })).toBe(false)
      expect(store.remove('c1')).toBe(false)
      expect(store.discard('c1', '2026-01-02T00:00:00Z')).toBe(false)
      expect(store.restore('c1')).toBe(false)
      expect(store.discarded()).toEqual([])
      expect(store.answerIdsOf('c1')).toEqual([])
    })

    it('gives back the turns exactly as they came, in order, under the first question as title', () => {
      const store = createStore()
      const turns = [
        turn('甲？'),
        turn('那乙呢', { understood: '乙𠮷？' }),
        turn('谢谢', { understood: null }),
        turn('甲？', { answerId: 'another', againOf: 'answer of 甲？' }),
      ]
      for (const one of turns) store.append('c1', one)
      store.append('c2', turn('别的'))
      expect(store.get('c1')).toMatchObject({
        id: 'c1',
        title: '甲？',
        isPinned: false,
        createdAt: '2026-01-01T00:00:00Z',
        turnCount: 4,
        turns,
      })
    })

    it('shortens a long question to a title without tearing a character', () => {
      const store = createStore()
      store.append('c1', turn('𠮷'.repeat(100)))
      expect(store.get('c1')?.title).toBe(`${'𠮷'.repeat(59)}…`)
    })

    it('lists pinned ones first, then those asked last', () => {
      const store = createStore()
      for (const id of ['c1', 'c2', 'c3']) store.append(id, turn(id))
      store.append('c1', turn('又'))
      expect(idsOf(store.list(10))).toEqual(['c1', 'c3', 'c2'])
      store.edit('c2', { isPinned: true })
      expect(idsOf(store.list(10))).toEqual(['c2', 'c1', 'c3'])
      expect(store.list(10)[1]).toMatchObject({ turnCount: 2, title: 'c1' })
    })

    it('is paged through without a gap or a repeat while questions come in', () => {
      const store = createStore()
      for (let at = 0; at < 7; at++) store.append(`c${at}`, turn(`c${at}`))
      store.edit('c2', { isPinned: true })
      const seen: string[] = []
      let page = store.list(3)
      while (page.length > 0) {
        seen.push(...idsOf(page))
        store.append('new', turn('new'))
        page = store.list(3, page.at(-1))
      }
      expect(seen).toEqual(['c2', 'c6', 'c5', 'c4', 'c3', 'c1', 'c0'])
    })

    it('changes what an edit names and nothing else', () => {
      const store = createStore()
      store.append('c1', turn('甲'))
      expect(store.edit('c1', { title: '乙' })).toBe(true)
      expect(store.get('c1')).toMatchObject({ title: '乙', isPinned: false })
      store.edit('c1', { isPinned: true })
      expect(store.get('c1')).toMatchObject({ title: '乙', isPinned: true })
      store.append('c1', turn('丙'))
      expect(store.get('c1')).toMatchObject({ title: '乙', isPinned: true, turnCount: 2 })
    })

    it('keeps a discarded conversation out of sight, and gives it back as it was', () => {
      const store = createStore()
      for (const id of ['c1', 'c2', 'c3']) store.append(id, turn(id))
      store.edit('c2', { title: '乙', isPinned: true })
      const before = { list: store.list(10), one: store.get('c2') }
      expect(store.discard('c2', '2026-01-02T00:00:00Z')).toBe(true)
      expect(store.discard('c2', '2026-01-03T00:00:00Z')).toBe(false)
      store.discard('c3', '2026-01-04T00:00:00Z')
      expect(store.get('c2')).toBeUndefined()
      expect(store.edit('c2', { title: '丙' })).toBe(false)
      expect(idsOf(store.list(10))).toEqual(['c1'])
      expect(store.discarded()).toMatchObject([
        { id: 'c3', discardedAt: '2026-01-04T00:00:00Z' },
        { id: 'c2', title: '乙', discardedAt: '2026-01-02T00:00:00Z', turnCount: 1 },
      ])
      expect(store.restore('c3')).toBe(true)
      expect(store.restore('c2')).toBe(true)
      expect(store.restore('c2')).toBe(false)
      expect({ list: store.list(10), one: store.get('c2') }).toEqual(before)
    })

    it('tells the answers of a conversation and forgets it, in the bin or not', () => {
      const store = createStore()
      store.append('c1', turn('甲'))
      store.append('c1', turn('乙'))
      store.append('c2', turn('丙'))
      store.discard('c1', '2026-01-02T00:00:00Z')
      expect(store.answerIdsOf('c1')).toEqual(['answer of 甲', 'answer of 乙'])
      expect(store.remove('c1')).toBe(true)
      expect([store.answerIdsOf('c1'), store.discarded(), store.restore('c1')]).toEqual([[], [], false])
      expect(idsOf(store.list(10))).toEqual(['c2'])
    })

    it('forgets a conversation with its turns and no other', () => {
      const store = createStore()
      store.append('c1', turn('甲'))
      store.append('c2', turn('乙'))
      expect(store.remove('c1')).toBe(true)
      expect(store.get('c1')).toBeUndefined()
      expect(idsOf(store.list(10))).toEqual(['c2'])
      store.append('c1', turn('丙'))
      expect(store.get('c1')?.turns).toEqual([turn('丙')])
    })
  })
}
