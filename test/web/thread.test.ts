import { describe, expect, it } from 'vitest'
import { gistOf, withAnswer } from '../../src/web/thread.ts'
import { answerWith } from './answer.ts'

const turnOf = (answer: ReturnType<typeof answerWith> | null) => ({ answerId: 'a', question: '问', answer })

describe('withAnswer', () => {
  it('puts a new answer last and replaces a known one in its place', () => {
    const first = withAnswer(undefined, answerWith({ id: 'a', conversation_id: 'c' }))
    const both = withAnswer(first, answerWith({ id: 'b', conversation_id: 'c' }))
    const changed = withAnswer(both, answerWith({ id: 'a', conversation_id: 'c', state: 'stopped' }))
    expect(changed.conversationId).toBe('c')
    expect(changed.turns.map(({ answerId }) => answerId)).toEqual(['a', 'b'])
    expect(changed.turns[0]?.answer?.state).toBe('stopped')
  })
})

describe('gistOf', () => {
  it('is the first verified sentence, or why there is none', () => {
    const sentences = [
      { text: '未证实', verdict: 'unproven' as const, citations: [], checks: [] },
      { text: '证实', verdict: 'quoted' as const, citations: [], checks: [] },
    ]
    expect(gistOf(turnOf(answerWith({ sentences })))).toBe('证实')
    const refusal = { reason: 'not_found', message: '没有提到。' }
    expect(gistOf(turnOf(answerWith({ kind: 'refused', refusal })))).toBe('没有提到。')
    expect(gistOf(turnOf(null))).toContain('不再保存')
  })
})
