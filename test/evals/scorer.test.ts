import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { EvalCase } from '../../evals/case.ts'
import {
  scoreCitationPrecision,
  scoreCitationRecall,
  scoreEvidenceF1,
  scoreSpanExactness,
} from '../../evals/scorer/citation.ts'
import { scoreCorrectness, scoreNuggetRecall } from '../../evals/scorer/correctness.ts'
import { scoreRefusals } from '../../evals/scorer/refusal.ts'
import type { Reply, ReplyCitation } from '../../evals/scorer/reply.ts'
import { supports } from '../../evals/scorer/support.ts'

const TEXT = '一、目标。到2024年,三级医院达到35家以上,实现全覆盖。'
const TEXTS = new Map([['plan.txt', TEXT]])
const QUOTE = '三级医院达到35家以上'
const HASH = createHash('sha256').update(QUOTE).digest('hex')

function citation(change: Partial<ReplyCitation> = {}): ReplyCitation {
  const start = TEXT.indexOf(QUOTE)
  return {
    id: 1,
    file: 'plan.txt',
    jurisdiction: '某市',
    years: [2022, 2023, 2024],
    document_title: '某市计划',
    path: [],
    cited_text: QUOTE,
    start_char_index: start,
    end_char_index: start + QUOTE.length,
    sha256: HASH,
    ...change,
  }
}

function reply(change: Partial<Reply> = {}): Reply {
  return {
    kind: 'answered',
    text: `${QUOTE}。`,
    sentences: [{ text: `${QUOTE}。`, verdict: 'quoted', citations: [1] }],
    citations: [citation()],
    near_misses: [],
    ...change,
  }
}

const CASE: EvalCase = {
  id: 'x',
  suite: 'fact',
  history: [],
  question: '?',
  expect: {
    kind: 'answered',
    nuggets: [{ any: ['35家'], vital: true }],
    must_not: ['48家'],
    hits: [],
    evidence: [
      { file: 'plan.txt', quote: QUOTE, start: TEXT.indexOf(QUOTE), end: TEXT.indexOf(QUOTE) + QUOTE.length },
    ],
  },
  note: '',
}

describe('correctness', () => {
  it('is 1 for a reply with the fact, and 0 without it, with a forbidden one, or of the wrong kind', () => {
    expect(scoreCorrectness(CASE, reply())).toBe(1)
    expect(scoreCorrectness(CASE, reply({ text: '三级医院' }))).toBe(0)
    expect(scoreCorrectness(CASE, reply({ text: '35家，48家' }))).toBe(0)
    expect(scoreCorrectness(CASE, reply({ kind: 'refused' }))).toBe(0)
  })

  it('counts nuggets found, and is unscored where none is asked for', () => {
    expect(scoreNuggetRecall(CASE, reply())).toBe(1)
    expect(scoreNuggetRecall({ ...CASE, expect: { ...CASE.expect, nuggets: [] } }, reply())).toBeNull()
  })
})

describe('citation scores', () => {
  it('accept a quotation, with a source in front, with omission marks, and with its heading', () => {
    expect(supports(`${QUOTE}。`, [citation()], TEXTS)).toBe(true)
    expect(supports(`某市2022—2024年：${QUOTE}。`, [citation()], TEXTS)).toBe(true)
    expect(
      supports(
        `到2024年……${QUOTE}。`,
        [citation({ cited_text: '到2024年', start_char_index: 5, end_char_index: 11 }), citation()],
        TEXTS,
      ),
    ).toBe(true)
  })

  it('reject a changed digit, an added clause, another place or year in front, and no citation at all', () => {
    expect(supports('三级医院达到36家以上。', [citation()], TEXTS)).toBe(false)
    expect(supports(`${QUOTE}，已完成。`, [citation()], TEXTS)).toBe(false)
    expect(supports(`他市2022—2024年：${QUOTE}。`, [citation()], TEXTS)).toBe(false)
    expect(supports(`某市2023年：${QUOTE}。`, [citation()], TEXTS)).toBe(false)
    expect(supports(`${QUOTE}。`, [], TEXTS)).toBe(false)
  })

  it('give no recall to a sentence without citation and count a needless citation against precision', () => {
    expect(
      scoreCitationRecall(reply({ sentences: [{ text: QUOTE, verdict: 'quoted', citations: [] }] }), TEXTS),
    ).toBe(0)
    expect(scoreCitationRecall(reply({ sentences: [] }), TEXTS)).toBe(0)
    const idle = citation({ id: 2, cited_text: '实现全覆盖' })
    const padded = reply({
      citations: [citation(), idle],
      sentences: [{ text: QUOTE, verdict: 'quoted', citations: [1, 2] }],
    })
    expect(scoreCitationPrecision(padded, TEXTS)).toBe(0.5)
    expect(scoreCitationPrecision(reply({ sentences: [], citations: [] }), TEXTS)).toBeNull()
  })

  it('find a shifted span and a wrong hash', () => {
    expect(scoreSpanExactness(reply(), TEXTS)).toBe(1)
    expect(scoreSpanExactness(reply({ citations: [citation({ sha256: 'other' })] }), TEXTS)).toBe(0)
    expect(scoreSpanExactness(reply({ citations: [citation({ start_char_index: 1 })] }), TEXTS)).toBe(0)
    expect(scoreSpanExactness(reply({ citations: [] }), TEXTS)).toBeNull()
    expect(scoreSpanExactness(reply({ citations: [citation({ file: 'other.txt' })] }), TEXTS)).toBe(0)
  })

  it('measure the overlap with the gold evidence by position and file', () => {
    expect(scoreEvidenceF1(CASE, reply())).toBe(1)
    expect(scoreEvidenceF1(CASE, reply({ citations: [citation({ file: 'other.txt' })] }))).toBe(0)
  })
})

describe('refusal balance', () => {
  it('is unscored without questions of both kinds', () => {
    expect(scoreRefusals([{ evalCase: CASE, reply: reply() }])).toEqual({
      refusalRecall: null,
      wrongRefusals: 0,
      balance: null,
    })
  })
})

describe('a computed sentence', () => {
  const cited = [
    citation({ id: 1, jurisdiction: '甲市', years: [2024], cited_text: '三级医院达到35家以上' }),
    citation({ id: 2, jurisdiction: '乙市', years: [2024], cited_text: '三级医院达到50家以上' }),
  ]
  const right =
    '甲市2024年“35家以上”，乙市2024年“50家以上”，按原文数字相差15家（50－35＝15），乙市2024年较大。'

  it('is computed again', () => {
    expect(supports(right, cited, TEXTS)).toBe(true)
    const beds = [
      citation({ id: 1, cited_text: '床位达到1.2万张' }),
      citation({ id: 2, cited_text: '床位达到3000张' }),
    ]
    const sum = '“1.2万张”、“3000张”，按原文数字相加为15000张、即1.5万张（12000＋3000＝15000）。'
    expect(supports(sum, beds, TEXTS)).toBe(true)
  })

  it('of one place and two years tells which way the figure goes', () => {
    const years = [
      citation({ id: 1, jurisdiction: '甲市', years: [2023], cited_text: '新增托位520个' }),
      citation({ id: 2, jurisdiction: '甲市', years: [2024], cited_text: '新增托位410个' }),
    ]
    const told =
      '甲市2023年“520个”，甲市2024年“410个”，按原文数字相差110个（520－410＝110），2024年比2023年减少。'
    expect(supports(told, years, TEXTS)).toBe(true)
    expect(supports(told.replace('减少', '增加'), years, TEXTS)).toBe(false)
    expect(supports(told.replace('2024年比2023年', '2023年比2024年'), years, TEXTS)).toBe(false)
  })

  it.each([
    ['a wrong result', right.replace('（50－35＝15）', '（50－35＝16）')],
    ['operands that are not the terms', right.replace('（50－35＝15）', '（51－36＝15）')],
    ['a term that nobody wrote', right.replace('“50家以上”', '“52家以上”')],
    ['an order that is not theirs', '按原文数字由大到小：甲市2024年“35家以上”、乙市2024年“50家以上”。'],
    ['another place as the greater', right.replace('乙市2024年较大', '甲市2024年较大')],
    ['a term of another year', right.replace('甲市2024年“', '甲市2023年“')],
    ['a term without its bound', right.replace('35家以上', '35家')],
    ['another unit', right.replace('15家（', '15所（')],
    ['a statement behind it', right.replace('较大。', '较大，已提前完成。')],
    ['a number that is not that of the citations', '共3项：以上为原文此处所列的全部各项。'],
  ])('is not supported with %s', (_, sentence) => {
    expect(supports(sentence, cited, TEXTS)).toBe(false)
  })
})
