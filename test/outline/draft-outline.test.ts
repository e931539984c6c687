import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { proveDraft } from '../../src/citation/index.ts'
import type { Corpus } from '../../src/corpus/index.ts'
import { draftOutline, type Outline, OutlineRefusal, outlineSchema } from '../../src/outline/index.ts'
import { allPlans, BODIES, corpusOf, SERIES_FOLDER, sentencesOf } from './bodies.ts'
import { meets, readRubric } from './rubric.ts'

let corpus: Corpus
let drafts: readonly Outline[]
beforeAll(async () => {
  corpus = allPlans()
  drafts = await Promise.all(BODIES.map(([region, year]) => draftOutline({ region, year }, { corpus })))
})

describe('a draft without a model', () => {
  it('has the shape that is stored, and is the same when made again', async () => {
    for (const draft of drafts) expect(outlineSchema.parse(draft)).toEqual(draft)
    expect(await draftOutline({ region: '遂宁市', year: 2025 }, { corpus })).toEqual(
      drafts[BODIES.findIndex(([region, year]) => region === '遂宁' && year === 2025)],
    )
  })

  it('says nothing that is not proven anew from the spans it names', () => {
    for (const draft of drafts) {
      expect(sentencesOf(draft).length).toBeGreaterThan(10)
      for (const { text, verdict, basis } of sentencesOf(draft)) {
        const spans = basis.map(({ span }) => span)
        expect({ text, verdict }).toEqual({ text, verdict: 'quoted' })
        expect(proveDraft({ text, spans, year: draft.year }, corpus).fault).toBeNull()
      }
    }
  })

  it('repeats no figure of last year as one of this year', () => {
    for (const draft of drafts)
      for (const { status, targets, sentences } of draft.sections.flatMap(({ items }) => items)) {
        if (status === 'due') continue
        const told = sentences.map(({ text }) => text.replace(/〔[^〕]*〕/gu, '')).join('')
        const shares = targets.filter(
          ({ kind, unit, isYearly }) => kind === 'figure' && /[%‰]/u.test(unit) && !isYearly,
        )
        for (const { figure, unit, quote } of shares.filter(({ quote: clause }) => told.includes(clause)))
          expect(`${figure}${unit} in ${quote}`).toBe('left open')
      }
  })

  it('goes by the order, the names and the numbers of the body', () => {
    const [qingdao, , cixi, jizhou] = drafts
    expect(qingdao?.title).toBe('市卫生健康委2023年工作要点')
    expect(qingdao?.sections.map(({ number, heading }) => number + heading)).toEqual([
      '一、攻坚任务',
      '二、重点工作',
    ])
    expect(cixi?.sections.at(-1)?.items.at(-1)?.number).toBe('20.')
    expect(jizhou?.sections).toHaveLength(15)
    expect(jizhou?.opening[0]?.text).toMatch(/^2023年卫生健康工作思路是：/u)
  })

  it('shows of each task where it comes from, over the years', () => {
    const suining = drafts.find(({ region, year }) => region === '遂宁市' && year === 2025)
    const item = suining?.sections[0]?.items[0]
    const years = item?.basis.map((basis) => basis.years?.[0])
    expect(years?.[0]).toBe(2024)
    expect(years).toContain(2023)
  })

  it('refuses in plain words where there is nothing to rest on', async () => {
    for (const request of [
      { region: '昆明', year: 2025 },
      { region: '慈溪', year: 2022 },
      { region: '', year: 2023 },
      { region: '甘肃', year: 2025 },
    ])
      await expect(draftOutline(request, { corpus })).rejects.toThrow(OutlineRefusal)
    await expect(draftOutline({ region: '慈溪', year: 2022 }, { corpus })).rejects.toThrow(/只有2022年的/u)
  })

  it('keeps the commitments of every year, and says what a longer plan asks for', async () => {
    const draft = await draftOutline(
      { region: '丽水', year: 2024 },
      {
        corpus: corpusOf({
          'a.txt': `丽水市卫生健康委员会2023年工作要点
一、提升能力
（一）建强基层。全市建成社区医院6家，基层就诊率达到60%以上。每年培训乡村医生200名。
（二）优化急救。购置救护车12辆，市急救中心新址主体封顶。
二、做好保障
（一）抓好安全。每季度开展一次检查。`,
          'b.txt': `丽水市卫生健康能力提升三年行动计划（2023—2025年）
丽水市卫生健康委员会
一、主要任务
（一）建强基层。到2024年，基层就诊率达到65%以上；到2025年，基层就诊率达到68%以上，建成社区医院20家。
（二）优化急救。每年新增急救站点3个。`,
        }),
      },
    )
    const items = draft.sections.flatMap(({ items: own }) => own)
    const told = items.map(({ sentences }) => sentences.map(({ text }) => text).join(''))
    expect(told[0]).toBe('基层就诊率达到〔待定：上年60%以上〕。每年培训乡村医生200名。')
    expect(items.filter(({ status }) => status === 'due').map(({ heading }) => heading)).toEqual([
      '建强基层',
      '优化急救',
    ])
    expect(told.join('')).toContain('到2024年，基层就诊率达到65%以上；')
    expect(told.join('')).toContain('到2025年，基层就诊率达到68%以上，建成社区医院20家〔未给出当年值〕。')
    expect(told.join('')).toContain('每年新增急救站点3个。')
    expect(told.join('')).toContain('市急救中心新址〔下一步待定：上年主体封顶〕。')
    expect(draft.dropped.map(({ text }) => text)).toContain('购置救护车12辆')
    expect(items[0]?.status).toBe('strengthened')
  })
})

describe('the rubric', () => {
  it('is met by the drafts of every body, those held back from the builders too', async () => {
    const readme = readFileSync(join(SERIES_FOLDER, 'README.md'), 'utf8')
    const held = [...readme.matchAll(/^\| `(\w+)` .*\| held \|$/gmu)].map(([, body]) => body)
    const files = readdirSync(SERIES_FOLDER).filter((file) => file.endsWith('.rubric.jsonl'))
    const judged = await Promise.all(
      files.map(async (file) => {
        const lines = readRubric(join(SERIES_FOLDER, file))
        const [first] = lines
        if (first === undefined) throw new Error(`${file} is empty`)
        const draft = await draftOutline(first, { corpus })
        const isHeld = held.includes(file.split('.')[0])
        return lines.map((line) => ({ kind: line.kind, isHeld, isMet: meets(line, draft) }))
      }),
    )
    const all = judged.flat()
    expect(all.length).toBeGreaterThanOrEqual(250)
    const share = (isHeld: boolean, ...kinds: readonly string[]) => {
      const asked = all.filter((line) => line.isHeld === isHeld && kinds.includes(line.kind))
      return asked.filter(({ isMet }) => isMet).length / asked.length
    }
    for (const isHeld of [false, true]) {
      expect(share(isHeld, 'must_carry', 'must_due')).toBeGreaterThanOrEqual(0.95)
      expect(share(isHeld, 'must_flag')).toBeGreaterThanOrEqual(0.92)
    }
    expect(share(false, 'must_not_repeat', 'must_not_invent')).toBe(1)
    expect(share(true, 'must_not_repeat', 'must_not_invent')).toBeGreaterThanOrEqual(0.96)
  })
})
