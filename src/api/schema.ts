import { z } from '@hono/zod-openapi'

/** Half-open range of code points into a document's text. */
const spanSchema = z.object({ start: z.int(), end: z.int() })

function field<T extends z.ZodType>(value: T) {
  return z.object({ value, evidence: spanSchema.nullable(), inferred: z.boolean() }).nullable()
}

const jurisdictionSchema = z.object({
  name: z.string(),
  level: z.enum(['nation', 'province', 'city', 'county', 'district']),
  parent: z.string().nullable(),
})
function textSchema(longest: number) {
  return z.string().trim().min(1).max(longest).nullable()
}

const kindSchema = z.enum(['annual_plan', 'multi_year_plan', 'other'])
const yearsSchema = z.tuple([z.int(), z.int()])

export const metadataSchema = z.object({
  title: field(z.string()),
  issuer: field(z.string()),
  jurisdiction: field(jurisdictionSchema),
  kind: field(kindSchema),
  years: field(yearsSchema),
  document_number: field(z.string()),
  issued_on: field(z.string()),
  script: field(z.enum(['simplified', 'traditional', 'mixed'])),
})

export const excludedSchema = z.object({ start: z.int(), end: z.int(), text: z.string(), reason: z.string() })

export const sectionSchema = z.object({
  id: z.string(),
  parent_id: z.string().nullable(),
  level: z.int(),
  number: z.string(),
  heading: z.string(),
  start: z.int(),
  end: z.int(),
  heading_end: z.int(),
})

export const passageSchema = z.object({
  id: z.string(),
  start: z.int(),
  end: z.int(),
  path: z.array(z.string()),
})

/** One row of the target ledger. */
export const targetSchema = z
  .object({
    id: z.string(),
    indicator: z.string(),
    comparator: z.enum(['>=', '<=', '=', 'about', 'range', 'increase_by', 'decrease_by', 'milestone']),
    value: z.number().nullable(),
    value_to: z.number().nullable(),
    unit: z.string(),
    deadline_year: z.int().nullable(),
    deadline_explicit: z.boolean(),
    scope: z.string().nullable(),
    path: z.array(z.string()),
    document_id: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
  })
  .openapi('Target')

const metadataFieldSchema = z.enum([
  'title',
  'issuer',
  'jurisdiction',
  'kind',
  'years',
  'document_number',
  'issued_on',
  'script',
])

const correctionSchema = z.object({
  /** Fields a person has set, with the value that was read. */
  metadata: z.array(z.object({ field: metadataFieldSchema, read: z.unknown() })),
  /** Exclusions a person has taken back. */
  restored: z.array(excludedSchema),
})

/** What a person says of a document. A field that is left out stays as it is; null says that it is not stated. */
export const correctionRequestSchema = z
  .object({
    metadata: z
      .strictObject({
        title: textSchema(300),
        issuer: textSchema(200),
        /** A place of the official list, told by its parent where several have the name; others need a level. */
        jurisdiction: z
          .object({
            name: z.string().trim().min(2).max(40),
            parent: z.string().trim().max(40).nullable().optional(),
            level: jurisdictionSchema.shape.level.optional(),
          })
          .nullable(),
        kind: kindSchema.nullable(),
        years: z
          .tuple([z.int().min(1949).max(2100), z.int().min(1949).max(2100)])
          .refine(([from, to]) => from <= to)
          .nullable(),
        document_number: textSchema(60),
        issued_on: z.iso.date().nullable(),
        script: z.enum(['simplified', 'traditional', 'mixed']).nullable(),
      })
      .partial()
      .default({}),
    /** Fields that shall be again as they were read. */
    revert: z.array(metadataFieldSchema).max(8).default([]),
    /** Ranges of code points that shall be part of the document, or shall not. */
    exclusions: z
      .array(z.object({ start: z.int().min(0), end: z.int().min(1), excluded: z.boolean() }))
      .max(500)
      .default([]),
  })
  .openapi('CorrectionRequest')

const nearDuplicateSchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  /** Share of the wording both have, 0 to 1. */
  resemblance: z.number(),
})

/** All versions of one document, the newest first, and copies of it under other names. */
export const versionsSchema = z
  .object({
    versions: z.array(
      z.object({
        id: z.string(),
        file: z.string(),
        title: z.string(),
        sha256: z.string(),
        received_at: z.string().nullable(),
        is_current: z.boolean(),
      }),
    ),
    near_duplicates: z.array(nearDuplicateSchema),
  })
  .openapi('Versions')

/**
 * Where a quoted range of a document stands today: `same` in the document itself, `moved` in the newer version with
 * the same words, `changed` when the newer version no longer has these words at one place.
 */
export const locationSchema = z
  .object({
    status: z.enum(['same', 'moved', 'changed']),
    document_id: z.string(),
    start: z.int().nullable(),
    end: z.int().nullable(),
  })
  .openapi('Location')

/** What reading one file gave. */
export const inspectionSchema = z
  .object({
    file: z.string(),
    encoding: z.string(),
    text: z.string(),
    coverage: z.number(),
    /** What a person should check against the original, in plain Chinese. */
    doubts: z.array(z.string()),
    index_unit: z.literal('code_point'),
    /** Where each page's body begins and ends; empty for a format without pages. */
    pages: z.array(z.object({ number: z.int(), start: z.int(), end: z.int() })),
    metadata: metadataSchema,
    excluded: z.array(excludedSchema),
    sections: z.array(sectionSchema),
    passages: z.array(passageSchema),
    targets: z.array(targetSchema),
    /** What a person has changed of what was read; already worked into everything above. */
    correction: correctionSchema.nullable(),
  })
  .openapi('Inspection')

export const documentSummarySchema = z
  .object({
    id: z.string(),
    file: z.string(),
    title: z.string(),
    issuer: z.string().nullable(),
    jurisdiction: jurisdictionSchema.nullable(),
    kind: kindSchema,
    years: yearsSchema.nullable(),
    issued_on: z.string().nullable(),
    script: z.string().nullable(),
    encoding: z.string(),
    coverage: z.number(),
    characters: z.int(),
    passages: z.int(),
    sections: z.int(),
    excluded: z.array(z.object({ reason: z.string(), count: z.int(), characters: z.int() })),
    sha256: z.string(),
    /** Names of the fields above that were inferred and are not stated in the text. */
    inferred: z.array(z.string()),
    /** Names of the fields above that a person has set. */
    corrected: z.array(z.string()),
  })
  .openapi('DocumentSummary')

export const documentTextSchema = z
  .object({
    document_id: z.string(),
    file: z.string(),
    title: z.string(),
    index_unit: z.literal('code_point'),
    sha256: z.string(),
    text: z.string(),
    excluded: z.array(excludedSchema),
    /** Exclusions that a person has taken back. */
    restored: z.array(excludedSchema),
    sections: z.array(sectionSchema),
    /** Changes with every correction; what an edit names in `If-Match`. */
    etag: z.string(),
    /** The newer version of this document; null for the current one. */
    superseded_by: z.string().nullable(),
  })
  .openapi('DocumentText')

/** One page as it looks; units are the page's own, from its top left corner. */
export const pageSchema = z
  .object({
    page: z.int().positive(),
    width: z.number(),
    height: z.number(),
    index_unit: z.literal('code_point'),
    lines: z.array(
      z.object({
        start: z.int(),
        end: z.int(),
        top: z.number(),
        bottom: z.number(),
        /** Left and right of each code point of the line in turn. */
        edges: z.array(z.number()),
      }),
    ),
  })
  .openapi('Page')

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

export const answerSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['answered', 'refused']),
    question: z.string(),
    interpreted: z.object({
      kind: z.string(),
      regions: z.array(z.string()),
      years: z.array(z.int()),
      document_kinds: z.array(kindSchema),
      indicator: z.string(),
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
    near_misses: z.array(z.object({ why: z.string(), citation: citationSchema })),
    conflicts: z.array(z.object({ note: z.string(), citations: z.array(z.int()) })),
    refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
    follow_ups: z.array(z.string()),
    mode: z.enum(['extractive', 'model']),
    model: z.string().nullable(),
    timings_ms: z.record(z.string(), z.number()),
    trace_id: z.string(),
    created_at: z.string(),
  })
  .openapi('Answer')

export const filtersSchema = z
  .object({
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
export type DocumentSummaryJson = z.infer<typeof documentSummarySchema>
export type DocumentTextJson = z.infer<typeof documentTextSchema>
export type PageJson = z.infer<typeof pageSchema>
export type InspectionJson = z.infer<typeof inspectionSchema>
export type VersionsJson = z.infer<typeof versionsSchema>
export type LocationJson = z.infer<typeof locationSchema>
export type CorrectionRequestJson = z.input<typeof correctionRequestSchema>
export type SearchHitJson = z.infer<typeof searchHitSchema>
export type OverviewJson = z.infer<typeof overviewSchema>
export type ProblemJson = z.infer<typeof problemSchema>
