import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/corpus/index.ts'
import { draftOutline, type Outline } from '../../src/outline/index.ts'
import { readText } from '../reader.ts'

/** A draft for 2024 from a plan of 2023 with one task, and what was taken out of its text. */
async function draft(body: string, excluded = '', heading = '做好工作'): Promise<Outline> {
  const plan = readText(
    `雅安市卫生健康委员会2023年工作要点\n一、工作任务\n（一）${heading}。${body}\n（二）抓好培训。每年培训护士200名。`,
  )
  const start = excluded === '' ? -1 : plan.text.indexOf(excluded)
  const document =
    start === -1
      ? plan
      : {
          ...plan,
          exclusions: [
            ...plan.exclusions,
            { start, end: start + excluded.length, reason: 'seo_spam' as const },
          ],
        }
  return await draftOutline({ region: '雅安', year: 2024 }, { corpus: createCorpus([document]) })
}

const flagsOf = ({ sections }: Outline) =>
  sections.flatMap(({ items }) => items.flatMap(({ flags }) => flags))

const toldIn = ({ sections }: Outline) =>
  sections.flatMap(({ items }) =>
    items.map(({ heading, sentences }) => [heading, ...sentences.map(({ text }) => text)]),
  )

describe('what is shown of a source', () => {
  it.each([
    ['制定广告位招租急救站点布局方案。加强急救。', '广告位招租'],
    ['县医院外科楼主体广告位招租封顶。', '广告位招租'],
    ['基层就诊率达到广告位招租65%以上。', '广告位招租'],
    ['6月底广告位招租前完成选址。', '广告位招租'],
    ['进一步加强广告位招租组织领导，扎实推进各项工作。', '广告位招租'],
  ])('never has what was excluded from it: %s', async (body, excluded) => {
    const made = await draft(body, excluded)
    expect(flagsOf(made).length + made.dropped.length).toBeGreaterThan(0)
    const shown = [...flagsOf(made), ...made.dropped.map(({ text }) => text), ...toldIn(made)]
    expect(JSON.stringify(shown)).not.toContain(excluded)
  })
})

/** What the draft says of one task. */
async function told(body: string): Promise<string> {
  const { sections } = await draft(body)
  return (sections[0]?.items ?? [])
    .filter(({ heading }) => heading === '做好工作')
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join('')
}

describe('a figure', () => {
  it.each([
    ['急救呼叫2小时内响应。', '急救呼叫2小时内响应。'],
    ['信访事项5个工作日内答复。', '信访事项5个工作日内答复。'],
    ['淘汰使用8年以上的救护车辆。', '淘汰使用8年以上的救护车辆。'],
    ['7家乡镇卫生院全部设置中医馆。', '7家乡镇卫生院全部设置中医馆。'],
    ['河东、河西、江南3个社区试点健康积分。', '河东、河西、江南3个社区试点健康积分。'],
    ['随访率达到100%。', '随访率达到100%。'],
  ])('that is a rule or tells what is there stays: %s', async (body, words) =>
    expect(await told(body)).toBe(words),
  )

  it.each([
    ['对化工、印染12家企业开展检测。', '对化工、印染〔待定：上年12家〕企业开展检测。'],
    ['新增普惠托育机构3家。', '新增普惠托育机构〔待定：上年3家〕。'],
    ['随访率达到98%。', '随访率达到〔待定：上年98%〕。'],
    ['院前急救时间缩短到12分钟。', '院前急救时间缩短到〔待定：上年12分钟〕。'],
    [
      '谋划储备项目9个，总投资不低于4亿元。',
      '谋划储备项目〔待定：上年9个〕，总投资〔待定：上年不低于4亿元〕。',
    ],
    ['把胸痛单元由3个扩展到5个。', '把胸痛单元〔待定：上年由3个扩展到5个〕。'],
    [
      '每年培训医师不少于3次，每千人口护士数达到3.4名。',
      '每年培训医师不少于3次，每千人口护士数达到〔待定：上年3.4名〕。',
    ],
  ])('of a year is left open: %s', async (body, words) => expect(await told(body)).toBe(words))

  it('that the source has lost is pointed out', async () => {
    const { sections } = await draft('新增护理床位 张。')
    expect(sections[0]?.items[0]?.flags).toContainEqual(expect.objectContaining({ kind: 'needs_number' }))
  })
})

describe('what hangs on something that is left out', () => {
  it.each([
    ['县医院新院区6月底前建成投用，新增床位300张。加强急诊。', '加强急诊。'],
    ['购置救护车6辆。配套设备投入800万元。加强急诊。', '加强急诊。'],
    ['按照县里部署，出台急救站点布局方案。加强急诊。', '加强急诊。'],
    ['2022年全市门诊量首次突破90万，同比增长8%。加强急诊。', '加强急诊。'],
    ['县医院外科楼开工建设，2025年投入使用。', '县医院外科楼〔下一步待定：上年开工建设〕，2025年投入使用。'],
  ])('goes with it: %s', async (body, words) => expect(await told(body)).toBe(words))
})
