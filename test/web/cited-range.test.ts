import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCited } from '../../src/web/cited-range.ts'
import { indexCodePoints } from '../../src/web/code-point.ts'
import { textWithRange } from './text.ts'

function citationOf(text: string, start: number, end: number) {
  const words = [...text].slice(start, end).join('')
  return {
    start_char_index: start,
    end_char_index: end,
    cited_text: words,
    sha256: createHash('sha256').update(words, 'utf8').digest('hex'),
  }
}

describe('findCited', () => {
  it('finds every honest citation at its place', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        const citation = citationOf(text, start, end)
        const range = findCited(text, indexCodePoints(text), citation)
        expect(range && text.slice(range.start, range.end)).toBe(citation.cited_text)
      }),
    )
  })

  it('finds nothing when the document has changed under the citation', () => {
    const citation = citationOf('新增医疗床位1.2万张', 6, 9)
    const changed = '新增医疗床位1.3万张'
    expect(findCited(changed, indexCodePoints(changed), citation)).toBeUndefined()
  })

  it('finds nothing when offset, words or hash disagree with the text', () => {
    const text = '到2024年𠮷新增床位'
    const index = indexCodePoints(text)
    const citation = citationOf(text, 6, 10)
    expect(findCited(text, index, citation)).toEqual({ start: 6, end: 11 })
    expect(findCited(text, index, { ...citation, start_char_index: 7 })).toBeUndefined()
    expect(findCited(text, index, { ...citation, cited_text: '𠮷新增牀' })).toBeUndefined()
    expect(findCited(text, index, { ...citation, sha256: '0'.repeat(64) })).toBeUndefined()
    expect(findCited(text, index, { ...citation, end_char_index: 99 })).toBeUndefined()
  })
})
