import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN = `乐山市2024年卫生健康工作要点
一、健全急救网络
1.新购负压救护车4台、普通救护车7台，培训急救员600名。
2.为乡镇卫生院配备DR机13台、彩超21台、全自动生化仪9台。
二、壮大人才队伍
3.向乡镇卫生院派驻医师75名，其中市人民医院46名、市中医医院29名。
`
const YAAN = `雅安市老年健康三年行动方案（2023—2025年）
一、主要任务
1.培训护理员。三年培训老年护理员240名，其中2023年60名、2024年80名、2025年100名。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': LESHAN, 'b.txt': YAAN })
})

function told(answer: Answer): string {
  return answer.kind === 'answered' ? answer.sentences.map(({ text }) => text).join('\n') : 'refused'
}

describe('figures of one quotation', () => {
  it.each([
    ['乐山24年新买救护车加起来几台', '4＋7＝11'],
    ['乐山给乡镇卫生院配的DR、彩超、生化仪加起来多少台', '13＋21＋9＝43'],
    ['乐山给乡镇卫生院配的DR和彩超一共多少台', '13＋21＝34'],
    ['雅安三年培训老年护理员分年的数加一块是多少', '60＋80＋100＝240'],
  ])('are added up for %s', async (question, sum) => {
    expect(told(await ask(question, {}, desk))).toContain(sum)
  })

  it.each([
    ['乐山24年派驻的医师，市人民医院比中医医院多几个', '46－29＝17'],
    ['雅安老年护理员2025年比2023年多培训多少名', '100－60＝40'],
  ])('are set off against each other for %s', async (question, difference) => {
    expect(told(await ask(question, {}, desk))).toContain(difference)
  })

  it('are not reckoned with where nothing asks for it', async () => {
    expect(told(await ask('乐山24年新购救护车多少台', {}, desk))).not.toContain('按原文数字')
  })
})
