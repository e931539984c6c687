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

describe('what a text does not say for itself', () => {
  it.each([
    ['演练情景：培训村医200人。'],
    ['示例：培训村医200人。'],
    ['填写样例如下：\n培训村医200人。'],
    ['谣言：培训村医200人。真相：培训村医20人。'],
    ['错误做法：\n1.培训村医200人。'],
    ['原规定：培训村医200人。现规定：培训村医20人。'],
    ['修订前：培训村医200人。'],
    ['群众诉求：培训村医200人。答复：暂不具备条件。'],
    ['方案一：培训村医200人。方案二：培训村医20人。'],
    ['评分标准：\n1.培训村医200人。'],
    ['所谓“培训村医200人”的说法不准确。'],
    ['“培训村医200人”的消息不属实。'],
    ['培训村医200人？尚无定论。'],
    ['要么新建卫生室12个，要么培训村医200人。'],
    ['只要经费落实，培训村医200人。'],
    ['培训村医200人，后经调整为20人。'],
    ['培训村医200人。2024年7月起改为20人。'],
    ['培训村医200人。此数有误。'],
    ['培训村医200人。对此，县卫生健康局予以否认。'],
    ['1.培训村医200人。\n2.新建卫生室12个。\n第一项任务暂不实施。'],
    ['培训村医200人，但因经费不足未实施。'],
    ['培训村医200人，结果仅培训20人。'],
    ['培训村医200人，纯属虚构。'],
    ['培训村医200人。这是谣言。'],
    ['培训村医200人。\n本通知自2024年12月1日起废止。'],
    ['会议否决了以下提案：培训村医200人。'],
    ['会议讨论以下议题：\n1.培训村医200人。'],
    ['被检查单位意见：培训村医200人。核实：培训村医20人。'],
    ['废标情形：培训村医200人。'],
    ['预测到2030年，培训村医200人。'],
    ['据不实传言，培训村医200人。'],
    ['培训村医200人。（以上为示例）'],
  ])('is not told as its word: %j', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
    expect(isSaid(text, '培训村医200人。')).toBe(false)
  })

  it.each([
    ['（一）组织应急演练\n1.培训村医200人。'],
    ['（一）打造应用场景\n1.培训村医200人。'],
    ['（一）改善办医条件\n1.培训村医200人。'],
    ['（一）畅通投诉举报渠道\n1.培训村医200人。'],
    ['会议强调，“培训村医200人。”'],
    ['（一）推广三明经验\n1.培训村医200人。'],
  ])('is told where it is: %j', (text) => {
    expect(isSaid(text, '培训村医200人。')).toBe(true)
  })

  it('is told with the head that says so', () => {
    expect(isSaid('原规定：培训村医200人。', '原规定：培训村医200人。')).toBe(true)
  })
})

describe('a label that says of whom or when', () => {
  it.each([
    ['农村学校：每校配备校医2名。城区学校：每校配备校医4名。', '每校配备校医4名。'],
    ['（一）灵活就业人员\n每人缴费300元。', '每人缴费300元。'],
    ['周末：门诊开放2小时。工作日：门诊开放8小时。', '门诊开放8小时。'],
  ])('is not left out: %j', (text, claim) => {
    expect(isSaid(text, claim)).toBe(false)
  })

  it('is told with what stands under it', () => {
    expect(isSaid('城区学校：每校配备校医4名。', '城区学校：每校配备校医4名。')).toBe(true)
  })
})

describe('a figure of a part of the year', () => {
  it.each([
    ['2024年上半年，培训村医200人。'],
    ['前三季度，培训村医200人。'],
    ['1—9月，培训村医200人。'],
    ['截至9月底，培训村医200人。'],
    ['一季度培训村医200人。'],
  ])('is not told of the year: %s', (text) => {
    expect(isSaid(text, '松河县2024年培训村医200人。')).toBe(false)
    expect(isSaid(text, '全年培训村医200人。')).toBe(false)
  })

  it('is told of that part', () => {
    expect(isSaid('2024年上半年，培训村医200人。', '2024年上半年，培训村医200人。')).toBe(true)
    expect(isSaid('一季度培训村医20人，全年培训村医200人。', '全年培训村医200人。')).toBe(true)
  })
})

describe('a statement that a label gives to somebody, or to a problem', () => {
  it.each([
    ['委员发言：培训村医200人。'],
    ['问题1：培训村医200人。'],
    ['未采纳意见\n培训村医200人。'],
    ['（一）不予采纳的意见\n培训村医200人。'],
    ['培训村医200人。（×）'],
    ['1.培训村医200人（错误）'],
  ])('is no statement of the text: %j', (text) => {
    expect(isSaid(text, '培训村医200人。')).toBe(false)
  })

  it.each([['8:30开始，培训村医200人。'], ['采纳的意见\n培训村医200人。']])(
    'is one without it: %j',
    (text) => {
      expect(isSaid(text, '培训村医200人。')).toBe(true)
    },
  )
})
