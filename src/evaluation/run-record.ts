import { z } from 'zod'
import { taskSchema } from './case-view.ts'
import { comparisonSchema } from './comparison.ts'
import { figureSchema, groupSchema } from './figure.ts'

/** Everything a result depends on; two runs with the same hashes give the same results. */
export const hashesSchema = z.object({
  code: z.string(),
  prompts: z.string(),
  config: z.string(),
  corpus: z.string(),
  datasets: z.string(),
  gate: z.string(),
})
export type Hashes = z.infer<typeof hashesSchema>

const shortfallSchema = z.object({
  suite: z.string(),
  suite_label: z.string(),
  name: z.string(),
  label: z.string(),
  unit: z.enum(['share', 'count']),
  value: z.number().nullable(),
  side: z.enum(['least', 'most']),
  bound: z.number(),
  reason: z.string(),
})

/** `none`: the gate asks nothing of what was run. */
export const verdictSchema = z.object({
  kind: z.enum(['passed', 'failed', 'none']),
  bounds: z.int(),
  shortfalls: z.array(shortfallSchema),
})
export type Verdict = z.infer<typeof verdictSchema>

/** How well the suite itself catches what is wrong on purpose. */
export const metaSchema = z.object({
  /** Faults put into good replies. */
  catches: z.array(z.object({ kind: z.string(), label: z.string(), n: z.int(), caught: z.int() })),
  /** Scorers against replies that people have labelled. */
  calibrations: z.array(z.object({ scorer: z.string(), label: z.string(), n: z.int(), agreed: z.int() })),
  /** Products broken on purpose, with what the gate says of them. */
  products: z.array(z.object({ kind: z.string(), label: z.string(), shortfalls: z.int() })),
  figures: z.array(figureSchema),
})
export type Meta = z.infer<typeof metaSchema>

/** One run as it is stored, and as every door gives it out. */
export const runRecordSchema = z.object({
  format: z.literal(1),
  id: z.string(),
  created_at: z.string(),
  /** Null while it runs, and for good when it was cut off. */
  finished_at: z.string().nullable(),
  suites: z.array(z.string()),
  /** Whether nothing was left out. */
  whole: z.boolean(),
  model: z.string().nullable(),
  hashes: hashesSchema,
  /** Hash of every case with its reply and scores, without times; null before the end. */
  result_sha256: z.string().nullable(),
  seconds: z.number().nullable(),
  /** Milliseconds that half of the cases, and all but one in a hundred, took at most; told and never judged. */
  latency: z.object({ p50: z.number().nullable(), p99: z.number().nullable() }),
  cases: z.int(),
  verdict: verdictSchema.nullable(),
  overall: z.array(figureSchema),
  results: z.array(
    groupSchema.extend({
      task: taskSchema,
      about: z.string(),
      groups: z.array(groupSchema),
    }),
  ),
  meta: metaSchema.nullable(),
  baseline: comparisonSchema.nullable(),
})
export type RunRecord = z.infer<typeof runRecordSchema>
