import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServerEvent } from '../../src/web/server-event.ts'
import { answerSoFar, NOTHING_TOLD, shownSentences, toldAfter } from '../../src/web/told-answer.ts'
import { answerWith, citationWith } from './answer.ts'

const WHOLE = answerWith({ id: 'a7', conversation_id: 'c1' })
const FILTERS = { regions: ['青岛市'], years: [2024], document_kinds: [] }

function eventsOf(...told: readonly (readonly [string, unknown])[]): readonly ServerEvent[] {
  return told.map(([event, value], at) => ({ id: String(at + 1), event, data: JSON.stringify(value) }))
}

const sentence = (index: number, ...citations: readonly number[]) => ({
  index,
  text: `第${index}句`,
  verdict: 'quoted',
  citations,
})

const EVENTS = eventsOf(
  [
    'answer.created',
    { id: 'a7', conversation_id: 'c1', question: '问', resolved_question: null, filters: FILTERS },
  ],
  ['sources', { interpreted: WHOLE.interpreted, scope: WHOLE.scope }],
  ['answer.delta', sentence(0, 1)],
  ['citation.verified', citationWith({ id: 1 })],
  ['answer.delta', sentence(1, 1, 2)],
  ['citation.verified', citationWith({ id: 2 })],
  ['citation.rejected', { text: '错句', verdict: 'contradicted', checks: [], nearest: null }],
  ['answer.completed', WHOLE],
)

const toldBy = (events: readonly ServerEvent[]) => events.reduce(toldAfter, NOTHING_TOLD)
const textsAfter = (count: number) => shownSentences(toldBy(EVENTS.slice(0, count))).map(({ text }) => text)

describe('an answer told by events', () => {
  it('shows a sentence only when all its sources have arrived', () => {
    expect([2, 3, 4, 5, 6].map(textsAfter)).toEqual([[], [], ['第0句'], ['第0句'], ['第0句', '第1句']])
  })

  it('shows nothing that has not passed, nor what stands behind it', () => {
    const failed = { ...sentence(0, 1), verdict: 'unproven' }
    const told = toldBy(
      eventsOf(
        ['citation.verified', citationWith({ id: 1 })],
        ['answer.delta', failed],
        ['answer.delta', sentence(1, 1)],
      ),
    )
    expect(shownSentences(told)).toEqual([])
  })

  it('comes to the same wherever the stream was cut and told again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(8))), (connections) => {
        let seen = 0
        const heard = connections.flatMap(([back, length]) => {
          const start = Math.max(0, seen - back)
          seen = Math.max(seen, Math.min(EVENTS.length, start + length))
          return EVENTS.slice(start, start + length)
        })
        expect(toldBy([...heard, ...EVENTS.slice(seen)])).toEqual(toldBy(EVENTS))
      }),
    )
  })

  it('ends with the whole answer, or with what went wrong', () => {
    expect(toldBy(EVENTS).end).toEqual({ kind: 'completed', answer: WHOLE })
    expect(answerSoFar(toldBy(EVENTS), false)).toEqual(WHOLE)
    const problem = { status: 500, detail: '出错' }
    expect(toldBy(eventsOf(['error', problem])).end).toMatchObject({ kind: 'failed', problem })
  })

  it('passes over events it does not know', () => {
    expect(toldBy(eventsOf(['something.new', { a: 1 }]))).toEqual({ ...NOTHING_TOLD, lastEventId: 1 })
  })
})

describe('answerSoFar', () => {
  it('is nothing before the service has taken the question', () => {
    expect(answerSoFar(NOTHING_TOLD, false)).toBeNull()
  })

  it('holds the conditions from the first event on', () => {
    expect(answerSoFar(toldBy(EVENTS.slice(0, 1)), false)).toMatchObject({ id: 'a7', interpreted: FILTERS })
  })

  it('says that it was stopped', () => {
    const stopped = answerSoFar(toldBy(EVENTS.slice(0, 4)), true)
    expect(stopped).toMatchObject({ state: 'stopped', sentences: [{ text: '第0句' }] })
  })
})
