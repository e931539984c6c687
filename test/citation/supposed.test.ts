import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const RULES = prepareEvidence({
  title: '关于校园服务管理的规定',
  text:
    '选修课累计缺课达到6次的，取消考试资格；连续两次取消考试资格的，编入下一年级学习。' +
    '对拒不缴纳费用的用户，停止供应热水。如遇设备检修，车站可以暂停售票。收运单位应当每日收运一次，收运车辆应当密闭。' +
    '完善应急预案，加强夜间演练，开展采样培训。建设数据共享应用平台，推动数据创新应用。',
})

function verdictOf(claim: string): string {
  return checkClaim(claim, [RULES]).verdict
}

describe('what follows from another case', () => {
  it.each([
    '连续两次取消考试资格的，取消考试资格。',
    '选修课累计缺课达到6次的，编入下一年级学习。',
    '如遇设备检修，停止供应热水。',
    '对拒不缴纳费用的用户，车站可以暂停售票。',
  ])('is not proven of this one: %s', (claim) => expect(verdictOf(claim)).not.toBe('proven'))
})

describe('a case that a rule supposes', () => {
  it.each([
    '连续两次取消考试资格。',
    '选修课累计缺课达到6次。',
    '用户拒不缴纳费用。',
    '停止供应热水。',
    '设备检修。',
  ])('is not told as a fact, nor what follows without it: %s', (claim) =>
    expect(verdictOf(claim)).not.toBe('proven'),
  )
})

describe('a word in general put for a word of the original', () => {
  it.each(['开展应急预案。', '加强采样培训。', '开展夜间演练。', '收运单位应当密闭。', '建设数据共享应用。'])(
    'makes another statement: %s',
    (claim) => expect(verdictOf(claim)).not.toBe('proven'),
  )
})

describe('a sentence with half of a character in it', () => {
  it.each(['车站\ud800可以暂停售票。', '\udfff', '《\ud800》规定，收运单位应当每日收运一次\udc00。'])(
    'is judged like any other: %j',
    (claim) => expect(verdictOf(claim)).toBe('unproven'),
  )
})
