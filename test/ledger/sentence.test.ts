import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { brief, briefWithYears } from './sentence-rows.ts'

const caseSchema = z.object({
  plan: z.enum(['of 2023', 'of 2024 to 2026']),
  sentence: z.string(),
  /** With the year due, where the plan is of several. */
  rows: z.array(z.string()),
})
const cases = readFileSync(join(import.meta.dirname, 'sentence.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => caseSchema.parse(JSON.parse(line)))

/** Made for their grammar, none from a plan. */
describe('sentences', () => {
  it.each(cases)('reads $sentence in a plan $plan', ({ plan, sentence, rows }) => {
    expect((plan === 'of 2023' ? brief : briefWithYears)(sentence)).toEqual(rows)
  })
})
