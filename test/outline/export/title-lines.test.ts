import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleLines, widthOf } from '../../../src/outline/export/title-lines.ts'

const linesOf = (marked: string) => titleLines(marked.split('|'))

describe('the lines of a title', () => {
  it('are one where it fits', () => {
    expect(linesOf('临江市|卫生|健康|委员会|2027|年|工作|要点')).toEqual([
      '临江市卫生健康委员会2027年工作要点',
    ])
  })

  it.each([
    '关于|印发|临江市|卫生|健康|事业|高质量|发展|2027|年|重点|工作|要点|的|通知',
    '临江市|人民政府|办公室|关于|推进|基本|公共|卫生|服务|均等化|的|实施|方案',
    '永宁县|促进|中医药|传承|创新|发展|三|年|行动|计划|2027|年|实施|方案',
    '关于|印发|临江市|全面|推进|卫生|健康|事业|高质量|发展|加快|建设|健康|临江|2027|年度|重点|工作|任务|清单|及|责任|分工|方案|的|通知',
  ])('are a trapezium or a rhombus of whole words: %s', (marked) => {
    const lines = linesOf(marked)
    expect(lines.join('')).toBe(marked.replaceAll('|', ''))
    expect(lines.length).toBeGreaterThan(1)
    const widths = lines.map(widthOf)
    const steps = widths.slice(1).map((width, at) => Math.sign(width - (widths[at] ?? 0)))
    // Once lines have begun to be shorter, none is longer again.
    expect(steps.join('').replace(/^1*/u, '')).toMatch(/^(?:-1)*$/u)
    for (const width of widths) expect(width).toBeLessThanOrEqual(20)
    const ends = lines.map((_, at) => lines.slice(0, at + 1).join('').length)
    let end = 0
    const wordEnds = new Set(marked.split('|').map((word) => (end += word.length)))
    for (const place of ends) expect(wordEnds).toContain(place)
  })

  it('keep a figure with its unit, brackets together, and particles off the beginning', () => {
    const lines = linesOf('关于|印发|临江市|深入|实施|健康|临江|行动|方案|（|2027|—|2029|年|）|的|通知')
    for (const line of lines) {
      expect(line).not.toMatch(/^[的）—年]|[（\d]$/u)
    }
  })

  it('lose nothing of any title, and no line is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 30 }), (words) => {
        const lines = titleLines(words)
        expect(lines.join('')).toBe(words.join(''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20)
      }),
      { seed: 3 },
    )
  })
})
