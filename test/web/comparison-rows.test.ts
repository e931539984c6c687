import { describe, expect, it } from 'vitest'
import { besideComparison, toComparisonRows } from '../../src/web/comparison-rows.ts'
import { answerWith } from './answer.ts'

const cell = { region: '甲市', year: 2021, document: null, sentences: [0], note: null }
const silent = { ...cell, year: 2022, sentences: [], note: '全文已检，未提及' }

describe('toComparisonRows', () => {
  it('sets years side by side, a place to a row', () => {
    const other = { ...cell, region: '乙市' }
    const { columns, rows } = toComparisonRows({
      regions: ['甲市', '乙市'],
      years: [2021, 2022],
      cells: [silent, cell, other],
      note: null,
    })
    expect(columns).toEqual(['2021年', '2022年'])
    expect(rows).toEqual([
      { name: '甲市', cells: [cell, silent] },
      { name: '乙市', cells: [other, null] },
    ])
  })

  it('gives every document a row when place and year do not tell them apart', () => {
    const annual = { ...cell, document: '工作要点' }
    const spanning = { ...cell, document: '三年计划', year: null }
    const { columns, rows } = toComparisonRows({
      regions: ['甲市'],
      years: [2021],
      cells: [annual, spanning],
      note: null,
    })
    expect(columns).toEqual([''])
    expect(rows.map(({ name }) => name)).toEqual(['甲市2021年《工作要点》', '甲市《三年计划》'])
  })
})

describe('besideComparison', () => {
  it('leaves the sentences that stand in no cell', () => {
    const sentence = (text: string) => ({ text, verdict: 'proven' as const, citations: [], checks: [] })
    const answer = answerWith({
      sentences: [sentence('甲'), sentence('相差5家')],
      comparison: { regions: ['甲市'], years: [2021, 2022], cells: [cell, silent], note: null },
    })
    expect(besideComparison(answer).map(({ text }) => text)).toEqual(['相差5家'])
    expect(besideComparison({ ...answer, comparison: null })).toHaveLength(2)
  })
})
