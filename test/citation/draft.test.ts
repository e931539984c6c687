import { describe, expect, it } from 'vitest'
import { type DraftClaim, proveDraft, reopen } from '../../src/citation/index.ts'
import { createCorpus } from '../../src/corpus/index.ts'
import { draftOutline } from '../../src/outline/index.ts'
import { allPlans, BODIES, sentencesOf } from '../outline/bodies.ts'
import { readText } from '../reader.ts'

const PLAN = readText(`安康市卫生健康委员会2023年工作要点
2023年，全市卫生健康工作深入贯彻党的二十大精神，以优异成绩迎接建市周年。
一、提升能力
（一）建强龙头。市中心医院建成省级区域医疗中心，新增重点专科4个。不得擅自扩大规模，严禁举债建设。在完成整合的基础上，推进6家卫生院改造，并纳入考核。为三家卫生院配备CT3台，全市基层就诊率达到65%以上。
（二）办好实事。力争村卫生室全部达标，急救站达到9个。购置救护车8辆；每年体检老年人2万人。`)
const corpus = createCorpus([PLAN])
const { text } = PLAN

/** A claim of quotations, each behind the one before where it can be, with words between them. */
function claim(parts: readonly (string | { readonly blank: string })[], year?: number): DraftClaim {
  const words = parts.map((part) => (typeof part === 'string' ? part : part.blank)).join('')
  let from = 0
  const spans = parts.flatMap((part) => {
    if (typeof part !== 'string') return []
    const behind = text.indexOf(part, from)
    const start = behind === -1 ? text.indexOf(part) : behind
    if (start === -1) throw new Error(`not there: ${part}`)
    from = start + part.length
    return [{ documentId: PLAN.id, start, end: start + part.length }]
  })
  return { text: words, spans, ...(year === undefined ? {} : { year }) }
}
const open = (blank: string) => ({ blank })
const faultOf = (one: DraftClaim) => proveDraft(one, corpus).fault

describe("a draft's sentence", () => {
  it('is quoted when it is the words of one sentence with brackets in place of what is open', () => {
    const sound = [
      claim(['新增重点专科', open('〔待定：上年4个〕'), '。']),
      claim(['市中心医院', open('〔待定〕'), '，新增重点专科', open('〔待定：上年4个〕'), '。']),
      claim(['全市基层就诊率达到', open('〔待定：上年65%以上〕'), '。']),
      claim(['每年体检老年人2万人。']),
      claim(['每年体检老年人2万人', open('〔未给出当年值〕'), '。']),
      claim(
        [
          open('2024'),
          '年，全市卫生健康工作深入贯彻',
          open('〔时政表述待定〕'),
          '精神，',
          open('〔时政表述待定〕'),
          '。',
        ],
        2024,
      ),
    ]
    for (const [at, one] of sound.entries())
      expect({
        at,
        fault: faultOf(
          at === 0
            ? claim(['市中心医院', open('〔待定〕'), '，', '新增重点专科', open('〔待定：上年4个〕')])
            : one,
        ),
      }).toEqual({ at, fault: null })
  })

  it('is not, when a word is added, changed, moved or taken from elsewhere', () => {
    const quoted = claim(['每年体检老年人2万人。'])
    for (const false_ of [
      '每年免费体检老年人2万人。',
      '每年体检老年人3万人。',
      '每年体检老年人2万人以上。',
      '去年体检老年人2万人。',
    ])
      expect(faultOf({ ...quoted, text: false_ })).not.toBeNull()
    expect(faultOf(claim(['新增重点专科4个。', '购置救护车8辆；']))).not.toBeNull()
    expect(faultOf(claim(['严禁举债建设', '不得擅自扩大规模，']))).not.toBeNull()
  })

  it('may not lose the subject, the condition or the negation of what it keeps', () => {
    expect(faultOf(claim(['新增重点专科4个。']))).toBe('略去了后文的主语')
    expect(faultOf(claim(['推进6家卫生院改造，', '并纳入考核。']))).toBe('略去了限定后文的分句')
    expect(faultOf(claim(['在完成整合的基础上，', '并纳入考核。']))).toBe('略去了后文所依的分句')
    expect(faultOf(claim(['擅自扩大规模，', '严禁举债建设。']))).toBe('引文从句中截断')
    expect(faultOf(claim([open('〔待定〕'), '擅自扩大规模，', '严禁举债建设。']))).toBe('略去了否定的词')
    expect(faultOf(claim(['推进6家', '改造，', '并纳入考核。']))).not.toBeNull()
  })

  it('may not lose a hedge or a mark, nor join two clauses over a bracket', () => {
    expect(faultOf(claim(['村卫生室全部达标，', '急救站达到9个。']))).toBe('引文从句中截断')
    expect(faultOf(claim(['力争', '村卫生室全部达标', '急救站达到9个。']))).toBe('略去了标点')
    expect(faultOf(claim(['力争村卫生室', open('〔待定〕'), '达到9个。']))).toBe('把两个分句连成了一句')
    expect(faultOf(claim(['力争村卫生室', open('〔待定〕'), '，急救站达到9个。']))).toBeNull()
    expect(faultOf(claim([open('〔待定：上年推进6家〕'), '卫生院改造，', '并纳入考核。']))).toBe(
      '略去了限定后文的分句',
    )
  })

  it('knows no bracket but those of its list, and no old words that did not stand there', () => {
    for (const blank of [
      '〔已完成〕',
      '〔待定：上年5个〕',
      '〔待定：今年4个〕',
      '〔待定：上年4个，已达到〕',
      '〔2024年〕',
    ])
      expect(
        faultOf(claim(['市中心医院建成省级区域医疗中心，新增重点专科', open(blank), '。'], 2024)),
      ).not.toBeNull()
  })

  it('writes no year but the one it was given, and only where the plan has its own', () => {
    expect(
      faultOf(claim([open('2024'), '年，全市卫生健康工作深入贯彻党的二十大精神，以优异成绩迎接建市周年。'])),
    ).not.toBeNull()
    expect(
      faultOf(
        claim([open('2025'), '年，全市卫生健康工作深入贯彻党的二十大精神，以优异成绩迎接建市周年。'], 2024),
      ),
    ).not.toBeNull()
    expect(faultOf(claim(['每年体检老年人', open('2024'), '万人。'], 2024))).not.toBeNull()
  })

  it('may be left open as a whole, of the one place it names', () => {
    expect(faultOf(claim([]))).not.toBeNull()
    const place = claim(['购置救护车8辆；']).spans
    expect(faultOf({ text: '〔待定〕。', spans: place })).toBeNull()
    expect(faultOf({ text: '〔下一步待定：上年购置救护车8辆〕。', spans: place })).toBeNull()
    expect(faultOf({ text: '〔下一步待定：上年购置救护车9辆〕。', spans: place })).not.toBeNull()
  })

  it('tells what stood in the place of each bracket', () => {
    const one = claim(['市中心医院', open('〔待定〕'), '，新增重点专科', open('〔待定：上年4个〕'), '。'])
    expect(reopen(one, corpus)).toEqual({
      text: '市中心医院建成省级区域医疗中心，新增重点专科4个。',
      places: [
        { mark: '〔待定〕', words: '建成省级区域医疗中心' },
        { mark: '〔待定：上年4个〕', words: '4个' },
      ],
    })
  })

  it('falls with any letter changed, over all drafts of all bodies', async () => {
    const plans = allPlans()
    let tried = 0
    for (const [region, year] of BODIES) {
      const draft = await draftOutline({ region, year }, { corpus: plans })
      for (const [at, { text: words, basis }] of sentencesOf(draft).entries()) {
        const spans = basis.map(({ span }) => span)
        const place = (at * 7) % words.length
        const changed = [
          `${words.slice(0, place)}一${words.slice(place)}`,
          words.slice(0, place) + words.slice(place + 1),
          words.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10)),
          words.replace(/〔[^〕]*〕/u, '90%'),
          words.replace('推进', '完成'),
        ].filter((one) => one !== words && !isEndOnly(one, words))
        for (const one of changed) {
          tried++
          const { fault } = proveDraft({ text: one, spans, year }, plans)
          expect(`${one} | ${words} | ${fault}`).not.toMatch(/ \| null$/u)
        }
      }
    }
    expect(tried).toBeGreaterThan(1000)
  })
})

/** A full stop at the end is the one mark that may be there or not. */
function isEndOnly(one: string, other: string): boolean {
  return one.replace(/。$/u, '') === other.replace(/。$/u, '')
}
