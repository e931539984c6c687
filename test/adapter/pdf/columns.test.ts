import { describe, expect, it } from 'vitest'
import { pdfReader } from '../../../src/adapter/pdf/index.ts'
import { type PdfText, pdfOf } from '../../fixture/format/pdf-writer.ts'

const SIZE = 12
const LEFT = [
  '　　一、总体要求',
  '　　坚持以人民健康为中心，全面推进健康',
  '临江建设，居民健康素养水平达到百分之',
  '三十以上，人均预期寿命稳步提高。',
  '　　二、重点任务',
  '　　（一）做实家庭医生签约服务，重点人',
]
const RIGHT = [
  '群签约率达到百分之七十五以上，签约居',
  '民续约率不低于百分之八十五。',
  '　　（二）发展普惠托育，全年新增托位两',
  '千六百个，其中普惠托位不少于一千五百',
  '个，每个县区至少建成一所公办托育服务',
  '中心。',
]
const READ = [
  '临江市卫生健康工作要点',
  '一、总体要求',
  '坚持以人民健康为中心，全面推进健康临江建设，居民健康素养水平达到百分之三十以上，人均预期寿命稳步提高。',
  '二、重点任务',
  '（一）做实家庭医生签约服务，重点人群签约率达到百分之七十五以上，签约居民续约率不低于百分之八十五。',
  '（二）发展普惠托育，全年新增托位两千六百个，其中普惠托位不少于一千五百个，每个县区至少建成一所公办托育服务中心。',
]

function column(lines: readonly string[], x: number, top = 740): readonly PdfText[] {
  return lines.map((line, at) => {
    const indent = line.length - line.replace(/^　+/, '').length
    return { x: x + indent * SIZE, y: top - at * 20, size: SIZE, text: line.slice(indent) }
  })
}

const title = { x: 180, y: 790, size: 20, text: '临江市卫生健康工作要点' }
const body = (left: readonly string[], right: readonly string[]) => [
  ...column(left, 60),
  ...column(right, 320),
]
const bodyOf = async (bytes: Uint8Array) => {
  const { text, exclusions = [] } = await pdfReader.read('a.pdf', bytes)
  const chrome = new Set(exclusions.map(({ start, end }) => text.slice(start, end)))
  return text.split('\n').filter((line) => !chrome.has(line))
}

describe('a page of two columns', () => {
  it('is read column by column, with sentences that go on in the next one', async () => {
    const texts = [
      title,
      ...body(
        [
          ...LEFT,
          '群签约率达到百分之七十五以上，签约居',
          '民续约率不低于百分之八十五。',
          '　　（二）发展普惠托育，全年新增托位两',
        ],
        [
          ...RIGHT.slice(3),
          '　　三、组织保障',
          '　　加强党的领导，落实安全生产责任，确',
          '保各项任务落到实处见到成效。',
        ],
      ),
    ]
    expect(await bodyOf(pdfOf([{ texts: [...texts, { x: 290, y: 60, size: SIZE, text: '1' }] }]))).toEqual([
      ...READ,
      '三、组织保障',
      '加强党的领导，落实安全生产责任，确保各项任务落到实处见到成效。',
    ])
  })

  it('keeps its order over pages, and lines over both columns where they stand', async () => {
    const paragraph = [
      '　　建立健全工作机制，压实各方面责任，',
      '完善考核评价办法，加强督导检查和情况',
      '通报，形成合力。',
    ]
    const filler = [...paragraph, ...paragraph, ...paragraph]
    const middle = {
      x: 60,
      y: 540,
      size: SIZE,
      text: '附件：一、任务分工表；二、项目清单；三、联系人名单以及其他需要说明的有关事项说明。',
    }
    const texts = [...body(filler, filler), middle, ...column(filler, 60, 500), ...column(filler, 320, 500)]
    const lines = await bodyOf(pdfOf([{ texts }]))
    expect(lines).toHaveLength(13)
    expect(lines.indexOf(middle.text)).toBe(6)
  })

  it('that is a table stays in its rows', async () => {
    const rows = [
      '居民健康素养水平',
      '家庭医生签约率',
      '新增托位',
      '孕产妇死亡率',
      '老年人健康管理率',
      '村卫生室标准化',
      '中医馆',
      '传染病报告及时率',
      '预约诊疗率',
    ]
    const texts = rows.flatMap((name, at): readonly PdfText[] => [
      { x: 60, y: 740 - at * 24, size: SIZE, text: name },
      { x: 360, y: 740 - at * 24, size: SIZE, text: `${30 + at}%` },
    ])
    expect(await bodyOf(pdfOf([{ texts }]))).toEqual(rows.map((name, at) => `${name}\t${30 + at}%`))
  })
})

describe('a page on its side', () => {
  /** Where a viewer that turns the page clockwise shows a line at these places from the top left. */
  const turned = (lines: readonly string[]): readonly PdfText[] =>
    lines.map((text, at) => ({ x: 80 + at * 28, y: 80, size: 16, text, turn: 90 }))
  const LINES = [
    '指标任务分解表（二〇二四年度）单位：市卫生健康委员会',
    '各县区要对照任务分工，细化措施，压实责任，确保按期完成。',
  ]

  it.each([
    ['that the file says to turn', 90],
    ['that the file does not say to turn', 0],
  ])('%s is read upright', async (_, rotate) => {
    const { text, pages, exclusions } = await pdfReader.read(
      'a.pdf',
      pdfOf([{ rotate, texts: turned(LINES) }]),
    )
    expect(text.split('\n')).toEqual(LINES)
    expect(exclusions).toEqual([])
    expect(pages[0]).toMatchObject({ width: 842, height: 595 })
    const [first, second] = pages[0]?.lines ?? []
    expect(first?.edges[0]).toBeCloseTo(80, 0)
    expect(second?.top).toBeGreaterThan(first?.top ?? 0)
  })

  it('among upright ones keeps its paragraphs whole, whose lines are longer', async () => {
    const long = '一、强化基层服务，年内提质改造乡镇卫生院二十二所，建设示范村卫生室六十个，其中衡'
    const tail = '山县八个。'
    const upright = { texts: column([...LEFT, ...RIGHT], 60) }
    const lines = await bodyOf(pdfOf([upright, { rotate: 90, texts: turned([long, tail]) }, upright]))
    expect(lines).toContain(`${long}${tail}`)
  })
})
