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

describe('how several things may not be done', () => {
  const text =
    '任何单位不得擅自占用、改变道路用途。企业不得强制摊派或者收取押金。未按规定登记、公示信息的，不予受理。用人单位不得扣押劳动者证件或者收取押金。'
  it.each(['任何单位不得改变道路用途', '企业不得收取押金', '未公示信息的，不予受理'])(
    'is never left out with the first of them: %s',
    (claim) => {
      expect(isAccepted(claim, text)).toBe(false)
    },
  )

  it('says nothing against one of two that are forbidden alike', () => {
    expect(isAccepted('用人单位不得收取押金', text)).toBe(true)
  })
})

describe('words that change places', () => {
  const text =
    '事发单位应当立即向所在地区生态环境部门报告，区生态环境部门核实后应在2小时内报告市生态环境局，不得迟报。全年接待游客913.6万人次，比上年增长28.4%，旅游总花费71.2亿元，增长33.9%。市发展改革委会同市统计局、市财政局制定办法。'
  it.each([
    '市生态环境局核实后应在2小时内报告区生态环境部门',
    '区生态环境部门核实后应在2小时内报告区生态环境局',
    '旅游总花费增长28.4%',
    '市财政局制定办法',
    '市统计局会同市发展改革委制定办法',
    '增长28.4%的是旅游总花费',
  ])('give no predicate to another subject: %s', (claim) => {
    expect(isAccepted(claim, text)).toBe(false)
  })
})
