import { describe, expect, it } from 'vitest'
import { caseSchema } from '../../evals/case.ts'
import { complaintScores, GONE } from '../../evals/run/complaint-score.ts'
import type { Reply } from '../../evals/scorer/reply.ts'
import { replySchema } from '../../evals/scorer/reply.ts'
import type { Complaint } from '../../src/evaluation/index.ts'

const SPAN = { file: 'a.txt', start: 0, end: 4, sha256: 'f'.repeat(64), text: '25个。' }

function complaint(
  changes: Partial<Omit<Complaint, 'shown'>> & { readonly shown?: Partial<Complaint['shown']> },
): Complaint {
  const { shown, ...rest } = changes
  return {
    id: 'complaint-1',
    feedback_id: '1',
    created_at: '2031-01-01T00:00:00.000Z',
    question: '口袋公园要建多少个？',
    history: [],
    filters: {},
    documents: [],
    verdict: 'wrong',
    note: '',
    right_answer: [],
    ...rest,
    shown: {
      kind: 'answered',
      text: '建成25个。',
      sentence: null,
      spans: [{ ...SPAN, document_id: '0123456789abcdef', document_title: '要点' }],
      ...shown,
    },
  }
}

function reply(text: string, kind: Reply['kind'] = 'answered', sha256 = SPAN.sha256): Reply {
  const citation = {
    id: 1,
    file: 'a.txt',
    jurisdiction: null,
    years: [],
    document_title: '要点',
    path: [],
    cited_text: SPAN.text,
    start_char_index: 0,
    end_char_index: 4,
    sha256,
  }
  const citations = kind === 'refused' ? [] : [citation]
  return replySchema.parse({ kind, text, sentences: [], citations, near_misses: [] })
}

function outcome(one: Complaint, now: Reply, correctness: number | null): number | null | undefined {
  const evalCase = caseSchema.parse({
    id: one.id,
    suite: one.verdict,
    question: one.question,
    expect: { kind: 'either' },
  })
  return complaintScores(one, { evalCase, reply: now, scores: { correctness }, elapsedMs: 0 }).correctness
}

describe('a complaint asked again', () => {
  it('is 0 when what was complained of comes again', () => {
    expect(outcome(complaint({}), reply('建成25个。'), 1)).toBe(0)
    const sentence = complaint({ shown: { sentence: '建成25个。' } })
    expect(outcome(sentence, reply('今年建成25个。另建3个。'), 1)).toBe(0)
    const refused = complaint({
      verdict: 'wrongly_refused',
      shown: { kind: 'refused', spans: [], text: '没有写明' },
    })
    expect(outcome(refused, reply('仍没有写明', 'refused'), 1)).toBe(0)
    const source = complaint({ verdict: 'wrong_source' })
    expect(outcome(source, reply('建成25个，全年。'), 1)).toBe(0)
  })

  it('is not scored when it changed and nobody said what is right', () => {
    expect(outcome(complaint({}), reply('建成30个。'), 1)).toBeNull()
    const refused = complaint({
      verdict: 'wrongly_refused',
      shown: { kind: 'refused', spans: [], text: '没有写明' },
    })
    expect(outcome(refused, reply('建成25个。'), 1)).toBeNull()
    expect(
      outcome(complaint({ verdict: 'wrong_source' }), reply('建成25个！', 'answered', 'a'.repeat(64)), 1),
    ).toBeNull()
  })

  it('is held against what a person said to be right', () => {
    const one = complaint({ right_answer: ['30个'] })
    expect(outcome(one, reply('建成30个。'), 1)).toBe(1)
    expect(outcome(one, reply('建成31个。'), 0)).toBe(0)
  })

  it('keeps an answer that somebody found right as it was', () => {
    const right = complaint({ verdict: 'right' })
    expect(outcome(right, reply('建成25个。'), null)).toBe(1)
    expect(outcome(right, reply('今年建成25个。'), null)).toBe(1)
    expect(outcome(right, reply('今年建成26个。', 'answered', 'a'.repeat(64)), null)).toBe(0)
    expect(outcome(right, reply('没有写明', 'refused'), null)).toBe(0)
  })

  it('is not scored when its evidence is gone', () => {
    expect(outcome(complaint({ verdict: 'right' }), reply(GONE, 'refused'), 1)).toBeNull()
    expect(outcome(complaint({ verdict: 'wrongly_refused' }), reply(GONE, 'refused'), 0)).toBeNull()
  })
})
