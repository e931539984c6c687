import { describe, expect, it } from 'vitest'
import { readText } from '../reader.ts'

const NOTICE = `某市卫生健康委员会文件
某卫发〔2024〕5号
关于印发《2024年工作要点》的通知
各县区卫生健康局：
现印发给你们，请遵照执行。
一、提高认识。加强领导。
附件：1.2024年工作要点
2.任务分解表
某市卫生健康委员会
2024年3月1日
（此件公开发布）
`
const PLAN = `附件1
2024年工作要点
一、目标
（一）床位。新增200张。
二、措施
加强领导。
`
const ANNEX = '附件2\n任务分解表\n序号\t任务\n1\t床位\n'
const IMPRINT = '抄送：市政府办公室。\n某市卫生健康委员会办公室　2024年3月2日印发'

function partsOf(text: string): readonly (readonly [string, string])[] {
  return readText(text).parts.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const)
}

describe('the parts of a text', () => {
  it('are the notice, the plan, its annexes and the imprint, in order and without a gap', () => {
    expect(partsOf(NOTICE + PLAN + ANNEX + IMPRINT)).toEqual([
      ['notice', NOTICE],
      ['plan', PLAN],
      ['annex', ANNEX],
      ['imprint', IMPRINT],
    ])
  })

  it('are one when there is nothing but a plan', () => {
    const text = '2024年工作要点\n一、目标\n新增床位。'
    expect(partsOf(text)).toEqual([['plan', text]])
  })

  it('keep the signature between the plan and its annex apart from both', () => {
    const text = '2024年工作要点\n一、目标\n新增床位。\n某县卫生健康局\n2024年3月1日\n附件\n指标表\n1\t床位'
    expect(partsOf(text).map(([kind]) => kind)).toEqual(['plan', 'imprint', 'annex'])
  })

  it('give each part its own tree of sections', () => {
    const { sections } = readText(NOTICE + PLAN + ANNEX + IMPRINT)
    expect(sections.map(({ level, number }) => `${level} ${number}`)).toEqual([
      '1 一、',
      '1 一、',
      '2 （一）',
      '1 二、',
      '1 附件2',
      '2 ',
    ])
  })

  it('keep signature and imprint out of the last section and of its passage', () => {
    const text = `2024年工作要点\n一、目标\n新增床位。\n某县卫生健康局\n2024年3月1日\n${IMPRINT}`
    const { sections, passages } = readText(text)
    const signature = text.indexOf('某县卫生健康局')
    expect(sections.at(-1)?.end).toBe(signature)
    expect(passages.map(({ start, end, sectionId }) => [text.slice(start, end), sectionId])).toEqual([
      ['一、目标\n新增床位。', 's1'],
      [text.slice(signature), null],
    ])
  })
})
