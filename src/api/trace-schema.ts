import { z } from '@hono/zod-openapi'
import { answerSchema, filtersSchema, rejectedSchema } from './schema.ts'

const candidateSchema = z.object({
  rank: z.int().positive(),
  passage_id: z.string(),
  document_id: z.string(),
  start: z.int(),
  end: z.int(),
  scores: z.record(z.string(), z.number()),
  /** Whether the answer cites it, was given by better evidence, or what spoke against it. */
  outcome: z.enum([
    'used',
    'outranked',
    'no_evidence',
    'weak',
    'part_missing',
    'nothing_expected',
    'other_place',
    'other_year',
    'end_value_only',
  ]),
})

/** How an answer came about: what was understood, looked at and checked, and by which versions of everything. */
export const traceSchema = z
  .object({
    answer_id: z.string(),
    created_at: z.string(),
    question: z.string(),
    filters: filtersSchema,
    interpreted: answerSchema.shape.interpreted,
    index_unit: z.literal('code_point'),
    /** One for each side of a comparison; several when other documents were looked into as well. */
    searches: z.array(
      z.object({
        regions: z.array(z.string()),
        years: z.array(z.int()),
        documents: z.int(),
        /** What was looked for, with its weight: the rarer the heavier. */
        words: z.array(z.object({ text: z.string(), weight: z.number() })),
        candidates: z.array(candidateSchema),
      }),
    ),
    searches_left_off: z.int(),
    verdicts: answerSchema.shape.sentences,
    rejected: z.array(rejectedSchema),
    versions: z.object({
      corpus: z.string(),
      reader: z.int(),
      segmenter: z.string(),
      embedder: z.string(),
      model: z.string().nullable(),
      prompts: z.array(z.object({ id: z.string(), version: z.int(), sha256: z.string() })),
    }),
    timings_ms: z.record(z.string(), z.number()),
  })
  .openapi('Trace')

export type TraceJson = z.infer<typeof traceSchema>
export type CandidateJson = z.infer<typeof candidateSchema>
