import { describe, expect, it } from 'vitest'
import { copyWithSources, plainCopy } from '../../src/web/copy-text.ts'
import { answerWith, citationWith } from './answer.ts'

const answered = answerWith({
  question: '青岛市到2024年新增多少张床位？',
  sentences: [
    { text: '新增医疗床位1.2万张。', verdict: 'quoted', citations: [1], checks: [] },
    { text: '将建成医院60家。', verdict: 'unproven', citations: [2], checks: [] },
  ],
  citations: [citationWith({ id: 1 }), citationWith({ id: 2, cited_text: '别处' })],
})

describe('plainCopy', () => {
  it('holds the question, the verified sentences and the label, and no numbers', () => {
    expect(plainCopy(answered)).toBe(
      [
        '青岛市到2024年新增多少张床位？',
        '',
        '新增医疗床位1.2万张。',
        '',
        '（摘自原文，未经改写；辅助检索，须人工审核）',
      ].join('\n'),
    )
  })

  it('asks the whole question where a short one leant on an earlier one', () => {
    const whole = '慈溪市2022年新增多少张床位？'
    const leaning = { ...answered.interpreted, resolved_question: whole }
    expect(plainCopy({ ...answered, question: '那慈溪呢？', interpreted: leaning }).split('\n')[0]).toBe(
      whole,
    )
  })

  it('names the model that worded the answer', () => {
    expect(plainCopy({ ...answered, mode: 'model', model: 'qwen3' })).toContain('由模型qwen3组织文字')
  })
})

describe('copyWithSources', () => {
  it('adds one numbered note for each source of a verified sentence', () => {
    const copied = copyWithSources(answered)
    expect(copied).toContain('新增医疗床位1.2万张。[1]')
    expect(copied).toContain(
      '出处\n[1] 《倍增三年行动计划》（青岛市，2022—2024年），三、主要任务 › （二）扩容。原文：新增医疗床位1.2万张',
    )
  })

  it('never carries a sentence that failed its proof, nor its source', () => {
    expect(copyWithSources(answered)).not.toMatch(/60家|别处|\[2\]/u)
  })

  it('says page, missing place and missing years', () => {
    const citations = [citationWith({ page: 3, jurisdiction: null, years: [], path: [] })]
    expect(copyWithSources({ ...answered, citations })).toContain(
      '《倍增三年行动计划》（地区未载明，年份未载明），篇首，第3页',
    )
  })

  it('keeps the quote but for its line breaks', () => {
    const citations = [citationWith({ cited_text: '第一行，𠮷 \n    第二行 两格' })]
    expect(copyWithSources({ ...answered, citations })).toContain('原文：第一行，𠮷第二行 两格')
  })

  it('states the scope of a refusal and marks what is only near', () => {
    const copied = copyWithSources(
      answerWith({
        kind: 'refused',
        refusal: { reason: 'not_found', message: '资料中没有找到三级医院的数量。' },
        near_misses: [{ why: '地区不同', citation: citationWith({ cited_text: '三级医院20家' }) }],
      }),
    )
    expect(copied).toContain(
      '资料中没有找到三级医院的数量。\n已全文检索 1 份文件：《倍增三年行动计划》（地区未载明，年份未载明）。',
    )
    expect(copied).toContain('近似但不同（地区不同）：')
  })

  it('states a side of a comparison that says nothing', () => {
    const missing = [{ region: '蓟州区', year: 2022, note: '' }]
    expect(copyWithSources({ ...answered, missing })).toContain('蓟州区2022年：全文已检，未提及。')
  })
})
