import { z } from '@hono/zod-openapi'
import { kindSchema, yearsSchema } from './document-schema.ts'

export const citationSchema = z
  .object({
    id: z.int().positive(),
    type: z.literal('char_location'),
    document_id: z.string(),
    document_title: z.string(),
    file: z.string(),
    jurisdiction: z.string().nullable(),
    years: z.array(z.int()),
    path: z.array(z.string()),
    page: z.int().nullable(),
    cited_text: z.string(),
    start_char_index: z.int(),
    end_char_index: z.int(),
    answer_start: z.int().nullable(),
    answer_end: z.int().nullable(),
    sha256: z.string(),
    verified: z.literal(true),
    url: z.string(),
  })
  .openapi('Citation')

export const sentenceSchema = z
  .object({
    text: z.string(),
    verdict: z.enum(['quoted', 'proven', 'contradicted', 'unproven']),
    citations: z.array(z.int().positive()),
    checks: z.array(z.object({ kind: z.string(), value: z.string(), ok: z.boolean(), note: z.string() })),
  })
  .openapi('Sentence')

export const rejectedSchema = z.object({
  text: z.string(),
  verdict: z.enum(['contradicted', 'unproven']),
  checks: sentenceSchema.shape.checks,
  nearest: citationSchema.nullable(),
})

/** A comparison as a table: place × year, or documents; a cell points at `sentences` of the answer. */
const comparisonSchema = z.object({
  regions: z.array(z.string()),
  years: z.array(z.int()),
  cells: z.array(
    z.object({
      region: z.string().nullable(),
      year: z.int().nullable(),
      document: z.string().nullable(),
      sentences: z.array(z.int().nonnegative()),
      note: z.string().nullable(),
    }),
  ),
  note: z.string().nullable(),
})

export const answerSchema = z
  .object({
    id: z.string(),
    /** The conversation the question belongs to; null outside of any. */
    conversation_id: z.string().nullable().default(null),
    kind: z.enum(['answered', 'refused']),
    question: z.string(),
    interpreted: z.object({
      kind: z.string(),
      regions: z.array(z.string()),
      years: z.array(z.int()),
      document_kinds: z.array(kindSchema),
      indicator: z.string(),
      /** How words were taken that may be taken otherwise. */
      notes: z.array(z.string()).default([]),
      /** The whole question that was answered, when what was asked leans on an earlier one. */
      resolved_question: z.string().nullable().default(null),
    }),
    text: z.string(),
    sentences: z.array(sentenceSchema),
    citations: z.array(citationSchema),
    index_unit: z.literal('code_point'),
    /** Sides of a comparison that were searched in full and say nothing. */
    missing: z.array(z.object({ region: z.string().nullable(), year: z.int().nullable(), note: z.string() })),
    scope: z.object({
      documents: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          file: z.string(),
          jurisdiction: z.string().nullable(),
          years: yearsSchema.nullable(),
        }),
      ),
      regions: z.array(z.string()),
      years: z.array(z.int()),
      fully_scanned: z.boolean(),
    }),
    /** Words of the service's own at the head of `text`; the sentences follow. */
    lead: z.string().nullable().default(null),
    comparison: comparisonSchema.nullable().default(null),
    near_misses: z.array(z.object({ why: z.string(), citation: citationSchema })),
    conflicts: z.array(z.object({ note: z.string(), citations: z.array(z.int()) })),
    refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
    follow_ups: z.array(z.string()),
    mode: z.enum(['extractive', 'model']),
    model: z.string().nullable(),
    state: z.enum(['complete', 'stopped', 'incomplete']).default('complete'),
    notice: z.string().nullable().default(null),
    /** The prompt a model was given; null when none was asked. */
    prompt: z.object({ id: z.string(), version: z.int(), sha256: z.string() }).nullable().default(null),
    /** Sentences of a model that the originals do not bear out. */
    rejected: z.array(rejectedSchema).default([]),
    timings_ms: z.record(z.string(), z.number()),
    trace_id: z.string(),
    created_at: z.string(),
  })
  .openapi('Answer')

export const filtersSchema = z
  .strictObject({
    regions: z.array(z.string().max(40)).max(50).optional(),
    years: z.array(z.int().min(1900).max(2100)).max(50).optional(),
    document_kinds: z.array(kindSchema).optional(),
    document_ids: z
      .array(z.string().regex(/^[0-9a-f]{16}$/))
      .max(1000)
      .optional(),
  })
  .openapi('Filters')

export const answerRequestSchema = z
  .object({
    question: z.string(),
    conversation_id: z.string().max(100).optional(),
    /** The question is taken as it is, whatever was asked before it. */
    standalone: z.boolean().optional(),
    /** An answer of the same conversation; the new one becomes another version of it. */
    again_of: z.string().max(100).optional(),
    filters: filtersSchema.optional(),
  })
  .openapi('AnswerRequest')

export const searchRequestSchema = z
  .object({ query: z.string(), k: z.int().min(1).max(100).default(10), filters: filtersSchema.optional() })
  .openapi('SearchRequest')

export const searchHitSchema = z
  .object({
    rank: z.int().positive(),
    passage_id: z.string(),
    document_id: z.string(),
    file: z.string(),
    title: z.string(),
    jurisdiction: z.string().nullable(),
    years: z.array(z.int()),
    path: z.array(z.string()),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    scores: z.record(z.string(), z.number()),
  })
  .openapi('SearchHit')

/** The corpus in numbers, and questions made from it, for an empty page. */
export const overviewSchema = z
  .object({
    documents: z.int(),
    passages: z.int(),
    years: yearsSchema.nullable(),
    regions: z.array(z.string()),
    sample_questions: z.array(z.string()),
    mode: z.enum(['extractive', 'model']),
    embedder: z.string(),
    notices: z.array(z.string()),
  })
  .openapi('Overview')

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem')

export type AnswerJson = z.infer<typeof answerSchema>
export type CitationJson = z.infer<typeof citationSchema>
export type SentenceJson = z.infer<typeof sentenceSchema>
export type SearchHitJson = z.infer<typeof searchHitSchema>
export type OverviewJson = z.infer<typeof overviewSchema>
export type ProblemJson = z.infer<typeof problemSchema>
