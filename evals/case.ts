import { readFileSync } from 'node:fs'
import { z } from 'zod'

const spanSchema = z.object({ file: z.string(), quote: z.string(), start: z.int(), end: z.int() })

/** One question with what a right reply holds; see datasets/README.md. */
export const caseSchema = z.object({
  id: z.string(),
  suite: z.enum(['fact', 'cross_year', 'cross_city', 'traditional', 'list', 'near_miss', 'out_of_scope']),
  question: z.string(),
  expect: z.object({
    kind: z.enum(['answered', 'refused']),
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
