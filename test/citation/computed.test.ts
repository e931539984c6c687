import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Computation,
  proveComputed,
  proveCount,
  type Term,
  type Whole,
  wordComputation,
  wordCount,
} from '../../src/citation/index.ts'
import type { Corpus, IndexedDocument, Span } from '../../src/corpus/index.ts'
import { deskOver } from '../desk.ts'

const NORTH = `宜昌市卫生健康委员会2023年工作要点
一、强化基层
1.加强基层建设。建成社区医院6家,培训医生1.2万人次,签约率达到60%以上,住院天数降低2天。
2.落实三项任务。一是改造卫生室;二是配备救护车;三是培训村医。
`
const SOUTH = `曲靖市卫生健康委员会2024年工作要点
一、强化基层
1.加强基层建设。建成社区医院9家,培训医生3000人次,签约率达到75%,入院天数控制在2天,建设3-5个站。
`

let corpus: Corpus
beforeAll(async () => {
  corpus = (await deskOver({ 'a.txt': NORTH, 'b.txt': SOUTH })).corpus
})

function documentOf(place: string): IndexedDocument {
  const found = [...corpus.documents.values()].find(({ document }) => document.text.startsWith(place))
  if (found === undefined) throw new Error(place)
  return found
}

function spanOf(place: string, words: string): Span {
  const { document } = documentOf(place)
  const start = document.text.indexOf(words)
  return { documentId: document.id, start, end: start + words.length }
}

function term(place: string, words: string, figure: string): Term {
  const span = spanOf(place, words)
  const start = span.start + words.indexOf(figure)
  return { span, figure: { start, end: start + figure.length } }
}

/** Every clause of a few plans as a term, by the first number it holds. */
async function termsOf(plans: readonly (readonly [place: string, year: number, clauses: string])[]) {
  const texts = plans.map(([place, year, clauses], at) => [
    `${at}.txt`,
    `${place}卫生健康委员会${year}年工作要点\n一、强化基层\n1.加强基层建设。${clauses}。\n`,
  ])
  const own = (await deskOver(Object.fromEntries(texts))).corpus
  const terms = [...own.documents.values()].flatMap(({ document: { id, text } }) =>
    [...text.matchAll(/(?<=建设。|,)[^,。()]*?(?<figure>\d+)[^,。()]*?(?=[,。(])/gu)].map(
      ({ 0: words, index, groups }): Term => {
        const figure = groups?.figure ?? ''
        const start = index + words.indexOf(figure)
        return {
          span: { documentId: id, start: index, end: index + words.length },
          figure: { start, end: start + figure.length },
        }
      },
    ),
  )
  return {
    terms,
    corpus: own,
  }
}

const NORTH_HOSPITALS = () => term('宜昌', '建成社区医院6家', '6')
const SOUTH_HOSPITALS = () => term('曲靖', '建成社区医院9家', '9')

describe('a computed sentence', () => {
  it('is proven when its terms are exact quotations and the arithmetic is right', () => {
    const terms = [NORTH_HOSPITALS(), SOUTH_HOSPITALS()]
    const difference: Computation = { kind: 'difference', terms }
    const text = wordComputation(difference, corpus) ?? ''
    expect(text).toBe(
      '宜昌市2023年“6家”，曲靖市2024年“9家”，按原文数字相差3家（9－6＝3），曲靖市2024年较大。',
    )
    const proven = proveComputed(text, difference, corpus)
    expect(proven.verdict).toBe('proven')
    expect(proven.citations.map(({ quote }) => quote)).toEqual(['建成社区医院6家', '建成社区医院9家'])
    expect(wordComputation({ kind: 'sum', terms }, corpus)).toContain('相加为15家（6＋9＝15）')
    expect(wordComputation({ kind: 'order', terms }, corpus)).toBe(
      '按原文数字由大到小：曲靖市2024年“9家”、宜昌市2023年“6家”。',
    )
  })

  it('reads a figure in its scale', () => {
    const terms = [term('宜昌', '培训医生1.2万人次', '1.2'), term('曲靖', '培训医生3000人次', '3000')]
    expect(wordComputation({ kind: 'difference', terms }, corpus)).toContain('（12000－3000＝9000）')
  })

  it.each([
    ['another result', (text: string) => text.replace('相差3家（9－6＝3）', '相差4家（9－6＝4）')],
    ['another order', (text: string) => text.replace('曲靖市2024年较大', '宜昌市2023年较大')],
    ['words around it', (text: string) => `已全部完成。${text}`],
  ])('is unproven with %s', (_, corrupt) => {
    const difference: Computation = { kind: 'difference', terms: [NORTH_HOSPITALS(), SOUTH_HOSPITALS()] }
    const proven = proveComputed(corrupt(wordComputation(difference, corpus) ?? ''), difference, corpus)
    expect(proven.verdict).toBe('unproven')
    expect(proven.citations).toEqual([])
  })

  it.each([
    ['another unit', () => term('曲靖', '签约率达到75%', '75')],
    ['a range', () => term('曲靖', '建设3-5个站', '3')],
    ['a figure outside of the quotation', () => ({ ...SOUTH_HOSPITALS(), figure: { start: 0, end: 2 } })],
    ['a quotation cut inside a clause', () => term('曲靖', '社区医院9家', '9')],
    ['a figure of another document', () => ({ ...SOUTH_HOSPITALS(), span: NORTH_HOSPITALS().span })],
  ])('is never made with %s', (_, other) => {
    const difference: Computation = { kind: 'difference', terms: [NORTH_HOSPITALS(), other()] }
    expect(wordComputation(difference, corpus)).toBeUndefined()
    expect(proveComputed('相差3家。', difference, corpus).verdict).toBe('unproven')
  })

  it('is never made of two bounds, of a change and a level, nor of the same quotation twice', () => {
    const bounds = [term('宜昌', '签约率达到60%以上', '60'), term('曲靖', '签约率达到75%', '75')]
    expect(wordComputation({ kind: 'difference', terms: bounds }, corpus)).toBeUndefined()
    const kinds = [term('宜昌', '住院天数降低2天', '2'), term('曲靖', '入院天数控制在2天', '2')]
    expect(wordComputation({ kind: 'difference', terms: kinds }, corpus)).toBeUndefined()
    const twice = [NORTH_HOSPITALS(), NORTH_HOSPITALS()]
    expect(wordComputation({ kind: 'sum', terms: twice }, corpus)).toBeUndefined()
  })

  it.each([
    ['so many new ones and the level reached', '新增床位500张', '床位达到3000张'],
    ['a rise and a fall', '床位增加500张', '床位减少300张'],
    ['what is closed and what is built', '关停床位50张', '建成床位90张'],
    ['what is no longer planned', '不再建设床位50张', '建设床位90张'],
    ['a corrected figure', '建设床位50张(此处有误,应为30张)', '建设床位90张'],
    ['a figure per head and a whole', '人均经费达到90元', '经费达到9000元'],
    ['a figure per thousand people and a whole', '每千人口床位达到7张', '床位达到7000张'],
    ['a figure per county and a whole', '每个县建成病区2个', '建成病区9个'],
    ['a figure per county told of in front', '每个县(市、区),新建病区2个', '新建病区9个'],
    ['a figure per thousand people told of behind', '床位达到8张/千人', '床位达到7000张'],
    ['a yearly figure and one of the whole time', '每年建成病区2个', '建成病区9个'],
  ])('is never made of %s', async (_, one, other) => {
    const terms = await termsOf([
      ['宜昌市', 2023, one],
      ['曲靖市', 2023, other],
    ])
    for (const kind of ['difference', 'sum', 'order'] as const)
      expect(wordComputation({ kind, terms: terms.terms }, terms.corpus)).toBeUndefined()
  })

  it.each<[string, Parameters<typeof termsOf>[0]]>([
    [
      'the levels of two years',
      [
        ['宜昌市', 2023, '三级医院达到30家'],
        ['宜昌市', 2024, '三级医院达到35家'],
      ],
    ],
    [
      'a city and its district',
      [
        ['青岛市', 2023, '建成社区医院25家'],
        ['青岛市市南区', 2023, '建成社区医院5家'],
      ],
    ],
    [
      'two plans of one place and year',
      [
        ['宜昌市', 2023, '建成社区医院25家'],
        ['宜昌市', 2023, '建成社区医院5家'],
      ],
    ],
    ['parts and their whole', [['宜昌市', 2023, '建成省级机构3个,市级机构5个,示范机构8个']]],
  ])('never adds up %s', async (_, plans) => {
    const { terms, corpus: own } = await termsOf(plans)
    expect(terms.length).toBeGreaterThan(1)
    expect(wordComputation({ kind: 'sum', terms }, own)).toBeUndefined()
  })

  it('adds up what is built in two years', async () => {
    const { terms, corpus: own } = await termsOf([
      ['宜昌市', 2023, '建成社区医院6家'],
      ['宜昌市', 2024, '建成社区医院9家'],
    ])
    expect(wordComputation({ kind: 'sum', terms }, own)).toContain('6＋9＝15')
  })

  it('never adds up shares', () => {
    const terms = [term('宜昌', '签约率达到60%以上', '60'), term('宜昌', '签约率达到60%以上', '60')]
    expect(wordComputation({ kind: 'sum', terms }, corpus)).toBeUndefined()
  })
})

describe('a counted number', () => {
  const items = ['一是改造卫生室', '二是配备救护车', '三是培训村医']
  const whole = (): Whole => {
    const { document } = documentOf('宜昌')
    return { kind: 'enumeration', documentId: document.id, start: document.enumerations[0]?.start ?? -1 }
  }

  it('is proven when every item is cited', () => {
    const spans = items.map((item) => spanOf('宜昌', item))
    const text = wordCount(whole(), corpus) ?? ''
    expect(text).toMatch(/^共3项/u)
    expect(proveCount(text, whole(), spans, corpus).verdict).toBe('proven')
    expect(proveCount(text.replace('3', '4'), whole(), spans, corpus).verdict).toBe('unproven')
  })

  it.each([
    ['an open list', '落实三项任务。一是改造卫生室;二是配备救护车;三是培训村医等。'],
    ['a list that names a thing twice', '落实三项任务。一是改造卫生室;二是培训村医;三是改造卫生室。'],
    [
      'headings of which one was not read',
      '\n(一)改造卫生室。改造。\n(二)培训村医。培训。\n(四)配备救护车。配备。',
    ],
  ])('is never said of %s', async (_, body) => {
    const text = `宜昌市卫生健康委员会2023年工作要点\n一、强化基层\n${body}\n`
    const { corpus: own } = await deskOver({ 'a.txt': text })
    const document = [...own.documents.values()][0]?.document
    if (document === undefined) throw new Error('no document')
    const parent = document.sections.find(({ heading }) => heading === '强化基层')
    const wholes: readonly Whole[] = [
      ...document.enumerations.map(
        ({ start }): Whole => ({ kind: 'enumeration', documentId: document.id, start }),
      ),
      ...document.sections.map(
        ({ level }): Whole => ({
          kind: 'headings',
          documentId: document.id,
          parentId: parent?.id ?? '',
          level,
        }),
      ),
    ]
    expect(wholes.length).toBeGreaterThan(0)
    for (const whole of wholes) expect(wordCount(whole, own)).toBeUndefined()
  })

  it('is unproven when an item is left out, cited twice or none of them', () => {
    const spans = items.map((item) => spanOf('宜昌', item))
    const text = wordCount(whole(), corpus) ?? ''
    const [first, second] = spans
    expect(first).toBeDefined()
    for (const wrong of [spans.slice(0, 2), [...spans.slice(0, 2), second], [...spans.slice(0, 2), first]]) {
      const cited = wrong.filter((span) => span !== undefined)
      expect(proveCount(text, whole(), cited, corpus).verdict).toBe('unproven')
    }
  })
})
