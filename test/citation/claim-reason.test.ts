import { describe, expect, it } from 'vitest'
import { handPairs } from '../../evals/proof/hand-pairs.ts'
import { isNamed } from '../../evals/proof/score.ts'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const BUDGET = prepareEvidence({
  title: '关于临江市2024年预算执行情况的报告',
  text: [
    '2024年，全市税收收入197.2亿元，增长4.7%，占一般公共预算收入的73.3%以上。',
    '教育部门应当公开收费标准，不得收取押金。启动县级医院改造，全部乡镇开通网上挂号。',
    '力争工业用电量下降3%。市财政局负责拨付资金，市审计局开展专项审计。',
  ].join('\n'),
})

const reasonsFor = (text: string) =>
  checkClaim(text, [BUDGET]).checks.flatMap(({ kind, value, ok }) => (ok ? [] : [`${kind} ${value}`]))

describe('the reasons for a claim that is not accepted', () => {
  it.each([
    ['number 198.2亿元', '2024年全市税收收入198.2亿元。'],
    ['unit 197.2万元', '2024年全市税收收入197.2万元。'],
    ['comparator 73.3%以下', '2024年，全市税收收入197.2亿元，占一般公共预算收入的73.3%以下。'],
    ['direction 下降', '2024年，全市税收收入197.2亿元，下降4.7%。'],
    ['year 2023年', '2023年，全市税收收入197.2亿元。'],
    ['region 全省', '2024年，全省税收收入197.2亿元。'],
    ['obligation 可以', '教育部门可以公开收费标准。'],
    ['obligation 可以', '教育部门可以收取押金。'],
    ['status 完成', '完成县级医院改造。'],
    ['scope 部分', '启动县级医院改造，部分乡镇开通网上挂号。'],
    ['polarity 未', '未启动县级医院改造。'],
    ['hedge 力争', '工业用电量下降3%。'],
    ['addition 并取得明显成效', '启动县级医院改造，并取得明显成效。'],
    ['omission 市审计局', '市财政局负责拨付资金，开展专项审计。'],
    ['stitched 启动县级医院改造，增长4.7%。', '启动县级医院改造，增长4.7%。'],
    ['source 《临江市2023年工作要点》', '《临江市2023年工作要点》提出，启动县级医院改造。'],
  ])('name %s', (reason, text) => {
    expect(reasonsFor(text)).toContain(reason)
  })

  it('name the changed words in nine of ten claims made false by hand', () => {
    const refuted = handPairs()
      .filter(({ changed }) => changed !== undefined && changed.length > 0)
      .filter((_, at) => at % 6 === 0)
      .map((claim) => ({ claim, checked: checkClaim(claim.text, claim.evidence.map(prepareEvidence)) }))
      .filter(({ checked: { verdict } }) => verdict === 'contradicted' || verdict === 'unproven')
    const told = refuted.filter(({ claim, checked }) => isNamed(claim, checked.checks))
    expect(refuted.length).toBeGreaterThan(150)
    expect(told.length / refuted.length).toBeGreaterThanOrEqual(0.9)
  })
})
