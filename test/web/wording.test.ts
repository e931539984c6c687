import { describe, expect, it } from 'vitest'
import { exchange } from '../../src/web/filter.ts'
import {
  checkText,
  chipName,
  millisecondsLabel,
  percentLabel,
  periodLabel,
  yearsLabel,
} from '../../src/web/wording.ts'
import { citationWith } from './answer.ts'

describe('wording', () => {
  it('names a chip by title and path', () => {
    expect(chipName(citationWith(), '出处1')).toBe('出处1：倍增三年行动计划，三、主要任务 › （二）扩容')
    expect(chipName(citationWith({ page: 3 }), '出处1')).toMatch(/，第3页$/u)
  })

  it('joins years only when none is missing between them', () => {
    expect(yearsLabel([2022])).toBe('2022年')
    expect(yearsLabel([2024, 2022, 2023])).toBe('2022—2024年')
    expect(yearsLabel([2021, 2023])).toBe('2021、2023年')
    expect(periodLabel(null)).toBe('未载明')
  })

  it('says in words what a check found', () => {
    const check = { kind: 'span', value: '4bb14ad8691287df:1-9', ok: true, note: '2022年工作要点' }
    expect(checkText(check)).toBe('出处在《2022年工作要点》之中')
    expect(checkText({ kind: 'source', value: '青岛市2022年：', ok: true, note: '与文件一致' })).toBe(
      '来源“青岛市2022年”：与文件一致',
    )
    expect(checkText({ kind: 'number', value: '60家', ok: false, note: '' })).toBe('数字“60家”：不符')
    expect(checkText({ kind: 'unheard', value: '甲', ok: true, note: '已比对' })).toBe('核对“甲”：已比对')
  })

  it('never rounds a coverage up to 100 %', () => {
    expect(percentLabel(1)).toBe('100%')
    expect(percentLabel(0.99999)).toBe('99.99%')
  })

  it('adds up the steps when there is no total', () => {
    expect(millisecondsLabel({ find: 10, prove: 8.6 })).toBe('19 毫秒')
    expect(millisecondsLabel({ find: 10, total: 1530 })).toBe('1.5 秒')
  })
})

describe('exchange', () => {
  it('changes, adds and takes away one value', () => {
    expect(exchange(['甲', '乙'], '甲', '丙')).toEqual(['丙', '乙'])
    expect(exchange(['甲'], undefined, '乙')).toEqual(['甲', '乙'])
    expect(exchange(['甲', '乙'], '乙', undefined)).toEqual(['甲'])
    expect(exchange(['甲', '乙'], '甲', '乙')).toEqual(['乙'])
  })
})
