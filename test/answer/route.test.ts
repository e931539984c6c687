import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Answered, ask, type Desk } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN_2023 = `乐山市卫生健康委员会2023年工作要点
一、提升服务能力
1.加强基层建设。全市建成社区医院6家,新配备救护车12辆。每千人口托位数达到3.1个。
2.优化就医流程。一是推行分时段预约;二是设立便民服务中心;三是开展上门护理。
3.加强人才引进。招引医学博士8名、硕士60名。健全预警、会诊、转运、回访四大机制,建立健全考核制度、轮训制度。
二、做好公共卫生
4.提升健康素养。居民健康素养水平达到27%以上。
5.推进移动卒中救治。建设移动卒中单元2个。
`
const LESHAN_2024 = `乐山市卫生健康委员会2024年工作要点
一、提升服务能力
1.加强基层建设。全市建成社区医院9家,新增救护车7辆。每千人口托位数达到4.2个。
2.建设数字医院。推广远程会诊。
二、做好公共卫生
3.提升健康素养。居民健康素养水平达到30%以上。
4.开展安宁疗护。每个区县设立安宁疗护病区1个。
`
const DALI_2024 = `大理白族自治州卫生健康委员会2024年工作要点
一、建强基层网底
（一）改造村卫生室。改造村卫生室120个。（责任单位：基层卫生科）
（二）建设社区医院。建成社区医院11家。（责任单位：医政科、规划财务科）
（三）推进中心卫生院迁建工程。12月底完成主体工程,年内完成投资3.6亿元。（责任单位：规划财务科）
二、守护群众健康
（一）提升健康素养。居民健康素养水平达到25%。（责任单位：宣传科）
`
const LESHAN_ACTION = `乐山市卫生健康三年行动计划(2022-2024年)
一、总体目标
到2024年,每千人口托位数达到4.8个,三级医院达到7家。
二、主要任务
(一)扩容优质资源。新建改扩建医疗机构31家。
(二)夯实基层基础。建设中心村卫生室120个。
(三)强化人才支撑。培训乡村医生800名。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({
    'a.txt': LESHAN_2023,
    'b.txt': LESHAN_2024,
    'c.txt': DALI_2024,
    'd.txt': LESHAN_ACTION,
  })
})

async function answeredBy(question: string): Promise<Answered> {
  const answer = await ask(question, {}, desk)
  if (answer.kind === 'refused') throw new Error(`${question}: ${answer.message}`)
  return answer
}

function texts({ sentences }: Answered): readonly string[] {
  return sentences.map(({ text }) => text)
}

function kindOf(answer: Answer): string {
  return answer.interpreted.kind
}

describe('a comparison', () => {
  it('is a table whose cells point at the quotations, with the difference worked out and proven', async () => {
    const answer = await answeredBy('乐山2023年和2024年社区医院数量相差多少家？')
    expect(answer.comparison?.years).toEqual([2023, 2024])
    expect(answer.comparison?.cells.map(({ sentences }) => sentences[0]?.text)).toEqual([
      '乐山市2023年：全市建成社区医院6家。',
      '乐山市2024年：全市建成社区医院9家。',
    ])
    const computed = answer.sentences.at(-1)
    expect(computed?.text).toContain('按原文数字相差3家（9－6＝3）')
    expect(computed?.verdict).toBe('proven')
    expect(computed?.citations).toHaveLength(2)
  })

  it('says why figures are not set off against each other', async () => {
    const answer = await answeredBy('乐山2024年和大理2024年的居民健康素养水平哪个高？')
    expect(answer.sentences.every(({ verdict }) => verdict === 'quoted')).toBe(true)
    expect(answer.comparison?.note).toContain('口径不同')
  })

  it('leaves an empty cell with its reason', async () => {
    const answer = await answeredBy('乐山2023年和2024年的安宁疗护病区分别建几个？')
    expect(answer.comparison?.cells.map(({ note }) => note)).toEqual(['全文已检，未提及', null])
  })

  it('does not work out what nobody asked for', async () => {
    expect(texts(await answeredBy('乐山2023年和2024年社区医院分别建几家？'))).toHaveLength(2)
  })
})

describe('a sum', () => {
  it('adds the figures of two years', async () => {
    const answer = await answeredBy('乐山2023年和2024年两年合计建成社区医院多少家？')
    expect(kindOf(answer)).toBe('sum')
    expect(texts(answer).at(-1)).toContain('相加为15家（6＋9＝15）')
  })

  it('adds the parts that the question names, and no others', async () => {
    expect(texts(await answeredBy('乐山2023年招引的博士和硕士合计多少名？')).at(-1)).toContain('8＋60＝68')
    const one = await answeredBy('乐山2023年一共招引医学博士多少名？')
    expect(one.sentences.every(({ verdict }) => verdict === 'quoted')).toBe(true)
  })
})

describe('a list', () => {
  it('is complete and ends with its number when the plan counts its items', async () => {
    const answer = await answeredBy('乐山2023年优化就医流程有哪些措施？')
    expect(texts(answer)).toEqual([
      '一是推行分时段预约。',
      '二是设立便民服务中心。',
      '三是开展上门护理。',
      '共3项：以上为原文此处所列的全部各项。',
    ])
  })

  it('counts the items that are numbered through', async () => {
    const answer = await answeredBy('乐山2023年工作要点一共有多少条任务？')
    expect(kindOf(answer)).toBe('count')
    expect(texts(answer)).toHaveLength(6)
    expect(texts(answer).at(-1)).toBe('共5条：以上为全文统一编号的全部条目。')
  })
})

describe('a question after existence', () => {
  it('is asked of every place, with the number that speak of it first', async () => {
    const answer = await answeredBy('哪些城市提到了安宁疗护？')
    expect(kindOf(answer)).toBe('existence')
    expect(answer.lead).toBe('逐份检索了2处，有1处提到，其余1处没有找到：')
    expect(texts(answer)).toEqual(['乐山市2024年：每个区县设立安宁疗护病区1个。'])
    expect(answer.missing.map(({ region }) => region)).toEqual(['大理白族自治州'])
  })

  it('is asked of every document where no place is named', async () => {
    const answer = await answeredBy('有没有提到移动卒中单元？')
    expect(answer.lead).toContain('逐份检索了4处，有1处提到')
  })

  it('is denied for the words only that stand nowhere in what was searched', async () => {
    const answer = await ask('大理2024年有没有提到月球基地？', {}, desk)
    expect(answer).toMatchObject({ kind: 'refused', reason: 'not_found' })
    expect(answer.kind === 'refused' && answer.message).toBe('没有提到“月球基地”：已全文检索1份文件。')
  })
})

describe('a change', () => {
  it('between two plans shows the figures that differ and the headings that are new', async () => {
    const answer = await answeredBy('乐山2024年和2023年相比有什么变化？')
    expect(kindOf(answer)).toBe('change')
    const all = texts(answer).join('\n')
    expect(all).toContain('按原文数字相差3家（9－6＝3）')
    expect(all).toContain('开展安宁疗护')
    expect(all).not.toContain('2024年：1.加强基层建设')
  })

  it('of one thing puts the years side by side', async () => {
    const answer = await answeredBy('乐山居民健康素养水平2024年与去年相比有什么变化？')
    expect(texts(answer).at(-1)).toContain('按原文数字相差3个百分点')
  })
})

describe('who is to do it', () => {
  it('is read from the note of responsibility of that very item', async () => {
    const answer = await answeredBy('大理2024年建设社区医院由谁负责？')
    expect(texts(answer).join()).toContain('责任单位：医政科、规划财务科')
    expect(texts(answer).join()).not.toContain('基层卫生科')
  })

  it('is answered the other way round by the items of a body', async () => {
    expect(texts(await answeredBy('大理2024年基层卫生科负责哪些工作？'))).toEqual([
      '改造村卫生室：责任单位：基层卫生科。',
    ])
  })

  it('is refused where the plan names nobody', async () => {
    expect((await ask('乐山2024年社区医院由谁负责？', {}, desk)).kind).toBe('refused')
  })
})

describe('a whole that the question names by its number', () => {
  it('is quoted from the clause that names it too', async () => {
    expect(texts(await answeredBy('乐山2023年要健全哪四大机制？'))).toEqual([
      '健全预警、会诊、转运、回访四大机制。',
    ])
  })
})

describe('a figure whose words are spread', () => {
  it('is found in the ledger and quoted with the clause that names it', async () => {
    const answer = await answeredBy('大理2024年中心卫生院迁建工程要完成多少投资？')
    expect(texts(answer).join()).toContain('年内完成投资3.6亿元')
  })

  it('is not given for another year or indicator', async () => {
    expect((await ask('大理2023年中心卫生院迁建工程要完成多少投资？', {}, desk)).kind).toBe('refused')
    expect((await ask('大理2024年妇幼保健院迁建工程要完成多少投资？', {}, desk)).kind).toBe('refused')
    expect((await ask('乐山2024年每千人口床位数是多少？', {}, desk)).kind).toBe('refused')
  })
})

describe('what surrounds an answer', () => {
  it('names the part of the question that has no answer', async () => {
    const answer = await answeredBy('乐山2023年每千人口托位数和孕产妇死亡率分别是多少？')
    expect(texts(answer)).toEqual(['每千人口托位数达到3.1个。'])
    expect(answer.missing.map(({ note }) => note)).toEqual(['全文已检，没有找到“孕产妇死亡率”'])
  })

  it('tells where another plan of the place gives another figure for the same year', async () => {
    const { conflicts } = await answeredBy('乐山2024年工作要点里每千人口托位数是多少？')
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]?.note).toContain('4.2个')
    expect(conflicts[0]?.note).toContain('4.8个')
  })

  it('goes on with questions that the corpus can answer', async () => {
    const { followUps } = await answeredBy('乐山2024年居民健康素养水平是多少？')
    expect(followUps.length).toBeGreaterThan(1)
    for (const question of followUps) expect((await ask(question, {}, desk)).kind).toBe('answered')
  })

  it('says how 今年 was taken', async () => {
    const asIn = (year: number): Desk => ({
      ...desk,
      catalogue: { ...desk.catalogue, now: () => new Date(year, 5, 1) },
    })
    const held = await ask('乐山今年要建几家社区医院？', {}, asIn(2023))
    expect(held.interpreted.notes).toEqual(['“今年”按2023年理解。'])
    expect(held.interpreted.years).toEqual([2023])
    const unheld = await ask('乐山今年要建几家社区医院？', {}, asIn(2031))
    expect(unheld.interpreted.notes).toEqual(['文库中乐山市最新的计划是2024年的，“今年”按2024年理解。'])
    const absent = await ask('大理去年要建几家社区医院？', {}, asIn(2024))
    expect(absent).toMatchObject({ kind: 'refused', reason: 'year_not_in_corpus' })
  })
})
