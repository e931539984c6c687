import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import {
  areHomophones,
  bareName,
  clausesIn,
  findQuantities,
  findYears,
  lexicalPieces,
  noWords,
  parseChineseNumeral,
  sentencesIn,
  termsOf,
} from '../../src/text/index.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const slices = (text: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end))

describe('the normalised view', () => {
  it('is as long as the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normalisedView(text).length === text.length),
    )
  })

  it('is simplified, half-width and lower-case', () => {
    expect(normalisedView('衛生健康ＤＲＧ（試點）％')).toBe('卫生健康drg(试点)%')
  })
})

describe('sentences and clauses', () => {
  it('end at full stops and semicolons, with closing quotes kept, and at line breaks', () => {
    const text = '一是“建机制。”二是补短板；三是\n堵漏洞'
    expect(slices(text, sentencesIn(text, whole(text)))).toEqual([
      '一是“建机制。”二是补短板；',
      '三是',
      '堵漏洞',
    ])
  })

  it('are not cut inside brackets, book titles or numbers', () => {
    const text = '落实《甲,乙。丙》,投资1,200万元（含土建,设备）,完成4.5亿'
    expect(slices(text, clausesIn(text, whole(text)))).toEqual([
      '落实《甲,乙。丙》',
      '投资1,200万元（含土建,设备）',
      '完成4.5亿',
    ])
  })

  it('of any text lie inside it, in order, without overlap', () => {
    const soup = fc.string({
      unit: fc.constantFrom('甲', '。', '，', ',', '(', ')', '“', '”', '\n', '5', '.', '；', ' '),
    })
    fc.assert(
      fc.property(soup, (text) => {
        let last = 0
        for (const { start, end } of sentencesIn(text, whole(text))) {
          if (start < last || end <= start || end > text.length) return false
          last = end
        }
        return true
      }),
    )
  })
})

describe('figures', () => {
  it.each([
    ['达到35家以上', ['35家']],
    ['新增病床1.2万张', ['1.2万张']],
    ['增幅控制在5%以下', ['5%']],
    ['控制在8.5‰以下', ['8.5‰']],
    ['提升2个百分点', ['2个百分点']],
    ['完成投资3.65亿', ['3.65亿']],
    ['2022年底前完成', []],
    ['签约1,200人次', ['1,200人次']],
    ['百分之七十五以上', ['百分之七十五']],
  ])('of %s are %j', (text, expected) => {
    expect(findQuantities(text).map(({ figure, unit }) => figure + unit)).toEqual(expected)
  })
})

describe('years', () => {
  it.each([
    ['到2024年', [2024]],
    ['二〇二五年工作要点', [2025]],
    ['配备2000个点位', []],
    ['慈溪2022', [2022]],
    ['12345热线', []],
  ])('of %s are %j', (text, expected) => {
    expect(findYears(text).map(({ year }) => year)).toEqual(expected)
  })
})

describe('numerals', () => {
  it.each([
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['二〇二五', 2025],
    ['甲', undefined],
    ['', undefined],
  ])('%s is %s', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value)
  })
})

describe('terms', () => {
  it('are characters, bigrams and whole numbers, and no bigram crosses a gap', () => {
    expect(termsOf('卫生 室2.5万', noWords)).toEqual({
      character: ['卫', '生', '室', '2.5', '万'],
      bigram: ['卫生', '2.5'],
      word: ['2.5'],
    })
  })

  it('come from pieces of Han characters, numbers and Latin words', () => {
    expect(lexicalPieces('5g建设75%').map(({ text }) => text)).toEqual(['5g', '建设', '75'])
  })
})

describe('place names', () => {
  it.each([
    ['慈溪市', '慈溪'],
    ['内蒙古自治区', '内蒙古'],
    ['大理白族自治州', '大理'],
    ['新疆维吾尔自治区', '新疆'],
    ['巴音郭楞蒙古自治州', '巴音郭楞'],
    ['利州区', '利州'],
    ['泽县', '泽县'],
  ])('%s is %s for short', (name, bare) => {
    expect(bareName(name)).toBe(bare)
  })
})

describe('homophones', () => {
  it('sound alike and differ', () => {
    expect(areHomophones('珍', '诊')).toBe(true)
    expect(areHomophones('诊', '诊')).toBe(false)
    expect(areHomophones('业', '诊')).toBe(false)
  })
})
