import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFigure, isAccepted, withAnotherDigit } from '../../evals/proof/altered.ts'
import { prepareEvidence } from '../../src/citation/index.ts'

const RUNS = 60
const OTHER = prepareEvidence({ title: '另一份通知', text: '组织义诊活动12场，全市新增床位300张。' })

describe('a true sentence of a real text', () => {
  it('is accepted, and not when a digit of it is another, however the digit is written', () => {
    fc.assert(
      fc.property(anyFigure, ({ from: { title, sentence }, place, by }) => {
        const evidence = [prepareEvidence({ title, text: sentence })]
        expect(isAccepted(sentence, evidence)).toBe(true)
        expect(isAccepted(withAnotherDigit(sentence, place, by), evidence)).toBe(false)
      }),
      { numRuns: RUNS },
    )
  })

  it('is accepted whatever the order of the texts it is held against', () => {
    fc.assert(
      fc.property(anyFigure, ({ from: { title, sentence } }) => {
        const own = prepareEvidence({ title, text: sentence })
        const told = sentence.replace(/加强/u, '强化')
        const isFirst = isAccepted(told, [own, OTHER])
        expect(isAccepted(told, [OTHER, own])).toBe(isFirst)
        expect(isFirst).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
