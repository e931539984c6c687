import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/corpus/index.ts'
import { targetsOf } from '../../src/ledger/index.ts'
import { lineageOf } from '../../src/lineage/index.ts'
import { noWords } from '../../src/text/index.ts'
import { readText } from '../reader.ts'

const annual = (place: string, year: number, share: string, homes: string, department = '卫生健康') =>
  `${place}${department}局${year}年工作要点

一、强化基层服务
1.优化签约服务。重点人群签约率达到${share}，慢病随访率达到80%。
2.加强基层建设。全市建成社区医院${homes}，完善药品供应。
3.加强人才引育。引进硕士研究生20名，选派骨干进修。
`

const actionPlan = (place: string) => `${place}基层卫生服务提升三年行动计划（2031—2033年）

一、重点任务
1.签约服务提质行动。到2033年，重点人群签约率达到80%。
2.基层建设行动。到2033年，全市建成社区医院累计30家。
3.人才引育行动。每年引进硕士研究生20名。
`

function lineage(texts: readonly string[], region: string, years: { from?: number; to?: number } = {}) {
  const corpus = createCorpus(texts.map((text, at) => readText(text, `${at}.txt`)))
  return lineageOf(corpus, targetsOf, noWords, { region, ...years })
}

describe('lineageOf', () => {
  const three = [2031, 2032, 2033].map((year, at) => annual('天门市', year, `${70 + 3 * at}%`, `${6 + at}家`))

  it('follows tasks through the years, with the multi-year plan beside them', () => {
    const { plans, yearly, across, rows } = lineage([...three.toReversed(), actionPlan('天门市')], '天门')
    expect(plans.map(({ years }) => years[0])).toEqual([2031, 2031, 2032, 2033])
    expect(yearly.map(({ earlier, later }) => [earlier.years[0], later.years[0]])).toEqual([
      [2031, 2032],
      [2032, 2033],
    ])
    expect(across).toHaveLength(3)
    expect(rows.map(({ items }) => items.length)).toEqual([4, 4, 4])
  })

  it('gives one series for each indicator, and none that mixes several years with one', () => {
    const { series } = lineage([...three, actionPlan('天门市')], '天门市')
    const figures = new Map(
      series.map(({ indicator, rows }) => [indicator, rows.map(({ figure }) => figure)]),
    )
    expect(figures.get('重点人群签约率')).toEqual(['70', '73', '76', '80'])
    expect(figures.get('慢病随访率')).toEqual(['80', '80', '80'])
    expect([...figures.values()].flat()).not.toContain('30')
  })

  it('keeps to one place, one department and the years asked for', () => {
    const texts = [
      ...three,
      annual('仙桃市', 2031, '60%', '2家'),
      annual('天门市', 2031, '50%', '3家', '教育体育'),
    ]
    const found = lineage(texts, '天门市', { from: 2032, to: 2033 })
    expect(found.plans.map(({ years }) => years[0])).toEqual([2032, 2033])
    const all = lineage(texts, '天门市')
    expect(all.plans).toHaveLength(3)
    expect(all.notes.join()).toContain('教育体育')
  })

  it('leaves out a multi-year plan that is about something else, and says so', () => {
    const roads = `天门市农村公路提升三年行动计划（2031—2033年）

一、重点任务
1.改造县道。到2033年，改造县道120公里。
2.整治桥梁。完成危桥整治12座。
3.养护路面。路面技术状况优良率达到90%。
`
    const { plans, notes } = lineage([...three, roads], '天门市')
    expect(plans).toHaveLength(3)
    expect(notes.join()).toContain('农村公路')
  })

  it('is empty for a place without plans, and the same whatever order plans came in', () => {
    expect(lineage(three, '潜江市')).toMatchObject({ plans: [], rows: [], series: [] })
    const shape = (texts: readonly string[]) =>
      lineage(texts, '天门市').rows.map(({ items, links }) => [
        items.map(({ id }) => id.replace(/^.*\./u, '')),
        links.map(({ status }) => status),
      ])
    expect(shape(three.toReversed())).toEqual(shape(three))
  })
})
