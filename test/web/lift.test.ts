import { describe, expect, it } from 'vitest'
import { liftsOf } from '../../src/web/lift.ts'
import { answerWith } from './answer.ts'

function labelsFor(reason: string, part: { regions?: string[]; years?: number[] }) {
  const base = answerWith()
  const interpreted = { ...base.interpreted, ...part }
  return liftsOf({ ...base, interpreted, refusal: { reason, message: '' } })
}

describe('liftsOf', () => {
  it('names the condition that left nothing over, and keeps the others', () => {
    expect(labelsFor('year_not_in_corpus', { regions: ['甲市'], years: [2019] })).toEqual([
      {
        condition: '年份“2019年”',
        label: '不限年份再查',
        filters: { regions: ['甲市'], years: [], document_kinds: [] },
      },
    ])
  })

  it('offers every condition when nothing was found under all of them', () => {
    const lifts = labelsFor('not_found', { regions: ['甲市'], years: [2019] })
    expect(lifts.map(({ label }) => label)).toEqual(['不限地区再查', '不限年份再查'])
  })

  it('offers nothing where no condition is to blame', () => {
    expect(labelsFor('not_found', {})).toEqual([])
    expect(labelsFor('out_of_scope', { years: [2019] })).toEqual([])
    expect(liftsOf(answerWith())).toEqual([])
  })
})
