import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NATIONAL_STYLE, numbered, shownItems, styleOf } from '../../src/outline/number.ts'
import type { Outline } from '../../src/outline/outline.ts'
import { anyOutline, itemOf, outlineOf } from './export/outline-maker.ts'

type Shape = readonly (readonly [level: number, state?: string])[]

const draftOf = (...sections: readonly Shape[]): Outline =>
  outlineOf({
    sections: sections.map((items, at) => ({
      id: `s${at}`,
      number: '',
      heading: '节',
      intro: [],
      items: items.map(([level, state = 'draft'], order) => itemOf({ id: `${at}.${order}`, level, state })),
    })),
  })

const numbersOf = (outline: Outline) =>
  outline.sections.flatMap(({ number, items }) => [number, ...items.map((item) => item.number)])

describe('numbers of a draft', () => {
  it('are 一、（一）1.（1）, starting again under the next higher one', () => {
    const outline = draftOf([[2], [3], [3], [4], [4], [2], [3], [4]], [[2], [3]])
    expect(numbersOf(numbered(outline))).toEqual([
      ...['一、', '（一）', '1.', '2.', '（1）', '（2）', '（二）', '1.', '（1）'],
      ...['二、', '（一）', '1.'],
    ])
  })

  it('go on where a level is left out, as the standard does with 一、 and 1.', () => {
    expect(numbersOf(numbered(draftOf([[3], [3], [2], [4]])))).toEqual([
      '一、',
      '1.',
      '2.',
      '（一）',
      '（1）',
    ])
  })

  it('leave a rejected task out with what belongs to it, and do not count it', () => {
    const outline = draftOf([[2], [2, 'rejected'], [3], [4], [2], [3, 'rejected'], [3]])
    expect(numbersOf(numbered(outline))).toEqual(['一、', '（一）', '', '', '', '（二）', '', '1.'])
  })

  it('leave out a section of which all was rejected, not one that was always empty', () => {
    const outline = draftOf([[2, 'rejected'], [3]], [], [[2]])
    expect(numbersOf(numbered(outline))).toEqual(['', '', '', '一、', '二、', '（一）'])
  })

  it('can be one row of 1. through the whole draft', () => {
    const outline = draftOf([[2], [2], [3]], [[2], [3]])
    const style = { second: 'arabic', runsOn: true } as const
    expect(numbersOf(numbered(outline, style))).toEqual(['一、', '1.', '2.', '（1）', '二、', '3.', '（1）'])
  })

  it('follow the habit a draft was numbered by', () => {
    const outline = draftOf([[2], [2], [3]], [[2], [3]])
    for (const second of ['bracketed', 'arabic'] as const)
      for (const runsOn of [true, false]) {
        const given = numbered(outline, { second, runsOn })
        expect(numbered(given)).toEqual(given)
      }
    expect(styleOf(outline)).toEqual(NATIONAL_STYLE)
  })

  it('count without a gap in 200 random drafts', () => {
    fc.assert(
      fc.property(anyOutline, (outline) => {
        for (const { items } of numbered(outline).sections)
          expectUnbroken(items.map(({ level, number }) => ({ level, number })))
        const shown = outline.sections.flatMap((section) => shownItems(section).map(({ id }) => id))
        const withNumber = numbered(outline).sections.flatMap(({ items }) =>
          items.filter(({ number }) => number !== '').map(({ id }) => id),
        )
        expect(withNumber).toEqual(shown)
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

const FIRST_TEN = '一二三四五六七八九十'

/** Every number is the first of its row or the one after its next elder brother's. */
function expectUnbroken(items: readonly { readonly level: number; readonly number: string }[]): void {
  const shown = items.filter(({ number }) => number !== '')
  shown.forEach(({ level, number }, at) => {
    const before = shown.slice(0, at)
    const parent = before.findLastIndex((other) => other.level < level)
    const place = before.slice(parent + 1).filter((other) => other.level === level).length
    const expected = { 2: `（${FIRST_TEN[place]}）`, 3: `${place + 1}.`, 4: `（${place + 1}）` }[level]
    expect(number).toBe(expected)
  })
}
