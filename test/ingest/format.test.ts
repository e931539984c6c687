import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLAN_FOLDER } from '../reader.ts'
import { countOf, type FormatCount, WAYS } from './format-gold.ts'
import { readGoldPlan, readMarkedPage } from './gold.ts'

const PAGE_FOLDER = join(import.meta.dirname, '../fixture/page')
const textsIn = (folder: string) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [join(folder, name)] : []))
const GOLDS = [...textsIn(PLAN_FOLDER).map(readGoldPlan), ...textsIn(PAGE_FOLDER).map(readMarkedPage)]

/**
 * Every plan with gold, saved in every form. The floors are those of `npm run measure:reading`, a little below what
 * was reached; on pages as they are printed one line of page furniture runs into the first sentence.
 */
describe('a plan saved in any form', () => {
  it.each(WAYS)('is read as its text is: %s', async (...way) => {
    const counts: FormatCount[] = []
    for (const gold of GOLDS) {
      const count = await countOf(gold, way)
      if (count !== undefined) counts.push(count)
    }
    expect(counts.length).toBeGreaterThan(0)
    const sum = (pick: (count: FormatCount) => number) =>
      counts.reduce((total, count) => total + pick(count), 0)
    const found = sum(({ headings }) => headings.found + headings.gold)
    const excluded = sum(({ characters }) => characters.excluded)
    expect((2 * sum(({ headings }) => headings.right)) / found).toBeGreaterThanOrEqual(0.99)
    expect(
      sum(({ metadata }) => metadata.right) / sum(({ metadata }) => metadata.all),
    ).toBeGreaterThanOrEqual(0.98)
    expect(sum(({ characters }) => characters.kept)).toBeLessThanOrEqual(excluded * 0.02)
    expect(sum(({ characters }) => characters.lost)).toBeLessThanOrEqual(excluded * 0.03)
  })
})
