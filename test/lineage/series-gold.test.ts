import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCorpus } from '../../src/corpus/index.ts'
import { targetsOf } from '../../src/ledger/index.ts'
import { lineageOf } from '../../src/lineage/index.ts'
import { noWords } from '../../src/text/index.ts'
import { readPlan } from '../reader.ts'
import { SERIES_FOLDER } from './series-gold.ts'

const lineSchema = z.object({
  indicator: z.string(),
  values: z.array(z.object({ file: z.string(), quote: z.string() })),
})

/** How many values of each indicator of the gold stand in one series. */
function scoreSeries(body: string, region: string) {
  const files = readdirSync(SERIES_FOLDER).filter((file) => file.startsWith(body) && file.endsWith('.txt'))
  const documents = files.map((file) => readPlan(join(SERIES_FOLDER, file)))
  const { series } = lineageOf(createCorpus(documents), targetsOf, noWords, { region })
  const lines = readFileSync(join(SERIES_FOLDER, `${body}.series.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))
  const score = { right: 0, all: 0, missed: [] as string[] }
  for (const { indicator, values } of lines) {
    const places = values.map(({ file, quote }) => {
      const document = documents.find((each) => each.file === file)
      const start = document?.text.indexOf(quote) ?? -1
      return series.flatMap(({ rows }, at) => {
        const holds = rows.some(
          (row) => row.documentId === document?.id && row.start < start + quote.length && start < row.end,
        )
        return holds ? [at] : []
      })
    })
    const counts = Map.groupBy(places.flat(), (at) => at)
    const [best] = [...counts.values()].sort((a, b) => b.length - a.length)
    const own = best?.[0] ?? -1
    const found = places.filter((each) => each.includes(own)).length
    score.right += found
    score.all += values.length
    if (found < values.length) score.missed.push(`${indicator}: ${found} of ${values.length}`)
  }
  return score
}

describe('target series against gold', () => {
  it.each([
    ['suining', '遂宁市', 0.95],
    ['lushan', '鲁山县', 0.9],
    ['chancheng', '禅城区', 0.9],
  ])('of %s follow their indicators', (body, region, least) => {
    const { right, all, missed } = scoreSeries(body, region)
    expect(all).toBeGreaterThan(10)
    expect(right / all, missed.join('; ')).toBeGreaterThanOrEqual(least)
  })

  it.each([
    ['gongcheng', '恭城瑶族自治县', 0.9],
    ['changzhi', '长治市', 0.9],
  ])('of %s, which nobody looked at, do so too', (body, region, least) => {
    const { right, all } = scoreSeries(body, region)
    expect(right / all).toBeGreaterThanOrEqual(least)
  })
})
