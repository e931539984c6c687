import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relocate } from '../../src/citation/index.ts'

const OLDER = '一、基层。新增床位5张。二、托育。新增床位5张。新增托位9个。'
const rangeOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('a quotation in a newer version', () => {
  it.each<[string, string, { start: number; end: number }, string | 'changed', number]>([
    ['stands where it stood', OLDER, rangeOf(OLDER, '新增托位9个'), '新增托位9个', OLDER.indexOf('新增托位')],
    [
      'has moved',
      `前言。${OLDER}`,
      rangeOf(OLDER, '新增托位9个'),
      '新增托位9个',
      OLDER.indexOf('新增托位') + 3,
    ],
    ['is another figure', OLDER.replace('9个', '8个'), rangeOf(OLDER, '新增托位9个'), 'changed', -1],
    [
      'stands only in another sentence',
      '一、儿科新增托位8个。产科减少托位9个。',
      rangeOf(OLDER, '托位9个'),
      'changed',
      -1,
    ],
    ['is gone', '', rangeOf(OLDER, '新增托位9个'), 'changed', -1],
    [
      'stands twice and is told by what is around it',
      `序。${OLDER}`,
      rangeOf(OLDER, '新增床位5张', 12),
      '新增床位5张',
      OLDER.lastIndexOf('新增床位') + 2,
    ],
    ['stands twice with nothing around it', '床位床位', { start: 0, end: 0 }, 'changed', -1],
  ])('%s', (_, newer, quoted, words, start) => {
    const found = relocate(OLDER, quoted, newer)
    if (words === 'changed') expect(found).toEqual({ kind: 'changed' })
    else expect(found).toEqual({ kind: 'moved', range: { start, end: start + words.length } })
  })

  it('is never led to other words', () => {
    const words = fc.string({ unit: fc.constantFrom('床', '位', '5', '张', '。'), maxLength: 40 })
    fc.assert(
      fc.property(words, words, fc.nat(40), fc.nat(40), (older, newer, a, b) => {
        const quoted = { start: Math.min(a, b, older.length), end: Math.min(Math.max(a, b), older.length) }
        const found = relocate(older, quoted, newer)
        if (found.kind === 'changed') return
        expect(newer.slice(found.range.start, found.range.end)).toBe(older.slice(quoted.start, quoted.end))
      }),
    )
  })
})
