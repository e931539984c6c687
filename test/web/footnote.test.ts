import { expect, it } from 'vitest'
import { toFootnotes } from '../../src/web/footnote.ts'
import { citationWith } from './answer.ts'

it('joins neighbouring citations of one section and no others', () => {
  const notes = toFootnotes([
    citationWith({ id: 1 }),
    citationWith({ id: 2 }),
    citationWith({ id: 3, path: ['四、保障措施'] }),
    citationWith({ id: 4, document_id: 'fedcba9876543210' }),
    citationWith({ id: 5 }),
  ])
  expect(notes.map(({ citations }) => citations.map(({ id }) => id))).toEqual([[1, 2], [3], [4], [5]])
})
