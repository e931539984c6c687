import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexCodePoints } from '../../src/web/code-point.ts'
import { anyText, textWithRange } from './text.ts'

describe('indexCodePoints', () => {
  it('counts code points as the language does', () => {
    fc.assert(fc.property(anyText, (text) => indexCodePoints(text).length === [...text].length))
  })

  it('gives the UTF-16 offset of every code point boundary', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = indexCodePoints(text)
        let utf16 = 0
        for (const [position, character] of [...text].entries()) {
          expect(index.toUtf16(position)).toBe(utf16)
          utf16 += character.length
        }
        expect(index.toUtf16(index.length)).toBe(text.length)
      }),
    )
  })

  it('comes back to the same code point', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = indexCodePoints(text)
        for (let position = 0; position <= index.length; position++) {
          expect(index.toCodePoint(index.toUtf16(position))).toBe(position)
        }
      }),
    )
  })

  it('slices exactly the code points meant', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        const range = indexCodePoints(text).rangeOf(start, end)
        expect(range && text.slice(range.start, range.end)).toBe([...text].slice(start, end).join(''))
      }),
    )
  })

  it.each([
    [-1, 1],
    [0, 0],
    [2, 1],
    [0, 5],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses the range %d to %d of a text of four', (start, end) => {
    expect(indexCodePoints('a𠮷b😀').rangeOf(start, end)).toBeUndefined()
  })
})
