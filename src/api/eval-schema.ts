import { z } from '@hono/zod-openapi'
import {
  caseViewSchema,
  comparisonSchema,
  complaintSchema,
  EXPORT_FORMATS,
  figureSchema,
  runRecordSchema,
  suiteHeadSchema,
} from '../evaluation/index.ts'
import { feedbackSchema } from './conversation-schema.ts'

const name = z.string().min(1).max(200)

export const runRequestSchema = z
  .object({
    /** Names of suites; all of them when left out. */
    suites: z.array(name).min(1).max(100).optional(),
    /** Whether the model of the settings words the answers. */
    model: z.boolean().optional(),
    /** Id of the run to compare with. */
    baseline: z.string().max(100).optional(),
  })
  .openapi('EvalRunRequest')

export const runHeadSchema = z
  .object({
    id: z.string(),
    status: z.enum(['running', 'done', 'interrupted', 'failed']),
    created_at: z.string(),
    progress: z
      .object({ done: z.int(), total: z.int().nullable(), stage: z.enum(['cases', 'meta', 'report']) })
      .nullable(),
    /** Why it failed. */
    fault: z.string().nullable(),
    suites: z.array(z.string()),
    whole: z.boolean(),
    model: z.string().nullable(),
    cases: z.int(),
    verdict: z.enum(['passed', 'failed', 'none']).nullable(),
    overall: z.array(figureSchema),
    result_sha256: z.string().nullable(),
  })
  .openapi('EvalRunHead')

export const runSchema = runHeadSchema.extend({ record: runRecordSchema.nullable() }).openapi('EvalRun')

export const runListSchema = z.object({ runs: z.array(runHeadSchema) }).openapi('EvalRunList')
export const suiteListSchema = z.object({ suites: z.array(suiteHeadSchema) }).openapi('EvalSuiteList')
export const failureListSchema = z.object({ failures: z.array(caseViewSchema) }).openapi('EvalFailureList')
// Made anew here: a schema of another file need not know of OpenAPI yet.
export const runComparisonSchema = z.object(comparisonSchema.shape).openapi('EvalComparison')
export const exportQuerySchema = z.object({ format: z.enum(EXPORT_FORMATS) })

export const complaintRequestSchema = z
  .object({
    feedback_id: z.string().max(100),
    /** What a right answer holds, a fact each. */
    right_answer: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
  })
  .openapi('EvalComplaintRequest')

/** What readers said, each with the case that was made of it. */
export const complaintListSchema = z
  .object({
    complaints: z.array(
      z.object({ feedback: feedbackSchema, shown: z.string().nullable(), case: complaintSchema.nullable() }),
    ),
  })
  .openapi('EvalComplaintList')

export type RunHeadJson = z.infer<typeof runHeadSchema>
export type RunJson = z.infer<typeof runSchema>
export type SuiteHeadJson = z.infer<typeof suiteHeadSchema>
export type CaseViewJson = z.infer<typeof caseViewSchema>
export type ComparisonJson = z.infer<typeof comparisonSchema>
export type ComplaintListJson = z.infer<typeof complaintListSchema>
