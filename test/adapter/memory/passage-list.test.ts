import { describe, expect, it } from 'vitest'
import { PassageList } from '../../../src/adapter/memory/passage-list.ts'
import { documentId, passageId } from '../../contract/id.ts'

describe('passages of some documents', () => {
  const list = new PassageList()
  for (const [at, document] of ['a', 'a', 'b', 'c', 'c'].entries())
    list.append(passageId(`${document}.${at}`), documentId(document))
  const runsOf = (...names: string[]) => list.runsOf(new Set(names.map((name) => documentId(name))))

  it('are one run where the documents stand next to one another', () => {
    expect(runsOf('c', 'b', 'a')).toEqual([{ start: 0, end: 5 }])
    expect(runsOf('b', 'c')).toEqual([{ start: 2, end: 5 }])
  })

  it('are several runs where another document stands between', () => {
    expect(runsOf('a', 'c')).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ])
  })

  it('are none for an unknown document', () => {
    expect(runsOf('d')).toEqual([])
  })
})
