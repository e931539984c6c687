import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../../src/citation/index.ts'

const TITLE = '松河县卫生健康局2024年工作要点'

function isSaid(text: string, claim: string): boolean {
  const evidence = prepareEvidence({ title: TITLE, text: `${TITLE}\n\n${text}` })
  return ['quoted', 'proven'].includes(checkClaim(claim, [evidence]).verdict)
}

describe('a year in front of a statement', () => {
  it.each([
    ['一、2023年工作回顾\n（一）培训村医200人。'],
    ['2023年主要成效：\n1.培训村医200人。'],
    ['2023年主要成效：1.新建卫生室12个；2.培训村医200人。'],
    ['2023年，全县卫生健康工作稳步推进。培训村医200人。'],
    ['（一）到2030年，主要目标如下：\n1.培训村医200人。'],
    ['（二）2025年工作打算。培训村医200人。'],
    ['一、去年工作\n培训村医200人。'],
    ['一、上年度完成情况\n培训村医200人。'],
    ['一、以前年度任务\n培训村医200人。'],
    ['一、前年工作\n培训村医200人。'],
    ['一、“十三五”工作情况\n培训村医200人。'],
    ['五、远期展望\n培训村医200人。'],
  ])('keeps the year of the title away: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
  })

  it.each([
    ['二、2024年目标\n（一）培训村医200人。'],
    ['二、主要目标\n（一）培训村医200人。'],
    ['2024年，全县卫生健康工作稳步推进。培训村医200人。'],
    ['一、2023年主要工作\n（一）新建卫生室12个。\n二、2024年主要任务\n（一）培训村医200人。'],
  ])('leaves it where it is the same, or another is named since: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(true)
  })
})

describe('a head that limits what stands under it', () => {
  it.each([
    ['不再开展以下工作：\n1.新建卫生室12个。\n2.培训村医200人。'],
    ['以下任务本年度不再执行：\n1.培训村医200人。'],
    ['下列任务不再执行：1.新建卫生室12个。2.培训村医200人。'],
    ['附件：已取消项目清单\n1.培训村医200人。'],
    ['四、备选项目\n1.培训村医200人。'],
    ['（三）建议事项\n1.培训村医200人。'],
    ['三、困难和问题\n1.培训村医200人。'],
    ['三、存在问题\n1.培训村医200人。'],
    ['外地经验：培训村医200人。'],
  ])('is not left out: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
    expect(isSaid(text, '培训村医200人。')).toBe(false)
  })

  it('is not left out of what is forbidden, word for word', () => {
    const text = '严禁下列行为：\n1.擅自提高收费标准。\n2.出租门诊科室。'
    expect(isSaid(text, '出租门诊科室。')).toBe(false)
    expect(isSaid(text, '松河县出租门诊科室。')).toBe(false)
  })

  it.each([
    ['（一）要做好以下工作：\n1.新建卫生室12个。\n2.培训村医200人。'],
    ['（一）着力解决突出问题\n1.培训村医200人。'],
    ['（一）办好人大代表建议\n1.培训村医200人。'],
    ['附件：重点项目清单\n1.培训村医200人。'],
    ['（一）严禁下列行为：\n1.擅自提高收费标准。\n（二）培训村医200人。'],
    ['我们要严禁以下行为：1.出租科室。2.超范围执业。要加强监管。培训村医200人。'],
    ['（一）深化改革。取消药品加成，培训村医200人。'],
  ])('reaches no further than its list: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(true)
  })
})

describe('what a text takes back', () => {
  it.each([
    ['培训村医200人（暂缓）。'],
    ['培训村医200人，此项取消。'],
    ['培训村医200人，后因故取消。'],
    ['培训村医200人。该项目已终止。'],
    ['培训村医200人。后因经费不足，该项工作搁置。'],
    ['1.培训村医200人。\n2.新建卫生室12个。\n以上任务暂缓实施。'],
    ['有观点认为，培训村医200人，县政府不予采纳。'],
    ['据反映，培训村医200人。经核实不属实。'],
    ['经费到位后，培训村医200人。'],
    ['经县政府批准后，培训村医200人。'],
    ['待资金落实，培训村医200人。'],
    ['培训村医200人，以资金到位为前提。'],
  ])('is not told as it stood: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
    expect(isSaid(text, '培训村医200人。')).toBe(false)
  })

  it.each([
    ['培训村医200人（含乡镇医生）。'],
    ['培训村医200人，取消手工报表。'],
    ['培训村医200人。该项工作由县卫生健康局牵头。'],
    ['培训村医200人。本年度暂停接种点新增审批。'],
    ['会议召开后，全县培训村医200人。'],
    ['培训村医200人；没有资质再申请的，不予批准。'],
  ])('is something else than what is taken back beside it: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(true)
  })

  it('is told with its condition', () => {
    expect(isSaid('经费到位后，培训村医200人。', '经费到位后，培训村医200人。')).toBe(true)
  })

  it('is no hundred where it is some hundreds', () => {
    expect(isSaid('培训村医数百人。', '松河县培训村医百人。')).toBe(false)
    expect(isSaid('培训村医数百人。', '松河县2024年培训村医100人。')).toBe(false)
    expect(isSaid('培训村医数百人。', '松河县2024年培训村医数百人。')).toBe(true)
  })
})

describe('a subject in front of a statement', () => {
  it.each([
    ['云桥市推行校医全覆盖，培训村医200人。'],
    ['学习云桥市经验。培训村医200人。'],
    ['平川镇：培训村医200人。'],
    ['三、任务分解\n（一）平川镇\n1.培训村医200人。'],
    ['县人民医院要扩大规模，培训村医200人。'],
    ['县妇幼保健院负责落实，培训村医200人。'],
  ])('is not replaced by the place of the document: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
  })

  it.each([
    ['全县要扩大规模，培训村医200人。'],
    ['县卫生健康局要提升能力，培训村医200人。'],
    ['松河县扩大规模，培训村医200人。'],
    ['三、任务分解\n（一）平川镇\n1.新建卫生室12个。\n（二）全县\n1.培训村医200人。'],
  ])('is the place of the document: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(true)
  })
})
