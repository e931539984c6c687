import { readFileSync } from 'node:fs'
import { z } from 'zod'

const spanSchema = z.object({ file: z.string(), quote: z.string().min(1), start: z.int(), end: z.int() })

/** A place that a search is to find; the reason says why a reader would want it there. */
const hitSchema = spanSchema.extend({
  grade: z.union([z.literal(1), z.literal(2)]),
  reason: z.string().min(8),
})

/** What a draft of next year's plan has to hold, to flag or to leave out; `any` are words of which one decides. */
export const rubricLineSchema = z.object({
  region: z.string().min(1),
  year: z.int(),
  kind: z.enum(['must_carry', 'must_due', 'must_flag', 'must_not_repeat', 'must_not_invent']),
  what: z.string().min(1),
  /** The plan that `quote` stands in. */
  file: z.string().nullish(),
  quote: z.string().nullable(),
  any: z.array(z.string().min(1)).min(1),
  /** The flag an item must carry; beside an item that must be carried it is wanted too. */
  flag: z.string().nullable(),
  /** Other flags that are as right. */
  also: z.array(z.string()).default([]),
  note: z.string().default(''),
})
export type RubricLine = z.infer<typeof rubricLineSchema>

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
  /** What a draft is held against; a whole draft for the line of the suite `whole`. */
  draft: rubricLineSchema.optional(),
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
