import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const BRIDGE =
  '青岙桥是横跨苕岙溪的一座石拱桥，位于云岙镇西侧，是该县的一个地标。' +
  '1920年因山洪冲毁东孔，次年由乡人集资重建。该桥于1891年破土，由石匠柳长庚设计。' +
  '两岸石级共有八条道，其中东岸五条。廊屋由亭、廊、龛三部分组成，绘有彩画四十二幅。' +
  '经清点，南侧石栏的完好率为九成，西侧最高；北侧石栏仅有一成，因为多年无人维护。' +
  '桥上照明采用暖色灯，每日晚上10时熄灯。每到元宵节前后，村民在桥上比赛扎灯。' +
  '石工贺以安发现西孔开裂，随即报告里正。他用木架撑住桥身，又连夜灌浆。\n'
const PLANT =
  '紫萍草是生於水田的一種草本植物，南嶺諸縣均有種植。其根由藥農熬成涼膏，可治療燙傷。' +
  '「蓬」在當地方言中是水邊之意。該草的首任推廣人是農技員沈亦禾，' +
  '他編的《水草十講》收圖一百三十幅。紫萍草往南可種到北嶺以南，種子外銷量占七成。\n'

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'bridge.txt': BRIDGE, 'plant.txt': PLANT })
})

async function told(question: string): Promise<string> {
  const answer: Answer = await ask(question, {}, desk)
  return answer.kind === 'answered'
    ? answer.sentences.map(({ text }) => text).join('\n')
    : `refused: ${answer.reason}`
}

describe('a question over running prose', () => {
  it.each([
    ['a number asked of the subject', '青岙桥有几条道？', '八条道'],
    ['whoever did a deed', '青岙桥的设计者是谁？', '柳长庚'],
    ['a deed in other words', '青岙桥于何年开工？', '1891年'],
    ['an amount in Chinese numerals', '《水草十講》有多少幅圖？', '一百三十幅'],
    ['the time of day and no other date', '青岙桥上的灯每天几点熄灭？', '10时'],
    ['a time without a date', '村民在什么时候比赛扎灯？', '元宵节前后'],
    ['the parts of a thing', '青岙桥的廊屋由哪几部分组成？', '亭、廊、龛'],
    ['a reason behind a semicolon', '北侧石栏的完好率为什么这么低？', '无人维护'],
    ['a thing asked for by its kind', '紫萍草的根可治療哪一種疾病？', '燙傷'],
    ['a district asked for by its kind', '青岙桥位于哪一个行政区？', '云岙镇'],
    ['the meaning of one letter', '「蓬」在當地是什麼意思？', '水邊之意'],
    ['the first of a series', '紫萍草的第一任推广人是谁？', '沈亦禾'],
    ['為何 at the end as what', '紫萍草的首任推廣人為何？', '沈亦禾'],
    ['who a pronoun stands for', '是谁用木架撑住了桥身？', '贺以安'],
  ])('finds %s', async (_, question, words) => {
    expect(await told(question)).toContain(words)
  })

  it.each([
    ['a role nobody plays in the text', '元宵节扎灯的冠军是谁？'],
    ['whoever did another deed', '青岙桥是由谁出资保险的？'],
    ['a date of something that is not told', '柳长庚是哪一年当选议员的？'],
    ['a figure of something not measured', '紫萍草每年使水田减产多少？'],
    ['a maker asked for by kind', '青岙桥下的渡船是由哪家船厂建造的？'],
    ['a place that is not named', '青岙桥的最高点在哪里？'],
  ])('is refused when it asks for %s', async (_, question) => {
    expect(await told(question)).toMatch(/^refused/u)
  })
})
