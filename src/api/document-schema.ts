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

export const kindSchema = z.enum(['annual_plan', 'multi_year_plan', 'other'])
export const yearsSchema = z.tuple([z.int(), z.int()])

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

export const partSchema = z.object({
  kind: z.enum(['notice', 'plan', 'annex', 'imprint']),
  start: z.int(),
  end: z.int(),
})

/** Items counted inside one paragraph: 一是…；二是…. */
export const enumerationSchema = z.object({
  start: z.int(),
  end: z.int(),
  items: z.array(z.object({ number: z.string(), start: z.int(), end: z.int() })),
})

/** Who answers for an item and by when; `words` are the bodies or the time alone. */
export const assignmentSchema = z.object({
  kind: z.enum(['lead', 'responsible', 'deadline']),
  start: z.int(),
  end: z.int(),
  words: spanSchema,
  text: z.string(),
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
    parts: z.array(partSchema),
    enumerations: z.array(enumerationSchema),
    assignments: z.array(assignmentSchema),
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

export type DocumentSummaryJson = z.infer<typeof documentSummarySchema>
export type DocumentTextJson = z.infer<typeof documentTextSchema>
export type PageJson = z.infer<typeof pageSchema>
export type InspectionJson = z.infer<typeof inspectionSchema>
export type VersionsJson = z.infer<typeof versionsSchema>
export type LocationJson = z.infer<typeof locationSchema>
export type CorrectionRequestJson = z.input<typeof correctionRequestSchema>
