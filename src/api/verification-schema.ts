import { z } from '@hono/zod-openapi'
import { citationSchema, filtersSchema, sentenceSchema } from './schema.ts'

export const verificationRequestSchema = z
  .object({
    text: z.string(),
    /** Only these are used, and the corpus is not, when given. */
    evidence: z
      .array(z.object({ title: z.string().max(500), text: z.string().max(500_000) }))
      .max(100)
      .optional(),
    filters: filtersSchema.optional(),
  })
  .openapi('VerificationRequest')

export const verifiedSentenceSchema = sentenceSchema
  .extend({
    /** Where the sentence stands in the text that was sent. */
    start: z.int(),
    end: z.int(),
    /** What it rests on, in full; none unless it is quoted or proven. */
    citations: z.array(citationSchema),
    /** What contradicts it, or only comes near. */
    nearest: citationSchema.nullable(),
  })
  .openapi('VerifiedSentence')

export const verificationSchema = z
  .object({ sentences: z.array(verifiedSentenceSchema), index_unit: z.literal('code_point') })
  .openapi('Verification')

export type VerificationJson = z.infer<typeof verificationSchema>
