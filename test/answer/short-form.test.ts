import { beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const PLAN = `乐山市卫生健康委员会2024年工作要点
一、加强卫生应急
1.抓好常态化疫情防控。公立医疗机构物资日常储备不低于一个月用量。
二、落实计划生育家庭扶助
2.特殊家庭服务。特殊家庭联系人、签约医生、绿色通道三项制度落实率达到100%。
三、健全急救体系
3.急救响应。从接警到派车不超过3分钟。人均预期寿命达到78.4岁。
各地半年、全年落实情况分别于7月5日、12月10日前报委办公室。
`
const OTHER = `雅安市卫生健康委员会2024年工作要点
一、计生服务
1.计生特殊家庭联系人覆盖率达到98%。防疫物资按需储备。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': PLAN, 'b.txt': OTHER })
})

async function said(question: string): Promise<string> {
  const answer = await ask(question, {}, desk)
  return answer.kind === 'answered'
    ? answer.sentences.map(({ text }) => text).join('\n')
    : `refused: ${answer.reason}`
}

describe('a short form in front of other words', () => {
  it.each([
    ['乐山计生特殊家庭三项制度是哪三项', '联系人、签约医生、绿色通道'],
    ['乐山公立医疗机构防疫物资日常储备要够用多久', '不低于一个月'],
  ])('is found where it is written out: %s', async (question, words) => {
    expect(await said(question)).toContain(words)
  })
})

describe('everyday grammar', () => {
  it.each([
    ['乐山2024年接警后多久要把车派出去', '不超过3分钟'],
    ['乐山2024年平均能活到多少岁', '78.4岁'],
    ['乐山各地半年落实情况哪天前报', '7月5日'],
  ])('is read as a plan writes it: %s', async (question, words) => {
    expect(await said(question)).toContain(words)
  })
})
