import { beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN = `乐山市卫生健康委员会2024年工作要点
一、加强协作
1.向泸定县派驻医师30名。学习借鉴绵阳市医改经验，赴绵阳市考察2次。
2.新建急救站点7个。
`
const MIANYANG = `绵阳市卫生健康委员会2024年工作要点
一、提升能力
1.新建急救站点9个，考察学习3次。
`
const MEISHAN = `2024年对口支援泸定县卫生健康工作方案
一、工作任务
1.派驻医师18名，结对医院3家。
眉山市卫生健康委员会
2024年4月2日
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': LESHAN, 'b.txt': MIANYANG, 'c.txt': MEISHAN })
})

describe('a place that another one helps or learns from', () => {
  it('is part of what is asked and no side of a comparison', async () => {
    const answer = await ask('乐山赴绵阳考察几次', {}, desk)
    expect(answer.interpreted.regions).toEqual(['乐山市'])
    expect(answer.kind === 'answered' && answer.sentences.map(({ text }) => text).join()).toContain('2次')
  })

  it('is a side where both are asked', async () => {
    const { interpreted } = await ask('乐山和绵阳急救站点各几个', {}, desk)
    expect(interpreted.regions).toEqual(['乐山市', '绵阳市'])
  })

  it('is found where only the title of the paper names it', async () => {
    const answer = await ask('眉山对口支援泸定县派驻医师多少名', {}, desk)
    expect(answer.kind === 'answered' && answer.sentences.map(({ text }) => text).join()).toContain('18名')
  })

  it.each(['乐山2024年绵阳什么意思', '绵阳是建几个急救站点'])(
    'is no slip with the letter behind it: %s',
    async (question) => {
      expect((await ask(question, {}, desk)).interpreted.notes).toEqual([])
    },
  )
})
