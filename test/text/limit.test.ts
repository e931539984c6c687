import { describe, expect, it } from 'vitest'
import { takenBackBy, takesBack, takesBackEarlier, turnOf } from '../../src/text/index.ts'

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
  ] as const)('turns round what stands under it: %s', (head, turn) => {
    expect(turnOf(head.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'))).toBe(turn)
  })

  it.each([
    '重点做好以下工作',
    '严禁违规收费',
    '取消药品加成',
    '着力解决突出问题',
    '不得低于以下标准',
    '完成下列任务',
    '问题整改',
    '办理代表建议',
    '储备隔离场所',
  ])('leaves what stands under it as it is: %s', (head) => {
    expect(turnOf(head)).toBeNull()
  })
})

describe('a clause behind', () => {
  it.each(['此项指标不再考核', '我县暂不执行', '该项目已终止', '经核实不属实', '推迟至2025年'])(
    'takes back what stands in front of it: %s',
    (clause) => {
      expect(takesBackEarlier(clause)).toBe(true)
    },
  )

  it.each(['取消药品加成', '报销比例调整至70%', '暂停手续办结率达到100%', '条件不成熟的不再推进'])(
    'says something else: %s',
    (clause) => {
      expect(takesBackEarlier(clause)).toBe(false)
    },
  )

  it('with a subject of its own takes back only itself', () => {
    expect(takesBack('原计划新增床位500张的任务取消')).toBe(true)
    expect(takesBackEarlier('原计划新增床位500张的任务取消')).toBe(false)
  })
})

it('a sentence takes back the last one or all before it', () => {
  expect(takenBackBy('该项目已终止')).toBe('last')
  expect(takenBackBy('以上任务暂缓实施')).toBe('all')
  expect(takenBackBy('以上任务年底前完成')).toBeNull()
})
