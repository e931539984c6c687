import { z } from 'zod'
import { documentIdSchema, passageIdSchema } from './id.ts'
import { rangeSchema } from './span.ts'

/** A fact read from a document: where it stands, or that it was only inferred. */
function readField<T extends z.ZodType>(value: T) {
  return z.object({ value, evidence: rangeSchema.nullable(), inferred: z.boolean() }).readonly().nullable()
}

export const jurisdictionLevelSchema = z.enum(['nation', 'province', 'city', 'county', 'district'])
export type JurisdictionLevel = z.infer<typeof jurisdictionLevelSchema>

export const jurisdictionSchema = z
  .object({ name: z.string(), level: jurisdictionLevelSchema, parent: z.string().nullable() })
  .readonly()
export type Jurisdiction = z.infer<typeof jurisdictionSchema>

export const documentKindSchema = z.enum(['annual_plan', 'multi_year_plan', 'other'])
export type DocumentKind = z.infer<typeof documentKindSchema>

export const scriptSchema = z.enum(['simplified', 'traditional', 'mixed'])

export const metadataSchema = z
  .object({
    title: readField(z.string()),
    issuer: readField(z.string()),
    jurisdiction: readField(jurisdictionSchema),
    kind: readField(documentKindSchema),
    years: readField(z.tuple([z.int(), z.int()]).readonly()),
    documentNumber: readField(z.string()),
    issuedOn: readField(z.string()),
    script: readField(scriptSchema),
  })
  .readonly()
export type Metadata = z.infer<typeof metadataSchema>

export const exclusionReasonSchema = z.enum([
  'page_chrome',
  'repeated_title',
  'seo_spam',
  'injected_term',
  'editor_residue',
  'metadata_run',
])

export const exclusionSchema = z
  .object({ start: z.int(), end: z.int(), reason: exclusionReasonSchema })
  .readonly()
export type Exclusion = z.infer<typeof exclusionSchema>

/** One heading and all that stands under it, down to the next heading of its level or above. */
export const sectionSchema = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    level: z.int().positive(),
    number: z.string(),
    heading: z.string(),
    start: z.int(),
    end: z.int(),
    headingEnd: z.int(),
  })
  .readonly()
export type Section = z.infer<typeof sectionSchema>

export const passageSchema = z
  .object({
    id: passageIdSchema,
    documentId: documentIdSchema,
    start: z.int(),
    end: z.int(),
    /** Headings from the outermost section inwards, in the original's words. */
    path: z.array(z.string()).readonly(),
    /** The innermost section; null before the first heading. */
    sectionId: z.string().nullable(),
  })
  .readonly()
export type Passage = z.infer<typeof passageSchema>

/**
 * `notice`: what covers the plan and hands it over. `imprint`: what stands under a plan, from the signature to the
 * printing office.
 */
export const partSchema = z
  .object({ kind: z.enum(['notice', 'plan', 'annex', 'imprint']), start: z.int(), end: z.int() })
  .readonly()
export type Part = z.infer<typeof partSchema>

/** Items counted inside one paragraph: 一是…；二是…. An item begins with its number. */
export const enumerationSchema = z
  .object({
    start: z.int(),
    end: z.int(),
    items: z.array(z.object({ number: z.string(), start: z.int(), end: z.int() }).readonly()).readonly(),
  })
  .readonly()
export type Enumeration = z.infer<typeof enumerationSchema>

/** Who answers for an item and by when. `words` are the bodies or the time alone. */
export const assignmentSchema = z
  .object({
    kind: z.enum(['lead', 'responsible', 'deadline']),
    start: z.int(),
    end: z.int(),
    words: rangeSchema,
  })
  .readonly()
export type Assignment = z.infer<typeof assignmentSchema>

export const leafSchema = z
  .object({ start: z.int(), end: z.int(), kind: z.enum(['heading', 'body', 'excluded', 'blank']) })
  .readonly()
export type Leaf = z.infer<typeof leafSchema>

/**
 * One published plan as read: the decoded text unchanged, and everything else as ranges of it.
 * `coverage` is the share of characters that lie in exactly one leaf, 0 to 1.
 */
export const documentSchema = z
  .object({
    id: documentIdSchema,
    file: z.string(),
    sha256: z.string(),
    encoding: z.string(),
    text: z.string(),
    metadata: metadataSchema,
    exclusions: z.array(exclusionSchema).readonly(),
    sections: z.array(sectionSchema).readonly(),
    passages: z.array(passageSchema).readonly(),
    // Documents that older reading rules have stored hold none of these; they are read again.
    parts: z.array(partSchema).readonly().default([]),
    enumerations: z.array(enumerationSchema).readonly().default([]),
    assignments: z.array(assignmentSchema).readonly().default([]),
    coverage: z.number(),
    /** Version of the reading rules; a stored document of an older version is read again. */
    readerVersion: z.int(),
  })
  .readonly()
export type Document = z.infer<typeof documentSchema>
