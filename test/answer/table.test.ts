import { beforeAll, describe, expect, it } from 'vitest'
import { ask, type Desk } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const PLAN = `广元市卫生健康三年行动计划(2023-2025年)
一、总体目标
到2025年,全市医疗服务能力明显提升。三年累计建成标准化门诊12个,其中2023年建成3个,2024年建成4个,2025年建成5个。
二、主要任务
(一)发展托育服务。新增托位600个,其中公办托位不少于250个。
(二)加强队伍建设。招聘医师80名(其中儿科医师15名)。培训护士40名。
附件1
主要指标表
序号\t指标\t单位\t2022年基数\t2024年目标\t2025年目标\t责任单位
1\t签约居民续签比例\t%\t61.5\t70\t75\t市卫健委
2\t影像远程诊断开展量\t例次\t310\t900\t1500\t市医管中心
附件2
基础设施项目清单
项目名称\t建设地点\t总投资(万元)\t完成时限
市妇儿中心\t利州区\t5200\t2025年6月
市急救基地\t昭化区\t1300\t2024年底
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': PLAN })
})

async function textsFor(question: string): Promise<readonly string[]> {
  const answer = await ask(question, {}, desk)
  return answer.kind === 'refused' ? [] : answer.sentences.map(({ text }) => text)
}

describe('a table', () => {
  it('is asked for a cell, which is read under the header of its column', async () => {
    expect(await textsFor('广元签约居民续签比例由谁负责？')).toEqual([
      '签约居民续签比例：责任单位：市卫健委。',
    ])
    expect(await textsFor('广元市急救基地总投资多少？')).toEqual(['市急救基地：总投资(万元)：1300。'])
  })

  it('tells of years for which there is no plan, where it has a column for them', async () => {
    expect(await textsFor('广元影像远程诊断量从2022年到2025年怎么变化？')).toEqual([
      '影像远程诊断开展量：单位：例次；2022年基数：310；2025年目标：1500。',
    ])
    expect(await textsFor('广元签约居民续签比例2023年目标是多少？')).toEqual([])
  })

  it('is counted and listed by its rows', async () => {
    expect(await textsFor('广元附件1列了几个指标？')).toEqual([
      '签约居民续签比例。',
      '影像远程诊断开展量。',
      '共2项：以上为原文这张表的全部各行。',
    ])
  })

  it('has a column summed in the unit of its header', async () => {
    expect((await textsFor('广元基础设施项目总投资合计多少？')).at(-1)).toBe(
      '“5200”、“1300”，按原文数字相加为6500万元（5200＋1300＝6500）。',
    )
  })
})

describe('a computation', () => {
  it('adds the years that one sentence gives', async () => {
    expect((await textsFor('广元2023年和2024年一共建成多少个标准化门诊？')).at(-1)).toContain('3＋4＝7')
  })

  it('takes a part from its whole only where the text says that it is one', async () => {
    expect((await textsFor('广元不是儿科的医师招聘多少名？')).at(-1)).toContain('其余为65人（80－15＝65）')
    expect((await textsFor('广元公办以外的新增托位最多多少个？')).at(-1)).toContain('其余不超过350个')
    const others = await textsFor('广元除了护士以外招聘多少名医师？')
    expect(others.every((text) => !text.includes('－'))).toBe(true)
  })
})

describe('what is asked in other words', () => {
  it('is mentioned under its full name, and one of several things may be', async () => {
    const short = await deskOver({
      'a.txt':
        '乐山市卫生健康委员会2024年工作要点\n一、保障民生\n1.完善保障。扩大长期护理保险受益面。\n2.建设平台。推广远程影像。\n',
    })
    const told = await ask('乐山2024年有没有涉及长护险？', {}, short)
    expect(told.kind === 'answered' && told.sentences.map(({ text }) => text)).toEqual([
      '扩大长期护理保险受益面。',
    ])
    const one = await ask('乐山2024年有没有提到远程影像、达芬奇机器人这些？', {}, short)
    expect(one.kind === 'answered' && one.missing.map(({ note }) => note)).toEqual([
      '全文已检，没有找到“达芬奇机器人”',
    ])
  })

  it('is refused as a result where it is taken for done, and as an opinion', async () => {
    expect(await ask('广元2024年已经建成4个标准化门诊了，对不对？', {}, desk)).toMatchObject({
      kind: 'refused',
    })
    expect(await ask('你怎么看广元这个行动计划？', {}, desk)).toMatchObject({ reason: 'out_of_scope' })
  })
})
