import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributionOf, type Claim, prove, resolveCitation } from '../../src/citation/index.ts'
import { createCorpus, sha256 } from '../../src/corpus/index.ts'
import { readText } from '../reader.ts'
import { anyClause, find, LIES, quoteOf, seedCorpus, spanOf, trueClaim } from './claim.ts'

const SEED = 20261121

function verdictOf(claim: Claim, corpus = seedCorpus) {
  return prove(claim, corpus).verdict
}

/** One plan of the given text, ready to be quoted from. */
function planOf(text: string) {
  const document = readText(text, 'plan.txt')
  const corpus = createCorpus([document])
  const [indexed] = corpus.documents.values()
  if (indexed === undefined) throw new Error('no document')
  const claim = (words: string, ...parts: readonly string[]): Claim => ({
    text: words,
    spans: parts.map((part) => find(indexed, part)),
  })
  return {
    corpus,
    indexed,
    claim,
    verdict: (words: string, ...parts: readonly string[]) => verdictOf(claim(words, ...parts), corpus),
  }
}

const plan = planOf(
  [
    '2022年青岛市卫生健康工作要点',
    '一、基层工作',
    '（一）签约服务。到年底，全市重点人群签约率达到75%以上，新增床位1,350张，不得虚报。建设3-5个示范点。',
    '（二）床位。新增床位135张大发体育，其中县区60张。',
  ].join('\n'),
)

describe('prove', () => {
  it('gives quoted to a clause word for word, with its citation', () => {
    const words = '全市重点人群签约率达到75%以上'
    const proven = prove(plan.claim(`${words}。`, words), plan.corpus)
    expect(proven.verdict).toBe('quoted')
    expect(proven.checks.every(({ ok }) => ok)).toBe(true)
    expect(proven.citations).toMatchObject([
      { quote: words, sha256: sha256(words), path: ['一、基层工作', '（一）签约服务'], years: [2022, 2022] },
    ])
  })

  it.each([
    ['two clauses of one sentence', '到年底……新增床位1,350张。', ['到年底', '新增床位1,350张']],
    [
      'a heading and a clause under it',
      '签约服务：全市重点人群签约率达到75%以上。',
      ['签约服务', '全市重点人群签约率达到75%以上'],
    ],
    ['an outer heading and a clause under it', '基层工作：不得虚报。', ['基层工作', '不得虚报']],
    ['a planted term left out', '新增床位135张，其中县区60张。', ['新增床位135张', '，其中县区60张']],
    ['the place and year of its plan in front', '青岛市2022年：不得虚报。', ['不得虚报']],
    ['no full stop', '不得虚报', ['不得虚报']],
  ])('gives quoted to %s', (_, text, parts) => {
    expect(plan.verdict(text, ...parts)).toBe('quoted')
  })

  it.each([
    ['a word is cut from its negation', '虚报。', ['虚报']],
    ['a figure is cut from its comparator', '全市重点人群签约率达到75%。', ['全市重点人群签约率达到75%']],
    ['a figure is cut from its unit', '全市重点人群签约率达到75。', ['全市重点人群签约率达到75']],
    ['a figure is cut at its thousands mark', '350张。', ['350张']],
    ['a range is cut at its hyphen', '5个示范点。', ['5个示范点']],
    [
      'a planted term is quoted along',
      '新增床位135张大发体育，其中县区60张。',
      ['新增床位135张大发体育，其中县区60张'],
    ],
    [
      'a planted term is passed over in silence',
      '新增床位135张，其中县区60张。',
      ['新增床位135张大发体育，其中县区60张'],
    ],
    ['only the planted term is quoted', '大发体育。', ['大发体育']],
    ['two sentences of one item are joined', '不得虚报……建设3-5个示范点。', ['不得虚报', '建设3-5个示范点']],
    ['two items are joined', '不得虚报……其中县区60张。', ['不得虚报', '其中县区60张']],
    ['a heading is set before another item', '签约服务：其中县区60张。', ['签约服务', '其中县区60张']],
    ['a clause is set up as heading', '到年底：不得虚报。', ['到年底', '不得虚报']],
    [
      'the parts of a clause are joined without a mark',
      '到年底新增床位1,350张。',
      ['到年底', '新增床位1,350张'],
    ],
    ['the year in front is another', '青岛市2021年：不得虚报。', ['不得虚报']],
    ['the place in front is another', '慈溪市2022年：不得虚报。', ['不得虚报']],
    ['the place stands in front twice', '青岛市2022年：青岛市2022年：不得虚报。', ['不得虚报']],
  ])('gives no verdict of proof when %s', (_, text, parts) => {
    const proven = prove(plan.claim(text, ...parts), plan.corpus)
    expect(proven.verdict).toBe('unproven')
    expect(proven.citations).toEqual([])
    expect(proven.checks.some(({ ok, note }) => !ok && note !== '')).toBe(true)
  })

  it('does not join sentences where a document has no sections', () => {
    const bare = planOf('甲医院新增床位5张，年底前完成。\n乙医院引进专家9名，明年完成。')
    expect(bare.verdict('年底前完成。', '年底前完成')).toBe('quoted')
    expect(bare.verdict('甲医院新增床位5张……引进专家9名。', '甲医院新增床位5张', '引进专家9名')).toBe(
      'unproven',
    )
  })

  it('does not cut a character of two UTF-16 units in half', () => {
    const rare = planOf('𠮷县建设医院。\n新增床位5张。')
    const span = find(rare.indexed, '𠮷县建设医院')
    const half = { ...span, start: span.start + 1 }
    expect(resolveCitation(half, rare.corpus)).toBeUndefined()
    expect(verdictOf({ text: '\udfb7县建设医院。', spans: [half] }, rare.corpus)).toBe('unproven')
  })

  it('lets a fact of the metadata be quoted from where it stands, even among page furniture', () => {
    const page = planOf(
      '2022年青岛市卫生健康工作要点\n发布日期：2022-03-04 来源：青岛市卫生健康委员会 浏览次数：5\n一、目标。达到5家。',
    )
    expect(page.indexed.document.exclusions).toHaveLength(1)
    expect(page.verdict('青岛市卫生健康委员会。', '青岛市卫生健康委员会')).toBe('quoted')
    expect(
      page.verdict(
        '来源：青岛市卫生健康委员会 浏览次数：5\n一、目标。',
        '来源：青岛市卫生健康委员会 浏览次数：5\n一、目标',
      ),
    ).toBe('unproven')
  })
})

describe('prove, over the seeds', () => {
  it('gives quoted to every clause that is quoted word for word', () => {
    fc.assert(
      fc.property(trueClaim, (claim) => {
        const proven = prove(claim, seedCorpus)
        expect(proven.verdict).toBe('quoted')
        for (const { span, quote, sha256: hash } of proven.citations) {
          const text = seedCorpus.documents.get(span.documentId)?.document.text
          expect(text?.slice(span.start, span.end)).toBe(quote)
          expect(sha256(quote)).toBe(hash)
        }
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it('gives quoted to a clause with the name of its source in front', () => {
    fc.assert(
      fc.property(anyClause, (span) => {
        const citation = resolveCitation(span, seedCorpus)
        const name = citation === undefined ? '' : attributionOf(citation)
        expect(verdictOf({ text: `${name}：${quoteOf(span)}。`, spans: [span] })).toBe('quoted')
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('gives no verdict of proof to 1,000 lying citations', () => {
    const told = new Map<string, number>()
    const lie = fc.constantFrom(...Object.keys(LIES))
    fc.assert(
      fc.property(lie, anyClause, anyClause, fc.nat(), (name, span, other, pick) => {
        const claim = LIES[name]?.(span, other, pick)
        fc.pre(claim !== undefined)
        told.set(name, (told.get(name) ?? 0) + 1)
        const proven = prove(claim, seedCorpus)
        expect(['quoted', 'proven'], `${name}: ${claim.text}`).not.toContain(proven.verdict)
        expect(proven.citations).toEqual([])
      }),
      { seed: SEED, numRuns: 1000, maxSkipsPerRun: 1000 },
    )
    expect([...Object.keys(LIES)].filter((name) => !told.has(name))).toEqual([])
  })

  it('never quotes across the brand planted in a good sentence', () => {
    const [indexed] = [...seedCorpus.documents.values()].filter(({ document }) =>
      document.exclusions.some(({ reason }) => reason === 'injected_term'),
    )
    const brand = indexed?.document.exclusions.find(({ reason }) => reason === 'injected_term')
    if (indexed === undefined || brand === undefined) throw new Error('no planted term in the seeds')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (before, behind) => {
        const span = spanOf(indexed, { start: brand.start - before, end: brand.end + behind })
        const quote = quoteOf(span)
        const without = quote.replace('大发体育', '')
        for (const text of [`${quote}。`, `${without}。`])
          expect(verdictOf({ text, spans: [span] })).toBe('unproven')
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
