import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSlots } from '../../src/retrieval/index.ts'

describe('bestSlots', () => {
  it('equals sorting everything, whatever the scores, ties, filter and k', () => {
    const slot = fc.record({
      score: fc.integer({ min: -3, max: 3 }),
      isAccepted: fc.boolean(),
      id: fc.nat(999),
    })
    fc.assert(
      fc.property(fc.uniqueArray(slot, { selector: (s) => s.id, maxLength: 40 }), fc.nat(45), (slots, k) => {
        const idOf = (i: number) => String(slots[i]?.id).padStart(3, '0')
        const scores = Float64Array.from(slots, (each) => each.score)
        const accepts = (i: number) => slots[i]?.isAccepted === true
        const sorted = [...slots.keys()]
          .filter(accepts)
          .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (idOf(a) < idOf(b) ? -1 : 1))
        expect(bestSlots({ scores, accepts, idOf }, k)).toEqual(sorted.slice(0, k))
      }),
    )
  })

  it('gives nothing for a k that asks for nothing', () => {
    const ranking = { scores: Float64Array.of(1, 2), accepts: () => true, idOf: String }
    for (const k of [0, -1, Number.NaN]) expect(bestSlots(ranking, k)).toEqual([])
  })
})
