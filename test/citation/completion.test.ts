import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const accepts = (title: string, text: string) => {
  const evidence = [prepareEvidence({ title, text })]
  return (claim: string) => ['quoted', 'proven'].includes(checkClaim(claim, evidence).verdict)
}

describe('a noun that the text leaves to its context', () => {
  const lamps = accepts(
    '关于东路路灯不亮问题的答复',
    '该路段共有路灯126盏，因电缆被盗导致其中48盏不亮，目前41盏恢复照明，剩余7盏预计9月15日前修复。受理举报236件，办结率98.4%，查处案件12起，罚款金额30万元。改造学校5个、医院3个，2个已完工。',
  )
  it.each([
    '目前41盏路灯恢复照明',
    '目前恢复照明的路灯有41盏',
    '剩余7盏路灯预计9月15日前修复',
    '举报办结率98.4%',
    '案件罚款金额30万元',
  ])('may be filled in: %s', (claim) => {
    expect(lamps(claim)).toBe(true)
  })
  it.each([
    '目前48盏路灯恢复照明',
    '目前41盏电缆恢复照明',
    '7盏路灯恢复照明',
    '案件办结率98.4%',
    '举报罚款金额30万元',
    '2个学校已完工',
    '2个医院已完工',
  ])('is never that of another figure or of another thing counted: %s', (claim) => {
    expect(lamps(claim)).toBe(false)
  })

  it('is that of the title where the text speaks of nothing else', () => {
    const text = '公租房申请人应当具有本市户籍。今年第二批房源共620套，将于10月中旬摇号。'
    const housing = accepts('关于公租房申请条件的答复', text)
    expect(housing('今年第二批公租房房源共620套')).toBe(true)
    expect(housing('今年第一批公租房房源共620套')).toBe(false)
  })

  it('is not that of the title where another has been named', () => {
    const bridge = accepts(
      '甲河大桥项目进展',
      '甲河大桥项目今年3月开工。乙河大桥项目6月开工，总投资5亿元，工期3年。',
    )
    expect(bridge('甲河大桥总投资5亿元')).toBe(false)
    expect(bridge('甲河大桥项目工期3年')).toBe(false)
  })
})
