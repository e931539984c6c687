import { describe, expect, it } from 'vitest'
import { gistOf, type Thread, versionsOf, withAnswer } from '../../src/web/thread.ts'
import { answerWith } from './answer.ts'

const turnOf = (answer: ReturnType<typeof answerWith> | null) => ({
  answerId: 'a',
  firstAnswerId: 'a',
  question: '问',
  answer,
})

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

describe('versionsOf', () => {
  const ids = ['a', 'b', 'again', 'more']
  const thread = ids.reduce<Thread | undefined>(
    (before, id) => withAnswer(before, answerWith({ id, conversation_id: 'c' }), id.length > 1 ? 'a' : null),
    undefined,
  )
  const shown = (openId: string | null) =>
    versionsOf(thread?.turns ?? [], openId).map((one) => [one.shown.answerId, ...one.answerIds])

  it('shows the last answer of a question where it was first asked, unless another stands open', () => {
    expect(shown('b')).toEqual([
      ['more', 'a', 'again', 'more'],
      ['b', 'b'],
    ])
    expect(shown('again')[0]?.[0]).toBe('again')
  })

  it('tells an answer that only repeats the one before it', () => {
    const said = (id: string, text: string) => answerWith({ id, text, conversation_id: 'c' })
    const first = withAnswer(undefined, said('a', '甲'))
    const same = withAnswer(first, said('b', '甲'), 'a')
    expect(versionsOf(same.turns, null)[0]?.isRepeat).toBe(true)
    expect(versionsOf(same.turns, 'a')[0]?.isRepeat).toBe(false)
    expect(versionsOf(withAnswer(first, said('c', '乙'), 'a').turns, null)[0]?.isRepeat).toBe(false)
  })

  it('holds an answer asked for again of a later version to the same question', () => {
    const later = withAnswer(thread, answerWith({ id: 'last', conversation_id: 'c' }), 'more')
    expect(versionsOf(later.turns, null)[0]?.answerIds).toEqual(['a', 'again', 'more', 'last'])
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
