import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../src/lineage/index.ts'
import { noWords, type Segmenter } from '../../src/text/index.ts'

const pairs: Segmenter = { id: 'pairs', cut: (view) => view.match(/..?/gu) ?? [] }

describe('diffWords', () => {
  it('sets figures apart and keeps each side in its own script', () => {
    const parts = diffWords('簽約率達到75%以上', '签约率达到80%以上', pairs)
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', earlier: '75', later: '', isFigure: true },
      { kind: 'added', earlier: '', later: '80', isFigure: true },
    ])
    expect(parts.map(({ earlier }) => earlier).join('')).toBe('簽約率達到75%以上')
  })

  it('loses and adds no character of either text', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '加',
        '強',
        '强',
        '推',
        '进',
        '7',
        '5',
        '.',
        '%',
        '，',
        '。',
        ' ',
        '\n',
        'A',
        '𠮷',
        '（',
      ),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, text, fc.constantFrom(noWords, pairs), (earlier, later, segmenter) => {
        const parts = diffWords(earlier, later, segmenter)
        expect(parts.map((part) => part.earlier).join('')).toBe(earlier)
        expect(parts.map((part) => part.later).join('')).toBe(later)
      }),
    )
  })
})
