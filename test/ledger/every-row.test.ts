import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import { targetRowSchema } from '../../src/corpus/target.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readPlan, readSeed, readText, SEED_FOLDER, SEEDS } from '../reader.ts'
import { planPath, readGold } from './gold.ts'

describe('every row', () => {
  const plans = [
    ...new Set([...Object.values(SEEDS), ...readGold('targets-gold.jsonl').map(({ file }) => file)]),
  ]

  it.each(plans)('quotes %s exactly, outside of what is excluded, and always the same', (file) => {
    const document = readPlan(planPath(file))
    const view = normalisedView(document.text)
    const rows = extractTargets(document, view)
    expect(rows.length).toBeGreaterThan(10)
    expect(extractTargets(document, view)).toEqual(rows)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const row of rows) {
      expect(targetRowSchema.parse(row)).toEqual(row)
      expect(document.text.slice(row.start, row.end)).toBe(row.quote)
      expect(row.indicator).not.toBe('')
      const isInside = document.exclusions.some(
        ({ start, end }) => start < row.end && row.start < end && (start <= row.start || end >= row.end),
      )
      expect(isInside).toBe(false)
    }
  })

  it('holds for any text made of the letters of plans', () => {
    const letters = fc.constantFrom(
      ...'新增托位达到以上分别控制在万个%‰人次年底前到力争完成建成、，。；：（）()“”《》每率的较上0123456789.,-至 \n\t|𠮷',
    )
    const texts = fc.array(letters, { maxLength: 200 }).map((found) => found.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const document = readText(`某市2023年工作要点\n\n一、任务\n\n${text}`)
        for (const row of extractTargets(document, normalisedView(document.text))) {
          expect(document.text.slice(row.start, row.end)).toBe(row.quote)
          expect(targetRowSchema.safeParse(row).success).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads a very long line without punctuation in little time', () => {
    const document = readText(`某市2023年工作要点\n\n一、任务\n\n${'新增1 2床位达到'.repeat(20_000)}`)
    expect(extractTargets(document, normalisedView(document.text)).length).toBeLessThan(10)
  })

  it('shows no excluded word in an indicator', () => {
    const rows = extractTargets(readSeed('cixi'), normalisedView(readSeed('cixi').text))
    expect(rows.some(({ indicator }) => indicator.includes('大发'))).toBe(false)
    expect(rows.some(({ indicator }) => indicator === '出台具体方案')).toBe(true)
  })

  it('finds more than 240 rows in the five seeds', () => {
    const counts = Object.values(SEEDS).map((file) => {
      const document = readPlan(`${SEED_FOLDER}/${file}`)
      return extractTargets(document, normalisedView(document.text)).length
    })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(240)
  })
})
