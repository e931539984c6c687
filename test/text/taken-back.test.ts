import { describe, expect, it } from 'vitest'
import { bracketsBack, takenBackBy, takesBack, takesBackEarlier } from '../../src/text/index.ts'

describe('a clause behind', () => {
  it.each([
    '此项指标不再考核',
    '我县暂不执行',
    '该项目已终止',
    '经核实不属实',
    '推迟至2025年',
    '后因故取消',
    '因经费不足未能实施',
    '县政府不予采纳',
    '但至今尚未落实',
  ])('takes back what stands in front of it: %s', (clause) => {
    expect(takesBackEarlier(clause)).toBe(true)
  })

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
  expect(takenBackBy('后因经费不足，该项工作搁置')).toBe('last')
  expect(takenBackBy('以上情况经核实，均不属实。')).toBe('all')
  expect(takenBackBy('2024年7月起改为300元')).toBe('last')
  expect(takenBackBy('本通知自2024年12月1日起废止')).toBe('all')
  expect(takenBackBy('1998年改为沥青路面时，有人收藏了石板')).toBeNull()
  expect(takenBackBy('以上任务年底前完成')).toBeNull()
  expect(takenBackBy('该项工作由县卫生健康局牵头')).toBeNull()
})

it('brackets take back the words in front of them, or say something else', () => {
  expect(bracketsBack('培训村医200人(暂缓)')).toBe('暂缓')
  expect(bracketsBack('培训村医200人（拟）')).toBe('拟')
  expect(bracketsBack('培训村医200人(含乡镇医生)')).toBeUndefined()
})

it.each(['该', '因', '该项目', '因经费', '本市', '取消', '现取消', '以上取消', '\u3000 '])(
  'is read in time that grows with its length: %s',
  (words) => {
    const clause = words.repeat(20_000 / words.length)
    const start = performance.now()
    expect([takesBackEarlier(clause), takenBackBy(clause), bracketsBack(clause)]).toHaveLength(3)
    expect(performance.now() - start).toBeLessThan(1000)
  },
)
