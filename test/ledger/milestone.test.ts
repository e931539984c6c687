import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'
import { rowsOf } from './sentence-rows.ts'

describe('milestones', () => {
  it.each([
    ['完成龙山医院二期主体结顶。', 'milestone', '完成龙山医院二期主体结顶', false],
    ['力争6月底前妇幼保健院新院开工建设。', 'milestone', '妇幼保健院新院开工建设', true],
    ['推进无烟学校全覆盖。', 'milestone', '无烟学校全覆盖', false],
    ['建立健康科普资源库。', 'deliverable', '建立健康科普资源库', false],
  ])('reads %s', (sentence, kind, indicator, deadlineIsExplicit) => {
    expect(rowsOf(sentence)).toMatchObject([
      { kind, indicator, comparator: 'milestone', value: null, deadlineYear: 2023, deadlineIsExplicit },
    ])
  })

  it('names the project where the clause only says the state', () => {
    const rows = rowsOf('加快推进中医院迁建工程，力争年底前完成竣工验收，年内完成投资3.65亿。')
    expect(rows.map(({ indicator }) => indicator)).toEqual([
      '中医院迁建工程完成竣工验收',
      '中医院迁建工程投资',
    ])
  })
})

describe('deadlines', () => {
  it('carries the date at the head of a sentence to its clauses', () => {
    const rows = rowsOf('到2025年，床位数达到300张，签约率达到70%。')
    expect(rows.map((row) => [row.deadlineYear, row.deadlineIsExplicit])).toEqual([
      [2025, true],
      [2025, true],
    ])
  })

  it('takes the year of the plan when the text names none, and says so', () => {
    expect(rowsOf('新增床位20张。')[0]).toMatchObject({ deadlineYear: 2023, deadlineIsExplicit: false })
  })

  it('does not take the year of comparison for a deadline', () => {
    expect(rowsOf('签约率比2022年提高3个百分点。')[0]).toMatchObject({ deadlineYear: 2023, base: '比2022年' })
  })

  it('marks what is due every year', () => {
    expect(rowsOf('每年招录医学生400名。')[0]).toMatchObject({ isYearly: true, indicator: '招录医学生' })
  })
})

describe('tables and wrapped lines', () => {
  it('reads a table of indicators by year and leaves out the base period', () => {
    const text =
      '某省2023—2024年行动计划\n\n附件\n\n主要指标表\n\n序号\t指标名称\t单位\t2022年基期\t2023年\t2024年\n1\t健康素养水平\t%\t21.6\t24\t26\n'
    const rows = extractTargets(readText(text), normalisedView(text))
    expect(rows.map((row) => [row.indicator, row.value, row.unit, row.deadlineYear])).toEqual([
      ['健康素养水平', 24, '%', 2023],
      ['健康素养水平', 26, '%', 2024],
    ])
  })

  it('reads over the break of a wrapped line and quotes it as it stands', () => {
    const [row] = rowsOf('持续提升家庭医生签约服务水平和群众满意程度，重点人群签约服务覆盖率不低\n于45%。')
    expect(row).toMatchObject({ indicator: '重点人群签约服务覆盖率', comparator: '>=', value: 45 })
    expect(row?.quote).toContain('不低\n于45%')
  })
})
