import { describe, expect, it } from 'vitest'
import { loadHistory, remember } from '../../src/web/session-history.ts'
import { answerWith } from './answer.ts'

describe('loadHistory', () => {
  it.each([null, '', 'nonsense', '{"a":1}', '[1,null,{"id":1}]'])('takes %s for an empty list', (stored) => {
    expect(loadHistory({ getItem: () => stored })).toEqual([])
  })

  it('survives a storage that is shut off', () => {
    const getItem = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(loadHistory({ getItem })).toEqual([])
  })
})

describe('remember', () => {
  it('puts the newest first and each answer once', () => {
    const once = remember([], answerWith({ id: 'a' }))
    const twice = remember(remember(once, answerWith({ id: 'b' })), answerWith({ id: 'a' }))
    expect(twice.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('says under which conditions and with what result', () => {
    const interpreted = {
      kind: 'fact',
      regions: ['青岛市'],
      years: [2024],
      document_kinds: [],
      indicator: '',
      notes: [],
      resolved_question: null,
    }
    const [entry] = remember([], answerWith({ kind: 'refused', interpreted }))
    expect(entry?.outcome).toBe('青岛市，2024年，未作答')
  })
})
