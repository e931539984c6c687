import { describe, expect, it } from 'vitest'
import { askedNoun, namesNoun } from '../../src/answer/question/asked-noun.ts'

describe('the noun that is asked for', () => {
  it.each([
    ['中巴车上有多少名乘客?', '乘客', true],
    ['全市要建成几家三级医院?', '三级医院', true],
    ['要买多少辆负压的救护车?', '救护车', true],
    ['那几件实事是啥?', '实事', true],
    ['要争取多少亿项目资金?', '项目资金', true],
    ['华中低温计量中心的创建人是谁?', '创建人', false],
    ['二期工程采用什么工艺?', '工艺', false],
    ['青岙站有几条线?', '线', true],
    ['该社初期的业务为何?', '业务', false],
    ['青岙岭古道的南端在哪里?', '南端', false],
  ])('%s', (asked, noun, isCounted) => {
    expect(askedNoun(asked)).toEqual({ noun, isCounted })
  })

  it.each(['签约率的目标是多少?', '什么时候完工?', '新院区几月份启用?', '要添多少辆新的啊?', '有哪些措施?'])(
    '%s names none',
    (asked) => {
      expect(askedNoun(asked)).toBeNull()
    },
  )

  it('is counted beside its figure, and less sure elsewhere', () => {
    const hospitals = { noun: '三级医院', isCounted: true }
    expect(namesNoun(hospitals, '全市三级医院总数达到35家以上')).toBe(1)
    expect(namesNoun(hospitals, '建成35家三级医院')).toBe(1)
    expect(namesNoun(hospitals, '建成1家老年医学科特色突出的三级医院')).toBe(0.5)
    expect(namesNoun(hospitals, '新增床位200张')).toBe(0)
  })

  it('is not counted by 一起 or 这一层', () => {
    const guests = { noun: '乘客', isCounted: true }
    expect(namesNoun(guests, '与另外两名司机一起把乘客接出')).toBe(0.5)
    expect(namesNoun({ noun: '漆面', isCounted: true }, '若这一层漆面脱落')).toBe(0.5)
    expect(namesNoun(guests, '车内有17名乘客')).toBe(1)
  })

  it('is named by the verb of an agent', () => {
    expect(namesNoun({ noun: '设计者', isCounted: false }, '该桥由赵某设计')).toBe(1)
  })
})
