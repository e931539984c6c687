import { z } from 'zod'

/** A figure of two runs over the cases that both have, with the interval of the difference. */
const differenceSchema = z.object({
  suite: z.string(),
  name: z.string(),
  label: z.string(),
  unit: z.enum(['share', 'count']),
  base: z.number().nullable(),
  now: z.number().nullable(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int(),
})
export type Difference = z.infer<typeof differenceSchema>

/** A case that came out another way than before. */
const changedCaseSchema = z.object({
  suite: z.string(),
  id: z.string(),
  question: z.string(),
  /** `changed`: as right or as wrong as before, in other words. */
  kind: z.enum(['won', 'lost', 'changed']),
  expected: z.string(),
  base_text: z.string(),
  now_text: z.string(),
})
export type ChangedCase = z.infer<typeof changedCaseSchema>

/** What an earlier run and a later one share and where they differ. */
export const comparisonSchema = z.object({
  base: z.object({ id: z.string(), created_at: z.string(), model: z.string().nullable() }),
  now: z.object({ id: z.string(), created_at: z.string(), model: z.string().nullable() }),
  /** Which of the hashed things are no longer the same. */
  differs: z.array(z.string()),
  matched: z.int(),
  /** Cases of one run only, or asked otherwise; they are left out of everything here. */
  unmatched: z.int(),
  same: z.int(),
  figures: z.array(differenceSchema),
  cases: z.array(changedCaseSchema),
})
export type Comparison = z.infer<typeof comparisonSchema>
