import { describe, expect, it } from 'vitest'
import type { Feedback, FeedbackStore } from '../../src/answer/index.ts'

function feedback(id: string, part: Partial<Feedback> = {}): Feedback {
  return {
    id,
    answerId: 'a1',
    question: '问',
    sentence: null,
    sentenceText: null,
    verdict: 'right',
    note: '',
    createdAt: '2026-01-01T00:00:00Z',
    ...part,
  }
}

/** What every feedback store does, whatever it is made of. */
export function feedbackStoreContract(name: string, createStore: () => FeedbackStore): void {
  describe(`feedback store: ${name}`, () => {
    it('holds nothing at first', () => {
      expect(createStore().list(10)).toEqual([])
    })

    it('gives back feedback exactly as it was added, newest first', () => {
      const store = createStore()
      const given = [
        feedback('f1'),
        feedback('f2', { verdict: 'wrong_source', sentence: 0, sentenceText: '“𠮷”\n句。', note: '错' }),
        feedback('f3', { answerId: 'a2' }),
      ]
      for (const one of given) store.add(one)
      expect(store.list(10).map((one) => one.feedback)).toEqual(given.toReversed())
    })

    it('is paged through without a gap or a repeat while more comes in', () => {
      const store = createStore()
      for (let at = 0; at < 5; at++) store.add(feedback(`f${at}`))
      const seen: string[] = []
      let before: number | undefined
      for (let page = store.list(2); page.length > 0; page = store.list(2, before)) {
        seen.push(...page.map((one) => one.feedback.id))
        before = page.at(-1)?.number
        store.add(feedback(`later${seen.length}`))
      }
      expect(seen).toEqual(['f4', 'f3', 'f2', 'f1', 'f0'])
    })
  })
}
