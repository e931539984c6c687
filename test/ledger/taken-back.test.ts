import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'
import { brief } from './sentence-rows.ts'

function indicators(body: string): readonly string[] {
  const document = readText(`东坪县2023年卫生健康工作要点\n\n${body}\n`)
  return extractTargets(document, normalisedView(document.text)).map(({ indicator }) => indicator)
}

describe('what a plan does not set out to do is no target', () => {
  it.each(['以下任务不再执行', '取消以下项目', '存在问题', '备选项目', '严禁下列行为'])(
    'under %s',
    (head) => {
      expect(indicators(`一、${head}\n1.新增重症床位60张。\n2.新建医院2所。`)).toEqual([])
    },
  )

  it.each([
    '家庭医生签约率达到75%，此项指标不再考核。',
    '新增床位500张（暂缓）。',
    '新建医院2所。该项目已终止。',
  ])('when its own words take it back: %s', (sentence) => {
    expect(brief(sentence)).toEqual([])
  })

  it('and what stands beside it still is', () => {
    expect(brief('新增床位20张，药品加成全部取消。')).toEqual(['新增床位 = 20 张'])
    expect(brief('创成三级医院1家，确有困难的可延至2025年。')).toContain('创成三级医院 = 1 家')
    expect(indicators('一、不得低于以下标准\n1.新增床位60张。')).toEqual(['新增床位'])
  })
})

it('the rows of a table under such a head are no targets either', () => {
  const table = '指标\t目标值\n新增床位\t60张\n新建医院\t2所'
  expect(indicators(`一、取消以下指标\n${table}`)).toEqual([])
  expect(indicators(`一、主要指标\n${table}`)).not.toEqual([])
})
