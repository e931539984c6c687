import { describe, expect, it } from 'vitest'
import { draftOutline, type Outline } from '../../src/outline/index.ts'
import { corpusOf, sentencesOf } from './bodies.ts'

const ANNUAL = `宜宾市2024年卫生健康工作要点
一、指导思想
以人民健康为中心，推动卫生健康事业发展，健康素养水平达到28%。
二、重点任务
（一）推进市口腔医院迁建。年底前主体封顶。加强质量监管。
（二）做强专科。引进博士10名，新增重症床位60张，急诊抢救成功率达到90%。
（三）培训人员。每年培训护士300名，开展技能比武活动。
（四）储备疫情隔离点。改造集中隔离点6处。
（五）健全监督网络。完善投诉处理流程，依法查处违法行为，办结率达到95%。
工作要求：1.压实责任，分工到人；2.加强调度，按月通报。`

const PLAN = `宜宾市卫生健康提升行动计划（2023—2025年）
宜宾市卫生健康委员会
一、主要目标
到2025年，健康素养水平达到30%，千人口床位数达到7.2张。
二、重点行动
（一）强院行动。市口腔医院迁建2023年开工，2025年6月投入使用。（市卫生健康委、市住房城乡建设局）支持专科联盟发展，到2025年，急诊抢救成功率达到93%，三年引进博士40名，床位达到900张。
（二）护理行动。每年培训护士不少于300名。完成核酸检测实验室改造，床位达到800张。
（三）血液保障行动。2024年建成采血点2个，2025年建成采血点5个，2025年底前采血车达到3辆
三、保障措施
（一）加大财政投入。市财政每年安排2000万元。
（二）强化督导考核。2025年底前完成终期评估。`

async function drafted(year: number, annual = ANNUAL, plan = PLAN): Promise<Outline> {
  const own = annual.replaceAll('2024', String(year - 1))
  return await draftOutline({ region: '宜宾', year }, { corpus: corpusOf({ 'a.txt': own, 'b.txt': plan }) })
}

const itemsOf = (draft: Outline) => draft.sections.flatMap(({ items }) => items)
const textOf = (draft: Outline, heading: string) =>
  itemsOf(draft)
    .filter((item) => item.heading === heading)
    .flatMap((item) => item.sentences.map(({ text }) => text))
    .join('')
const wholeOf = (draft: Outline) =>
  sentencesOf(draft)
    .map(({ text }) => text)
    .join('\n')

describe('what a running plan asks for', () => {
  it('is due as it stands in the last year of the plan, and is marked as not given before', async () => {
    expect(wholeOf(await drafted(2025))).not.toContain('〔未给出当年')
    expect(wholeOf(await drafted(2024))).toContain('千人口床位数达到7.2张〔未给出当年值〕。')
  })

  it('is marked clause by clause where a sentence names the draft year too', async () => {
    const plan = PLAN.replace(
      '2025年建成采血点5个，2025年底前采血车达到3辆',
      '2024年启用新血库，到2025年采血车达到3辆',
    )
    const draft = await drafted(2024, ANNUAL, plan)
    expect(textOf(draft, '血液保障行动')).toBe(
      '2024年建成采血点2个，2024年启用新血库，到2025年采血车达到3辆〔未给出当年值〕。',
    )
  })

  it('takes the place of the figure that was left open, once, and only where it is a figure of one year', async () => {
    const draft = await drafted(2025)
    const told = wholeOf(draft)
    expect(told).not.toContain('上年90%')
    expect(told).not.toContain('上年28%')
    expect(told.split('健康素养水平达到30%')).toHaveLength(2)
    expect(told.split('急诊抢救成功率达到93%')).toHaveLength(2)
    expect(textOf(draft, '做强专科')).toContain('引进博士〔待定：上年10名〕')
    expect(textOf(draft, '做强专科')).toContain('新增重症床位〔待定：上年60张〕')
    const open = itemsOf(draft).flatMap(({ flags }) => flags.filter(({ kind }) => kind === 'needs_number'))
    expect(open.map(({ text }) => text)).not.toContain('90%')
  })

  it('keeps a yearly figure that differs by 不少于 alone', async () => {
    expect(textOf(await drafted(2025), '培训人员')).toBe('每年培训护士300名，开展技能比武活动。')
  })

  it('names the stage that a project is to reach, in the item on the project', async () => {
    const now = await drafted(2025)
    expect(textOf(now, '推进市口腔医院迁建')).toBe(
      '市口腔医院迁建2023年开工，2025年6月投入使用。加强质量监管。',
    )
    expect(textOf(await drafted(2024), '推进市口腔医院迁建')).toContain('〔下一步待定：上年年底前主体封顶〕')
  })

  it('leaves out stages that are past, who answers for another sentence, and what hangs on epidemic wording', async () => {
    const draft = await drafted(2025)
    expect(textOf(draft, '血液保障行动')).toBe('2025年建成采血点5个，2025年底前采血车达到3辆。')
    expect(wholeOf(draft)).not.toContain('住房城乡建设局')
    expect(wholeOf(draft)).not.toContain('床位达到800张')
  })

  it('stands with the aims, the tasks or the demands, as its chapter says', async () => {
    const draft = await drafted(2025)
    expect(draft.sections.map(({ number, heading }) => number + heading)).toEqual([
      '一、指导思想',
      '二、重点任务',
      '三、工作要求',
    ])
    const [aims, , demands] = draft.sections
    expect(aims?.items.map(({ number }) => number)).toEqual([''])
    expect(aims?.items[0]?.sentences.at(-1)?.text).toBe(
      '到2025年，健康素养水平达到30%，千人口床位数达到7.2张。',
    )
    expect(demands?.items.map(({ sentences }) => sentences[0]?.text)).toEqual([
      '市财政每年安排2000万元。',
      '2025年底前完成终期评估。',
    ])
  })

  it('has sections of its own where last year’s plan has no place for it', async () => {
    const annual = ANNUAL.replace(
      '一、指导思想\n以人民健康为中心，推动卫生健康事业发展，健康素养水平达到28%。\n二、重点任务',
      '一、改革任务',
    )
      .replace('（五）健全监督网络', '二、监管任务\n（一）健全监督网络')
      .replace(/工作要求.*$/u, '（二）办好年鉴。落实编校责任。')
    const draft = await drafted(2025, annual)
    expect(draft.sections.map(({ number, heading }) => number + heading)).toEqual([
      '一、主要目标',
      '二、改革任务',
      '三、监管任务',
      '四、保障措施',
    ])
  })

  it('is a child of the one it is like where last year’s tasks are a set with one name', async () => {
    const annual = ANNUAL.replace('推进市口腔医院迁建', '实施强基攻坚行动')
      .replace('做强专科', '实施专科攻坚行动')
      .replace('培训人员', '实施人才攻坚行动')
      .replace('储备疫情隔离点', '实施环境攻坚行动')
      .replace('改造集中隔离点6处', '整治集贸市场')
      .replace('健全监督网络', '实施监督攻坚行动')
    const section = (await drafted(2025, annual)).sections[1]
    const own = section?.items.filter(({ level }) => level === 2) ?? []
    expect(own.map(({ heading }) => heading.slice(4))).toEqual([
      '攻坚行动',
      '攻坚行动',
      '攻坚行动',
      '攻坚行动',
      '攻坚行动',
    ])
    expect(section?.items.filter(({ status }) => status === 'due').every(({ level }) => level === 3)).toBe(
      true,
    )
  })
})

describe('what is not carried over', () => {
  it('lists a task of epidemic wording alone once, and does not keep it as a bracket', async () => {
    const draft = await drafted(2025)
    expect(itemsOf(draft).map(({ heading }) => heading)).not.toContain('储备疫情隔离点')
    expect(draft.dropped.filter(({ text }) => text.includes('集中隔离点'))).toHaveLength(1)
  })

  it('holds nothing that stands in the draft', async () => {
    const draft = await drafted(2025)
    const told = wholeOf(draft)
    for (const { text } of draft.dropped) expect(told).not.toContain(text)
  })
})
