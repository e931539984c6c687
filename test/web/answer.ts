import type { AnswerJson, CitationJson } from '../../src/api/schema.ts'

export function citationWith(part: Partial<CitationJson> = {}): CitationJson {
  return {
    id: 1,
    type: 'char_location',
    document_id: '0123456789abcdef',
    document_title: '倍增三年行动计划',
    file: 'plan.txt',
    jurisdiction: '青岛市',
    years: [2022, 2023, 2024],
    path: ['三、主要任务', '（二）扩容'],
    page: null,
    cited_text: '新增医疗床位1.2万张',
    start_char_index: 0,
    end_char_index: 11,
    answer_start: null,
    answer_end: null,
    sha256: '0'.repeat(64),
    verified: true,
    url: '/documents/0123456789abcdef?span=0-11',
    ...part,
  }
}

export function answerWith(part: Partial<AnswerJson> = {}): AnswerJson {
  return {
    id: 'a1',
    conversation_id: null,
    kind: 'answered',
    question: '问',
    interpreted: {
      kind: 'fact',
      regions: [],
      years: [],
      document_kinds: [],
      indicator: '',
      notes: [],
      resolved_question: null,
    },
    text: '',
    lead: null,
    comparison: null,
    sentences: [],
    citations: [],
    index_unit: 'code_point',
    missing: [],
    scope: {
      documents: [
        {
          id: '0123456789abcdef',
          title: '倍增三年行动计划',
          file: 'plan.txt',
          jurisdiction: null,
          years: null,
        },
      ],
      regions: [],
      years: [],
      fully_scanned: true,
    },
    near_misses: [],
    conflicts: [],
    refusal: null,
    follow_ups: [],
    mode: 'extractive',
    model: null,
    state: 'complete',
    notice: null,
    prompt: null,
    rejected: [],
    timings_ms: {},
    trace_id: 't',
    created_at: '2026-01-01T00:00:00Z',
    ...part,
  }
}
