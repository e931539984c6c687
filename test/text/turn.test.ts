import { describe, expect, it } from 'vitest'
import { saysTurn, turnOf, turnsOf } from '../../src/text/index.ts'

describe('a head', () => {
  it.each([
    ['（二）严禁下列行为：', 'forbidden'],
    ['医疗机构不得有下列情形', 'forbidden'],
    ['禁止：', 'forbidden'],
    ['负面清单', 'forbidden'],
    ['以下任务本年度不再执行', 'withdrawn'],
    ['取消以下收费项目', 'withdrawn'],
    ['附件：已取消项目清单', 'withdrawn'],
    ['二、存在问题', 'complaint'],
    ['当前面临的主要困难和问题', 'complaint'],
    ['重点整治下列乱象', 'complaint'],
    ['备选项目', 'undecided'],
    ['建议事项', 'undecided'],
    ['下列机构可以不配备救护车', 'qualified'],
    ['不得低于以下标准', 'qualified'],
    ['符合下列条件的机构', 'qualified'],
    ['严禁下列行为，一经发现严肃处理：', 'forbidden'],
    ['着力解决以下问题：', 'complaint'],
    ['职业健康现状和问题', 'complaint'],
    ['四、工作建议', 'undecided'],
    ['未开工项目', 'withdrawn'],
    ['外地经验', 'elsewhere'],
    ['修订前', 'withdrawn'],
    ['方案一', 'undecided'],
    ['常见误区', 'untrue'],
    ['演练情景一', 'imagined'],
    ['群众诉求：', 'reported'],
    ['申报条件：', 'qualified'],
  ] as const)('turns round what stands under it: %s', (head, turn) => {
    expect(turnOf(head.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'))).toBe(turn)
  })

  it.each([
    '重点做好以下工作',
    '严禁违规收费',
    '取消药品加成',
    '着力解决突出问题',
    '完成下列任务',
    '问题整改',
    '办理代表建议',
    '储备隔离场所',
    '推广三明医改经验',
    '组织应急演练',
    '拓展应用场景',
    '畅通投诉举报渠道：',
    '实施方案',
    '改善办学条件',
    '贯彻落实指导意见',
    '标准化原文库建设',
    '消除事故隐患',
    '补短板强弱项',
    '打击违法行为',
    '坚持问题导向，做好以下工作：',
    '做好人民建议征集工作：',
  ])('leaves what stands under it as it is: %s', (head) => {
    expect(turnOf(head)).toBeNull()
  })
})

it('a head may turn its items round in several ways, each of which a sentence may say itself', () => {
  const turns = turnsOf('有下列情形之一的，不予批准:')
  expect(turns).toEqual(['withdrawn', 'complaint', 'qualified'])
  const told = '有出租科室等情形、存在隐患的，不予批准'
  expect(turns.filter((turn) => !saysTurn(turn, told))).toEqual([])
  expect(turns.filter((turn) => !saysTurn(turn, '批准设立门诊'))).toEqual(turns)
})
