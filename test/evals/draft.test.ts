import { describe, expect, it } from 'vitest'
import type { EvalCase, RubricLine } from '../../evals/case.ts'
import { draftCases } from '../../evals/draft/rubric.ts'
import { draftReply, type OutlineReply, outlineReplySchema } from '../../evals/draft/view.ts'
import { hashOf } from '../../evals/meta/good-reply.ts'
import { scoreDraftCheck } from '../../evals/scorer/draft.ts'
import { draftFigures, scoreDraft } from '../../evals/task/draft.ts'

const PLAN =
  '年新增托位300个的任务已经下达。一、扩大托育服务。新增托位300个，建成托育中心1所。二、开展巡回医疗。每年巡回医疗不少于12次。三、以优异成绩迎接大会召开。四、购置救护车8辆。'
const TEXTS = new Map([['plan-2024.txt', PLAN]])

function cited(id: number, quote: string) {
  const start = [...PLAN.slice(0, PLAN.indexOf(quote))].length
  return {
    id,
    file: 'plan-2024.txt',
    jurisdiction: '澄江市',
    years: [2024],
    document_title: '澄江市2024年工作要点',
    path: [],
    cited_text: quote,
    start_char_index: start,
    end_char_index: start + [...quote].length,
    sha256: hashOf(quote),
  }
}

const CITATIONS = [
  cited(1, '新增托位300个'),
  cited(2, '每年巡回医疗不少于12次'),
  cited(3, '以优异成绩迎接大会召开'),
  cited(4, '购置救护车8辆'),
  cited(5, '年新增托位300个'),
]

type Item = OutlineReply['sections'][number]['items'][number]

function item(text: string, citations: readonly number[], change: Partial<Item> = {}): Item {
  const sentences = [{ text, verdict: 'quoted', citations: [...citations] }]
  return { heading: '', sentences, status: 'continued', flags: [], ...change }
}

function outline(...items: readonly Item[]): OutlineReply {
  return outlineReplySchema.parse({
    region: '澄江市',
    year: 2025,
    sections: [{ heading: '主要任务', items }],
    citations: CITATIONS,
  })
}

function line(kind: RubricLine['kind'], any: readonly string[], flag: string | null = null): RubricLine {
  return {
    region: '澄江市',
    year: 2025,
    kind,
    what: '一项',
    quote: null,
    any: [...any],
    flag,
    also: [],
    note: '',
  }
}

function check(asked: RubricLine, draft: OutlineReply) {
  return scoreDraftCheck(asked, draftReply(draft, asked))
}

const NURSERY = item('新增托位〔待定：上年300个〕。', [1], {
  flags: [{ kind: 'needs_number', text: '300个' }],
})
const TOUR = item('每年巡回医疗不少于12次。', [2])
const SLOGAN = item('以优异成绩迎接大会召开。', [3])
const GOOD = outline(NURSERY, TOUR)

describe('a check of a draft', () => {
  it('wants what must be carried, in any of its wordings', () => {
    expect(check(line('must_carry', ['巡回诊疗', '巡回医疗']), GOOD)).toBe(1)
    expect(check(line('must_carry', ['家庭医生']), GOOD)).toBe(0)
  })

  it('wants what is due, and the flag beside it where one is asked for', () => {
    expect(check(line('must_due', ['巡回医疗不少于12次']), GOOD)).toBe(1)
    expect(check(line('must_due', ['新增托位'], 'needs_number'), GOOD)).toBe(1)
    expect(check(line('must_due', ['巡回医疗'], 'needs_number'), GOOD)).toBe(0)
  })

  it('wants a flag on words bound to their year, or the words gone', () => {
    const slogan = line('must_flag', ['迎接大会'], 'time_bound')
    const flagged = { ...SLOGAN, flags: [{ kind: 'time_bound', text: '迎接大会召开' }] }
    expect(check(slogan, outline(TOUR, SLOGAN))).toBe(0)
    expect(check(slogan, outline(TOUR, flagged))).toBe(1)
    expect(check(slogan, outline(TOUR, flagged, SLOGAN))).toBe(0)
    expect(check(slogan, outline(TOUR))).toBe(1)
    expect(
      check(
        { ...slogan, also: ['expired_policy'] },
        outline({ ...SLOGAN, flags: [{ kind: 'expired_policy', text: '大会' }] }),
      ),
    ).toBe(1)
  })

  it('does not take a figure that is gone for one that is flagged', () => {
    const figure = line('must_flag', ['300个'], 'needs_number')
    expect(check(figure, GOOD)).toBe(1)
    expect(check(figure, outline(TOUR))).toBe(0)
    expect(check(figure, outline(item('新增托位300个。', [1])))).toBe(0)
  })

  it('forbids what was done once, in a placeholder no more than in words', () => {
    const once = line('must_not_repeat', ['救护车8辆'])
    const bought = item('购置救护车8辆。', [4])
    expect(check(once, outline(TOUR))).toBe(1)
    expect(check(once, outline(TOUR, bought))).toBe(0)
    expect(check(once, outline(TOUR, { ...bought, status: 'one_off_expired' }))).toBe(1)
    expect(check(once, outline(item('购置〔待定：上年救护车8辆〕。', [4])))).toBe(1)
  })

  it('forbids words of its own that nobody wrote, and lets quoted ones stand', () => {
    const invented = line('must_not_invent', ['不少于12次', '已完成'])
    expect(check(invented, outline(TOUR))).toBe(1)
    expect(check(invented, outline(item('每年巡回医疗不少于12次，已完成。', [2])))).toBe(0)
    expect(check(invented, outline(item('每年巡回医疗不少于12次。', [])))).toBe(0)
  })

  it.each(['must_carry', 'must_due', 'must_flag', 'must_not_repeat', 'must_not_invent'] as const)(
    'is not met by an empty draft: %s',
    (kind) => {
      expect(check(line(kind, ['救护车'], kind === 'must_flag' ? 'time_bound' : null), outline())).toBe(0)
    },
  )
})

describe('a draft as a whole', () => {
  const whole: EvalCase = {
    id: 'whole',
    suite: 'whole',
    question: '?',
    history: [],
    expect: { kind: 'answered', nuggets: [], must_not: [], evidence: [], hits: [] },
    draft: line('must_carry', ['?']),
    note: '',
  }
  const score = (draft: OutlineReply) => scoreDraft(whole, draftReply(draft, null), TEXTS)

  it('is supported where every sentence is made of what it cites and of placeholders', () => {
    expect(score(GOOD)).toEqual({ correctness: 1, supported: 1, uncitedShare: 0, spanExactness: 1 })
  })

  it.each([
    ['a figure that is not in the source', '新增托位500个。', [1], 0.5],
    ['a clause more', '新增托位300个，惠及全市。', [1], 0.5],
    ['another item’s source', '新增托位300个。', [2], 0.5],
    ['no source', '新增托位300个。', [], 0.5],
    ['the year of the draft', '2025年巡回医疗不少于12次。', [2], 0.5],
    ['the year of the draft before what the source says of its own', '2025年新增托位300个。', [5], 1],
    ['another year', '2026年新增托位300个。', [5], 0.5],
    ['a unit that is not in the source', '新增托位〔待定〕张。', [1], 0.5],
    ['a placeholder in the middle of a quotation', '新增托位〔待定〕个。', [1], 1],
  ])('is judged sentence by sentence: %s', (_, text, citations, supported) => {
    expect(score(outline(TOUR, item(text, citations))).supported).toBe(supported)
  })

  it('is unscored when it is empty', () => {
    expect(score(outline())).toMatchObject({ correctness: null, supported: null })
    expect(draftFigures([])).toMatchObject({ checksMet: null, carried: null, supported: null })
  })

  it('tells a shifted span', () => {
    const [first = cited(1, '新增托位300个'), ...others] = CITATIONS
    const shifted = {
      ...GOOD,
      citations: [{ ...first, start_char_index: first.start_char_index + 1 }, ...others],
    }
    expect(score(shifted).spanExactness).toBe(0.8)
  })
})

describe('the rubrics', () => {
  it('are cases with ids of their own, and one for each draft as a whole', () => {
    const cases = draftCases('test/fixture/series')
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(cases.filter(({ suite }) => suite === 'whole').length).toBeGreaterThanOrEqual(4)
    expect(cases.length).toBeGreaterThanOrEqual(150)
  })
})
