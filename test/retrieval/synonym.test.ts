import { describe, expect, it } from 'vitest'
import { ALTERNATIVES } from '../../src/retrieval/index.ts'

describe('what else may be said for a word', () => {
  it.each([
    ['村医', '乡村医生'],
    ['乡村医生', '村医'],
    ['两癌', '宫颈癌'],
    ['民族医药', '藏医药'],
    ['医改', '综合改革'],
  ])('finds for %s also %s', (asked, said) => {
    expect(ALTERNATIVES.get(asked)).toContain(said)
  })

  it.each([
    ['宫颈癌', '乳腺癌'],
    ['宫颈癌', '两癌'],
    ['苗医药', '藏医药'],
    ['藏医药', '民族医药'],
    ['综合改革', '医改'],
    ['职业病', '职业健康'],
  ])('does not take the kind %s for %s', (asked, other) => {
    expect(ALTERNATIVES.get(asked) ?? []).not.toContain(other)
  })

  it('never names a word as its own alternative', () => {
    for (const [word, others] of ALTERNATIVES) expect(others).not.toContain(word)
  })
})
