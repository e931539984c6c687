import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const isAccepted = (claim: string, text: string, title = '临水市突发环境事件应急预案') =>
  ['quoted', 'proven'].includes(checkClaim(claim, [prepareEvidence({ title, text })]).verdict)

describe('how a thing is done, where it is denied or forbidden', () => {
  const text =
    '8个市未及时拨付补助资金。各单位未严格执行会议制度。企业不得大幅提高价格。未经县级或市级人民政府批准的，不得开工。'
  it.each([
    '8个市未拨付补助资金',
    '各单位未执行会议制度',
    '企业不得提高价格',
    '市级人民政府批准的，不得开工',
    '未经县级人民政府批准的，不得开工',
  ])('is never left out: %s', (claim) => {
    expect(isAccepted(claim, text)).toBe(false)
  })

  it('is left out where the thing itself is done', () => {
    expect(isAccepted('各县建立台账', '各县及时建立台账，定期更新。')).toBe(true)
  })
})

describe('words that change places', () => {
  const text =
    '事发单位应当立即向所在地区生态环境部门报告，区生态环境部门核实后应在2小时内报告市生态环境局，不得迟报。全年接待游客913.6万人次，比上年增长28.4%，旅游总花费71.2亿元，增长33.9%。'
  it.each([
    '市生态环境局核实后应在2小时内报告区生态环境部门',
    '区生态环境部门核实后应在2小时内报告区生态环境局',
    '旅游总花费增长28.4%',
    '增长28.4%的是旅游总花费',
  ])('give no predicate to another subject: %s', (claim) => {
    expect(isAccepted(claim, text)).toBe(false)
  })
})
