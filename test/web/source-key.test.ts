import { describe, expect, it } from 'vitest'
import { neighbourKey, openableCitations } from '../../src/web/source-key.ts'
import { answerWith, citationWith } from './answer.ts'

describe('openableCitations', () => {
  it('lists each source once in reading order, near misses last', () => {
    const answer = answerWith({
      sentences: [
        { text: '甲。', verdict: 'quoted', citations: [3, 1], checks: [] },
        { text: '乙。', verdict: 'proven', citations: [1, 2], checks: [] },
      ],
      citations: [1, 2, 3].map((id) => citationWith({ id })),
      near_misses: [{ why: '年份不同', citation: citationWith({ id: 9 }) }],
    })
    expect(openableCitations(answer).map(({ key }) => key)).toEqual(['3', '1', '2', 'n1'])
  })

  it('knows what else of the same document a sentence rests on', () => {
    const answer = answerWith({
      sentences: [
        { text: '到2024年，床位1.2万张。', verdict: 'quoted', citations: [1, 2, 3], checks: [] },
        { text: '乙。', verdict: 'quoted', citations: [4], checks: [] },
      ],
      citations: [
        citationWith({ id: 1 }),
        citationWith({ id: 2 }),
        citationWith({ id: 3, document_id: 'fedcba9876543210' }),
        citationWith({ id: 4 }),
      ],
    })
    const siblings = openableCitations(answer).map((one) => one.siblings.map(({ id }) => id))
    expect(siblings).toEqual([[2], [1], [], []])
  })

  it('gives no way to the source of a sentence that failed its proof', () => {
    const answer = answerWith({
      sentences: [{ text: '甲。', verdict: 'contradicted', citations: [1], checks: [] }],
      citations: [citationWith({ id: 1 })],
    })
    expect(openableCitations(answer)).toEqual([])
  })
})

describe('neighbourKey', () => {
  it('goes forward, back and round', () => {
    expect(neighbourKey(['1', '2', 'n1'], '1', 1)).toBe('2')
    expect(neighbourKey(['1', '2', 'n1'], 'n1', 1)).toBe('1')
    expect(neighbourKey(['1', '2', 'n1'], '1', -1)).toBe('n1')
  })

  it('starts at the first or the last when nothing is open', () => {
    expect(neighbourKey(['1', '2'], null, 1)).toBe('1')
    expect(neighbourKey(['1', '2'], null, -1)).toBe('2')
    expect(neighbourKey([], null, 1)).toBeUndefined()
  })
})
