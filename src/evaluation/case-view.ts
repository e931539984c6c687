import { z } from 'zod'

/** What a suite asks of the program. */
export const taskSchema = z.enum(['answer', 'search', 'proof', 'draft'])

/** One case as a person judges it: what was asked, what was wanted, what came, and from where. */
export const caseViewSchema = z.object({
  suite: z.string(),
  /** Whether it was to be answered, found, judged true or not, or held to by a draft. */
  task: taskSchema,
  id: z.string(),
  group: z.string(),
  question: z.string(),
  history: z.array(z.string()),
  expected: z.object({
    kind: z.enum(['answered', 'refused', 'either']),
    facts: z.array(z.string()),
    must_not: z.array(z.string()),
    evidence: z.array(z.object({ file: z.string(), quote: z.string() })),
    note: z.string(),
  }),
  got: z.object({
    kind: z.enum(['answered', 'refused']),
    text: z.string(),
    citations: z.array(z.object({ title: z.string(), path: z.array(z.string()), quote: z.string() })),
    near_misses: z.array(z.object({ why: z.string(), quote: z.string() })),
  }),
  scores: z.record(z.string(), z.number().nullable()),
  /** What is wrong with it, in words. */
  faults: z.array(z.string()),
})
export type CaseView = z.infer<typeof caseViewSchema>
