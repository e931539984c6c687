import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN = `乐山市卫生健康委员会2024年工作要点
一、推进项目建设
1.建设市传染病医院。市传染病医院3月开工，总床位420张，其中负压病床36张。（责任科室：规财科）
2.加强采供血。采血量达到610万毫升，新建献血屋2座。（责任科室：医政科）
二、壮大人才队伍
3.引进硕士18名、博士3名。（责任科室：人事科）
三、健全老年健康服务
4.家庭病床建床不少于900张。（责任科室：老龄科）
四、保障措施
（一）加强领导。成立由分管副市长任组长的领导小组。
（二）保障投入。三年计划总投入8.6亿元，其中专项债券3.2亿元。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': LESHAN })
})

function told(answer: Answer): string {
  if (answer.kind === 'refused') return `refused: ${answer.reason}`
  const missing = answer.missing.map(({ note }) => note)
  return [...answer.sentences.map(({ text }) => text), ...missing].join('\n')
}

describe('a question with two askings', () => {
  it.each([
    ['乐山市传染病医院床位多少张，负压病床几张', ['420张', '36张']],
    ['乐山市传染病医院床位多少张，什么时候开工', ['420张', '3月开工']],
    ['乐山采血量多少、献血屋几座', ['610万毫升', '献血屋2座']],
    ['乐山家庭病床建多少张，谁牵头', ['900张', '老龄科']],
    ['乐山家庭病床总共建多少张，谁牵头', ['900张', '老龄科']],
    ['乐山方案总投入多少、谁当组长', ['8.6亿元', '分管副市长任组长']],
  ])('%s has both answered', async (question, figures) => {
    const answer = told(await ask(question, {}, desk))
    for (const figure of figures) expect(answer).toContain(figure)
  })

  it.each([
    ['乐山2024年引进几名硕士，安家费给多少', '硕士18名', '没有找到“安家费”'],
    ['乐山2024年献血屋建几座？什么时候完成', '献血屋2座', '没有写明“时间”'],
  ])('%s has the one that is missing named', async (question, figure, missing) => {
    const answer = told(await ask(question, {}, desk))
    expect(answer).toContain(figure)
    expect(answer).toContain(missing)
  })

  it('is one question where several things share one asking', async () => {
    const answer = await ask('乐山2024年硕士、博士各引进多少名', {}, desk)
    expect(answer.kind === 'answered' && answer.missing).toEqual([])
  })
})
