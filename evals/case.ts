import { readFileSync } from 'node:fs'
import { z } from 'zod'

const spanSchema = z.object({ file: z.string(), quote: z.string().min(1), start: z.int(), end: z.int() })

/** A place that a search is to find; the reason says why a reader would want it there. */
const hitSchema = spanSchema.extend({
  grade: z.union([z.literal(1), z.literal(2)]),
  reason: z.string().min(8),
})

/** One thing that is put to the product, with what a right reply holds; see datasets/README.md. */
export const caseSchema = z.object({
  id: z.string().min(1),
  /** What is tried: a kind of question, a way of asking, or a trap. */
  suite: z.string().min(1),
  /** A question, words to be searched for, or a claim to be checked. */
  question: z.string().min(1),
  /** The one file that is asked; all of them when absent. */
  file: z.string().optional(),
  /** What was asked before in the same conversation, oldest first. */
  history: z.array(z.string()).default([]),
  /** What a claim is checked against, and nothing else. */
  against: z.array(z.object({ title: z.string(), text: z.string() })).optional(),
  expect: z.object({
    /** `either`: a refusal is as right as an answer that holds to the rest. Of a claim: whether it is accepted. */
    kind: z.enum(['answered', 'refused', 'either']),
    nuggets: z.array(z.object({ any: z.array(z.string()).min(1), vital: z.boolean() })).default([]),
    must_not: z.array(z.string()).default([]),
    evidence: z.array(spanSchema).default([]),
    near_miss_evidence: z.array(spanSchema).optional(),
    hits: z.array(hitSchema).default([]),
  }),
  note: z.string().default(''),
})
export type EvalCase = z.infer<typeof caseSchema>

/** @throws ZodError naming the line's fault; SyntaxError for a line that is no JSON */
export function readCases(file: string): readonly EvalCase[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => caseSchema.parse(JSON.parse(line)))
}
