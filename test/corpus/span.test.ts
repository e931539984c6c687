import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contains,
  firstEndingAfter,
  isTraditional,
  normalisedView,
  overlaps,
  type Range,
  sha256,
  subtract,
} from '../../src/corpus/index.ts'

/** Ascending and disjoint, touching ones among them. */
const holes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 })), { maxLength: 8 })
  .map((steps) => {
    const ranges: Range[] = []
    let at = 0
    for (const [gap, length] of steps) {
      ranges.push({ start: at + gap, end: at + gap + length })
      at += gap + length
    }
    return ranges
  })
const range = fc
  .tuple(fc.nat(60), fc.nat(30))
  .map(([start, length]): Range => ({ start, end: start + length }))

function offsets({ start, end }: Range): readonly number[] {
  return Array.from({ length: end - start }, (_, at) => start + at)
}

describe('subtract', () => {
  it('leaves exactly the offsets that no hole holds, in order', () => {
    fc.assert(
      fc.property(range, holes, (whole, ranges) => {
        const taken = new Set(ranges.flatMap(offsets))
        const parts = subtract(whole, ranges)
        expect(parts.flatMap(offsets)).toEqual(offsets(whole).filter((at) => !taken.has(at)))
        expect(parts.every(({ start, end }) => start < end)).toBe(true)
      }),
    )
  })
})

describe('firstEndingAfter', () => {
  it('gives the only range that can hold or overlap what starts there', () => {
    fc.assert(
      fc.property(range, holes, (inner, ranges) => {
        const nearest = firstEndingAfter(ranges, inner.start)
        const isHeld = ranges.some((outer) => inner.end > inner.start && contains(outer, inner))
        const isMet = ranges.some((other) => overlaps(other, inner))
        if (isHeld) expect(nearest && contains(nearest, inner)).toBe(true)
        if (inner.end > inner.start) expect(nearest !== undefined && overlaps(nearest, inner)).toBe(isMet)
      }),
    )
  })
})

describe('normalisedView', () => {
  it('is as long as the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalisedView(text)).toHaveLength(text.length)
      }),
    )
  })

  it.each([
    ['關於印發《工作要點》的通知', '关于印发《工作要点》的通知'],
    ['２０２２年（ＣＯＶＩＤ）　％', '2022年(covid) %'],
    ['İstanbul ẞ 𠮷 ﬁ', 'İstanbul ß 𠮷 ﬁ'],
  ])('reads %s as %s', (text, view) => {
    expect(normalisedView(text)).toBe(view)
  })

  it('tells what is written in traditional script', () => {
    expect([...'青島衛生健康委員會'].filter(isTraditional).join('')).toBe('島衛員會')
    expect([...'青岛卫生健康委员会 abc，。１'].some(isTraditional)).toBe(false)
  })
})

describe('sha256', () => {
  it('is that of the bytes, and of a text in UTF-8', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect([sha256(''), sha256(new Uint8Array())]).toEqual([empty, empty])
    expect(sha256('卫生𠮷')).toBe(sha256(new TextEncoder().encode('卫生𠮷')))
  })
})
