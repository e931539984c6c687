import { describe, expect, it } from 'vitest'
import type { TraceJson } from '../../src/api/trace-schema.ts'
import { conditionsText, searchText, versionRows } from '../../src/web/trace-wording.ts'
import { answerWith } from './answer.ts'

const SEARCH: TraceJson['searches'][number] = {
  regions: ['甲市'],
  years: [2024],
  documents: 2,
  words: [
    { text: '医院', weight: 0.5 },
    { text: '三级', weight: 1.9 },
  ],
  candidates: [],
}

const TRACE: TraceJson = {
  answer_id: 'a',
  created_at: '2026-11-22T04:00:00Z',
  question: '问',
  filters: { years: [] },
  interpreted: { ...answerWith().interpreted, regions: ['甲市'] },
  index_unit: 'code_point',
  searches: [SEARCH],
  searches_left_off: 0,
  verdicts: [],
  rejected: [],
  versions: {
    corpus: '0123456789abcdef',
    reader: 3,
    segmenter: 's',
    embedder: 'e',
    model: null,
    prompts: [{ id: 'answer', version: 2, sha256: '0' }],
  },
  timings_ms: {},
}

describe('the account of an answer', () => {
  it('tells conditions set by hand from those seen in the question', () => {
    expect(conditionsText(TRACE)).toBe('地区：甲市（从问题看出）；年份：不限（手动设定）；文种：不限')
  })

  it('says where was searched and for what, the rarest word first', () => {
    expect(searchText(SEARCH)).toBe('在甲市、2024年的 2 份文件中检索，查找“三级”“医院”')
    expect(searchText({ ...SEARCH, regions: [], years: [], words: [] })).toBe('在全部的 2 份文件中检索')
  })

  it('names every version that took part', () => {
    const rows = new Map(versionRows(TRACE))
    expect(rows.get('文库版本')).toBe('0123456789ab')
    expect(rows.get('模型')).toBe('未使用')
    expect(rows.get('提示词')).toBe('answer 第 2 版')
  })
})
