import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const TEXTS = {
  fund: [
    '临泽市住房公积金2024年年度报告',
    '2024年，16.8万名缴存职工提取住房公积金71.52亿元，提取额占当年缴存额的72.53%，比上年增加3.1个百分点。',
  ],
  bulletin: [
    '临泽市2023年国民经济和社会发展统计公报',
    '全年规模以上工业企业实现利润总额214.8亿元，比上年下降9.3%。全市居民人均可支配收入29846元，城乡居民收入比由上年的2.31缩小到2.25。',
  ],
  report: [
    '2024年临泽市政府工作报告',
    '一年来，我们新开工改造老旧小区186个；新增普惠性托位3100个。今年计划新建口袋公园30个。',
  ],
  summary: ['临泽市2024年工作总结', '一年来，我们新开工改造老旧小区186个。'],
} as const

function isAccepted(name: keyof typeof TEXTS, claim: string): boolean {
  const [title, text] = TEXTS[name]
  return /^(?:quoted|proven)$/u.test(checkClaim(claim, [prepareEvidence({ title, text })]).verdict)
}

describe('a year that a text names by its distance', () => {
  it.each([
    ['fund', '2024年提取额占当年缴存额的比重比2023年增加3.1个百分点。'],
    ['bulletin', '2022年临泽市城乡居民收入比为2.31。'],
    ['bulletin', '2023年的城乡居民收入比为2.25。'],
    ['bulletin', '临泽市城乡居民收入比由2022年的2.31缩小到2023年的2.25。'],
    ['bulletin', '与2022年相比，临泽市2023年规模以上工业企业利润总额下降9.3%。'],
    ['report', '2023年临泽市新开工改造老旧小区186个。'],
    ['report', '2023年临泽市新增普惠性托位3100个。'],
  ] as const)('%s: is that year: %s', (name, claim) => {
    expect(isAccepted(name, claim)).toBe(true)
  })

  it.each([
    ['fund', '2024年提取额比2023年增加3.1个百分点。'],
    ['fund', '2024年提取额占当年缴存额的比重比2022年增加3.1个百分点。'],
    ['bulletin', '2022年临泽市城乡居民收入比为2.25。'],
    ['bulletin', '2023年临泽市城乡居民收入比为2.31。'],
    ['bulletin', '2021年临泽市城乡居民收入比为2.31。'],
    ['bulletin', '临泽市城乡居民收入比由2021年的2.31缩小到2022年的2.25。'],
    ['bulletin', '与2021年相比，临泽市2023年规模以上工业企业利润总额下降9.3%。'],
    ['report', '2024年临泽市新开工改造老旧小区186个。'],
    ['report', '2022年临泽市新增普惠性托位3100个。'],
    ['report', '2023年临泽市新建口袋公园30个。'],
    ['summary', '2023年临泽市新开工改造老旧小区186个。'],
  ] as const)('%s: is no other: %s', (name, claim) => {
    expect(isAccepted(name, claim)).toBe(false)
  })
})
