import { describe, expect, it } from 'vitest'
import { readText } from '../reader.ts'

function enumerated(paragraph: string): readonly (readonly string[])[] {
  const text = `2024年工作要点\n一、工作\n${paragraph}`
  return readText(text).enumerations.map(({ items }) => items.map(({ start, end }) => text.slice(start, end)))
}

function assigned(paragraph: string): readonly string[] {
  const text = `2024年工作要点\n一、工作\n${paragraph}`
  return readText(text).assignments.map(
    ({ kind, start, end, words }) =>
      `${kind} ${text.slice(start, end)} → ${text.slice(words.start, words.end)}`,
  )
}

describe('an enumeration', () => {
  it.each([
    ['一是新增床位；二是新增托位。加强领导。', ['一是新增床位', '二是新增托位']],
    ['要做到：一要新增床位。二要新增托位。', ['一要新增床位', '二要新增托位']],
    ['首先，新增床位；其次，新增托位；最后，验收。', ['首先，新增床位', '其次，新增托位', '最后，验收']],
    ['做到：（1）新增床位；（2）新增托位。', ['（1）新增床位', '（2）新增托位']],
    ['包括①新增床位、②新增托位。', ['①新增床位', '②新增托位']],
  ])('of %j has its items', (paragraph, items) => {
    expect(enumerated(paragraph)).toEqual([items])
  })

  it.each([
    '一是新增床位。',
    '二是新增托位；三是验收。',
    '统一是非标准，第一、二季度完成。',
    '新增（1）类和（3）类。',
  ])('is not seen in %j', (paragraph) => {
    expect(enumerated(paragraph)).toEqual([])
  })
})

describe('an assignment', () => {
  it.each([
    [
      '新增床位。（责任单位：县卫生健康局、县医保局；完成时限：2024年6月底）',
      [
        'responsible 责任单位：县卫生健康局、县医保局 → 县卫生健康局、县医保局',
        'deadline 完成时限：2024年6月底 → 2024年6月底',
      ],
    ],
    [
      '新增床位。\n牵头科室：医政科 配合科室：规划科\n完成时间：12月底前',
      [
        'lead 牵头科室：医政科 → 医政科',
        'responsible 配合科室：规划科 → 规划科',
        'deadline 完成时间：12月底前 → 12月底前',
      ],
    ],
    [
      '新增床位。（市卫生健康委牵头，市医保局、市财政局按职责分工负责）',
      [
        'lead 市卫生健康委牵头 → 市卫生健康委',
        'responsible 市医保局、市财政局按职责分工负责 → 市医保局、市财政局',
      ],
    ],
  ])('of %j names the bodies and the time', (paragraph, expected) => {
    expect(assigned(paragraph)).toEqual(expected)
  })

  it.each(['落实主体责任，压实单位责任。', '推进工作（由专人负责）。', '明确牵头单位和完成时限。'])(
    'is not seen in %j',
    (paragraph) => {
      expect(assigned(paragraph)).toEqual([])
    },
  )
})
