import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN = `乐山市2024年卫生健康工作要点
一、做优重点服务
1.发展普惠托育。每千人口托位数达到3.4个，新增托位900个。市级托育中心11月投用；用人单位办托不少于3家。（责任科室：家庭科）
2.健全急救网络。新建急救站点7个。
`
const YAAN = `雅安市2024年卫生健康工作要点
一、做优重点服务
1.发展普惠托育。每千人口托位数达到3.9个，每个街道办好1所托育点。
2.健全急救网络。新建急救站点5个。
`
const HANYUAN = `汉源县卫生健康三年行动方案（2023—2025年）
一、行动目标
（一）到2023年底，县医院完成迁建前期工作，居民健康素养水平达到24%。
（二）到2024年底，县医院主体结构封顶；每千人口托位数达到3.1个；县域内就诊率达到86%。
（三）到2025年底，县医院投用；每千人口托位数达到4.2个；县域内就诊率达到90%。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': LESHAN, 'b.txt': YAAN, 'c.txt': HANYUAN })
})

function cells(answer: Answer): readonly string[] {
  const sides = answer.kind === 'answered' ? (answer.comparison?.cells ?? []) : []
  return sides.map(({ sentences, note }) => sentences.map(({ text }) => text).join('\n') || (note ?? ''))
}

describe('a cell of a comparison', () => {
  it.each(['乐山和雅安2024年在托育方面各有什么目标', '乐山和雅安2024年托育各有哪些任务'])(
    'holds all that a plan says under the heading that is asked for: %s',
    async (question) => {
      const [leshan, yaan] = cells(await ask(question, {}, desk))
      for (const said of ['3.4个', '900个', '11月投用', '不少于3家']) expect(leshan).toContain(said)
      for (const said of ['3.9个', '1所托育点']) expect(yaan).toContain(said)
      expect(`${leshan}${yaan}`).not.toContain('急救')
    },
  )

  it('holds the one figure where one is asked for', async () => {
    const [leshan] = cells(await ask('乐山和雅安2024年千人托位各定多少', {}, desk))
    expect(leshan).toContain('3.4个')
    expect(leshan).not.toContain('11月')
  })

  it('is filled from behind the semicolons that a year governs', async () => {
    const found = cells(await ask('2024年的千人托位，乐山、汉源谁定得最高', {}, desk))
    expect(found[1]).toContain('3.1个')
  })

  it('does not take the figure that another year governs', async () => {
    const answer = await ask('汉源2023年县域内就诊率要到多少', {}, desk)
    expect(answer.kind).toBe('refused')
  })
})

describe('a list', () => {
  it.each(['雅安2024年托育都有哪些指标', '雅安2024年托育有啥新动作'])(
    'is found by the thing it is of, however the list itself is called: %s',
    async (question) => {
      const answer = await ask(question, {}, desk)
      const said = answer.kind === 'answered' ? answer.sentences.map(({ text }) => text).join('\n') : ''
      expect(said).toContain('3.9个')
      expect(said).toContain('1所托育点')
    },
  )
})
