import { readFileSync } from 'node:fs'
import { z } from 'zod'

const spanSchema = z.object({ file: z.string(), quote: z.string(), start: z.int(), end: z.int() })

/** One question with what a right reply holds; see datasets/README.md. */
export const caseSchema = z.object({
  id: z.string(),
  /** What is tried: a kind of question, a way of asking, or a trap. */
  suite: z.string().min(1),
  question: z.string(),
  /** The one file that is asked; all of them when absent. */
  file: z.string().optional(),
  /** What was asked before in the same conversation, oldest first. */
  history: z.array(z.string()).default([]),
  expect: z.object({
    /** `either`: a refusal is as right as an answer that holds to the rest. */
    kind: z.enum(['answered', 'refused', 'either']),
    nuggets: z.array(z.object({ any: z.array(z.string()).min(1), vital: z.boolean() })),
    must_not: z.array(z.string()),
    evidence: z.array(spanSchema),
    near_miss_evidence: z.array(spanSchema).optional(),
  }),
  note: z.string(),
})
export type EvalCase = z.infer<typeof caseSchema>

/** @throws ZodError naming the line's fault; SyntaxError for a line that is no JSON */
export function readCases(file: string): readonly EvalCase[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => caseSchema.parse(JSON.parse(line)))
}
