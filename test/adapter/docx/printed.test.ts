import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocxExporter } from '../../../src/adapter/docx/index.ts'
import { docxReader } from '../../../src/adapter/word/index.ts'
import { exportModeSchema } from '../../../src/outline/export/index.ts'
import { anyOutline, itemOf, outlineOf } from '../../outline/export/outline-maker.ts'
import {
  inkIn,
  missingTool,
  officeTexts,
  POINTS_PER_MM,
  type PrintedPage,
  pagesOf,
  printPdf,
} from './printed.ts'

/** The type area: 156 by 225 mm, 37 mm from the top, 28 mm from the left. */
const AREA = { left: 28, right: 184, top: 37, bottom: 262 }
const PITCH = 28.95 / POINTS_PER_MM
const BODY = '卫'.repeat(2000)
const LONG_TITLE =
  '关于印发临江市全面推进卫生健康事业高质量发展加快建设健康临江2027年度重点工作任务清单及责任分工方案'

const missing = missingTool()

describe.skipIf(missing !== undefined)(
  `a printed draft${missing === undefined ? '' : ` (${missing} is missing)`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'printed-'))
    let pdf = ''
    let pages: readonly PrintedPage[] = []

    beforeAll(async () => {
      const exporter = createDocxExporter({ cut: wordsOf })
      const sentences = [{ text: BODY, verdict: 'unproven', basis: [] }]
      const section = { id: 's', number: '', heading: '重点任务', intro: [], items: [itemOf({ sentences })] }
      const outline = outlineOf({ title: LONG_TITLE, sections: [section] })
      const { bytes } = await exporter.export(outline, { mode: 'comments', isAdopted: false })
      pdf = printPdf(folder, 'draft', bytes)
      pages = pagesOf(pdf)
    })

    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    /** Without the page number. */
    const bodyOf = (page: number) => pages[page - 1]?.lines.filter(({ top }) => top < AREA.bottom) ?? []

    it('G1: is on A4 with the margins of the standard', () => {
      for (const { width, height } of pages) {
        expect(width).toBeCloseTo(210, 0)
        expect(height).toBeCloseTo(297, 0)
      }
      const lines = bodyOf(2)
      expect(Math.abs(Math.min(...lines.map(({ left }) => left)) - AREA.left)).toBeLessThan(1)
      expect(Math.abs(Math.max(...lines.map(({ right }) => right)) - AREA.right)).toBeLessThan(1)
      const [first, last] = [lines[0], lines.at(-1)]
      // A line of type stands in the middle of its line of the grid.
      const middle = (line = first) => ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2
      expect(Math.abs(middle(first) - (AREA.top + PITCH / 2))).toBeLessThan(2)
      expect(Math.abs(middle(last) - (AREA.bottom - PITCH / 2))).toBeLessThan(2)
    })

    it('G2: has 22 lines on a full page, 28.95 pt from each other', () => {
      const tops = bodyOf(2).map(({ top }) => top)
      expect(tops).toHaveLength(22)
      for (const [at, top] of tops.slice(1).entries()) expect(top - (tops[at] ?? 0)).toBeCloseTo(PITCH, 1)
    })

    it('G3: has 28 characters on a full line', () => {
      expect(new Set(bodyOf(2).map(({ text }) => text.length))).toEqual(new Set([28]))
    })

    it('G4: has its title in the middle, in lines of whole words, none as long as the next', () => {
      const title = bodyOf(1).slice(1, 4)
      expect(title.map(({ text }) => text).join('')).toBe(LONG_TITLE)
      for (const { left, right } of title)
        expect(Math.abs((left + right) / 2 - (AREA.left + AREA.right) / 2)).toBeLessThan(1)
      const widths = title.map(({ left, right }) => Math.round(right - left))
      expect(new Set(widths).size).toBe(3)
    })

    it('G5: has the dash of the page number 7 mm under the type area, right on odd pages, left on even ones', () => {
      const edge = 14 / POINTS_PER_MM
      const odd = pages[0]?.lines.at(-1)
      const even = pages[1]?.lines.at(-1)
      expect(odd?.text.replace(/\s/gu, '')).toBe('—1—')
      expect(even?.text.replace(/\s/gu, '')).toBe('—2—')
      expect(Math.abs((odd?.right ?? 0) - (AREA.right - edge))).toBeLessThan(1)
      expect(Math.abs((even?.left ?? 0) - (AREA.left + edge))).toBeLessThan(1)
      const dash = {
        left: AREA.left + edge,
        right: AREA.left + edge * 1.8,
        top: AREA.bottom + 1,
        bottom: 290,
      }
      expect(Math.abs(inkIn(pdf, 2, dash).top - (AREA.bottom + 7))).toBeLessThan(1)
    })

    it('G12: shows body text on its first page, under a title of three lines', () => {
      const text = bodyOf(1).map((line) => line.text)
      expect(text[0]).toBe('本文由人工智能辅助生成，采用前须经人工审核。')
      expect(text).toContain('（草稿）')
      expect(text.filter((line) => line.includes('卫卫卫')).length).toBeGreaterThan(10)
    })

    it('never breaks a figure or a word of Latin letters over two lines', async () => {
      const text = Array.from(
        { length: 26 },
        (_, at) => `${'卫'.repeat(20 + (at % 9))}达到1234567家，占98.75%以上，PCR实验室。`,
      )
      const sentences = [{ text: text.join(''), verdict: 'unproven', basis: [] }]
      const section = { id: 's', number: '', heading: '节', intro: [], items: [itemOf({ sentences })] }
      const { bytes } = await createDocxExporter({ cut: wordsOf }).export(
        outlineOf({ sections: [section] }),
        {
          mode: 'clean',
          isAdopted: false,
        },
      )
      const lines = pagesOf(printPdf(folder, 'figures', bytes)).flatMap((page) =>
        page.lines.map((line) => line.text),
      )
      for (const whole of ['1234567', '98.75%', 'PCR'])
        expect(lines.join('\n').split(whole)).toHaveLength(text.length + 1)
    })

    it('G8: opens in an office suite too, with the words our own reader finds, in 12 random drafts', async () => {
      const exporter = createDocxExporter({ cut: wordsOf })
      const files = new Map<string, Uint8Array>()
      for (const [at, outline] of fc.sample(anyOutline, { numRuns: 12, seed: 99 }).entries()) {
        const mode = exportModeSchema.options[at % 3] ?? 'clean'
        files.set(`random-${at}`, (await exporter.export(outline, { mode, isAdopted: false })).bytes)
      }
      const own = await Promise.all([...files].map(([name, bytes]) => docxReader.read(`${name}.docx`, bytes)))
      const squeezed = (text: string) => text.replace(/\s/gu, '')
      expect(officeTexts(folder, files).map(squeezed)).toEqual(own.map(({ text }) => squeezed(text)))
    })
  },
)

function wordsOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}
