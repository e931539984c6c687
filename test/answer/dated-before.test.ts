import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const YAAN_PLAN = `雅安市“十四五”卫生健康发展规划(2021-2025年)
一、发展基础
(一)“十三五”时期的成效。五年间新建村卫生室412个。
2020年末人均预期寿命78.1岁,孕产妇死亡率为0,婴儿死亡率2.1‰。
二、主要目标
到2023年,服务体系逐步完善,基层得到加强。具体指标:
——人群贫血率下降。5岁以下儿童11%以下;孕妇15%以下。
到2025年,人均预期寿命达到79.5岁。
`
const YAAN_2024 = `雅安市卫生健康委员会2024年工作要点
一、目标
1.居民健康素养水平达到31%,人均公共卫生补助经费94元。
`
const YAAN_2025 = `雅安市卫生健康委员会2025年工作要点
一、目标
1.居民健康素养水平达到33%,人均公共卫生补助经费99元。
`
const LESHAN_PLAN = `乐山市基层服务三年行动计划(2024-2026年)
一、目标
到2026年,居民健康素养水平达到35%。
附件 主要指标
序号	指标	单位	2023年	2024年	2025年	2026年
1	每千人口托位数	个	3.2	3.9	4.4	4.8
`
const LESHAN_2020 = `眉山市健康行动计划(2021-2030年)
一、基础
2018年,全市婴儿死亡率3.4‰。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({
    'a.txt': YAAN_PLAN,
    'b.txt': YAAN_2024,
    'c.txt': YAAN_2025,
    'd.txt': LESHAN_PLAN,
    'e.txt': LESHAN_2020,
  })
})

function said(answer: Answer): string {
  return answer.kind === 'answered'
    ? answer.sentences.map(({ text }) => text).join('\n')
    : `refused: ${answer.reason}`
}

describe('a figure without a year of its own', () => {
  it('is of the year that opens its sentence, and is told with it', async () => {
    const text = said(await ask('雅安2020年婴儿死亡率是多少？', {}, desk))
    expect(text).toContain('2020年末人均预期寿命78.1岁……')
    expect(text).toContain('婴儿死亡率2.1‰')
  })

  it('is of the period that its heading names', async () => {
    expect(said(await ask('雅安十三五新建了几个村卫生室？', {}, desk))).toContain('412个')
  })

  it('is of the deadline that opens what the section says, and of no other', async () => {
    expect(said(await ask('雅安5岁以下儿童贫血率到2023年要到多少？', {}, desk))).toContain('11%以下')
    expect(said(await ask('雅安5岁以下儿童贫血率到2025年要到多少？', {}, desk))).toContain('refused')
  })

  it('is not given for a year that nothing names', async () => {
    expect(said(await ask('雅安2019年婴儿死亡率是多少？', {}, desk))).toContain('refused')
  })
})

describe('two sides', () => {
  it('may each be a year that no plan of the place covers', async () => {
    const text = said(await ask('眉山2018年和雅安2020年的婴儿死亡率比一比', {}, desk))
    expect(text).toContain('3.4‰')
    expect(text).toContain('2.1‰')
  })

  it('are each asked for the figure where the difference is asked for in points or money', async () => {
    expect(said(await ask('雅安居民健康素养水平25年比24年高几个点？', {}, desk))).toContain(
      '相差2个百分点（33－31＝2），2025年比2024年增加',
    )
    expect(said(await ask('雅安人均公共卫生补助经费25年比24年涨了几块钱？', {}, desk))).toContain('相差5元')
  })

  it('are filled from the cell of the year where no clause tells it', async () => {
    expect(said(await ask('2024年每千人口托位数，雅安跟乐山谁定得高', {}, desk))).toContain('3.9')
  })
})
