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

const yearsSchema = z.tuple([z.int(), z.int()]).readonly()

export const metadataSchema = z
  .object({
    title: readField(z.string()),
    issuer: readField(z.string()),
    jurisdiction: readField(jurisdictionSchema),
    kind: readField(documentKindSchema),
    years: readField(yearsSchema),
    documentNumber: readField(z.string()),
    issuedOn: readField(z.string()),
    script: readField(scriptSchema),
  })
  .readonly()
export type Metadata = z.infer<typeof metadataSchema>
export type MetadataField = keyof Metadata

export const exclusionReasonSchema = z.enum([
  'page_chrome',
  'running_line',
  'repeated_title',
  'seo_spam',
  'injected_term',
  'editor_residue',
  'metadata_run',
  'by_person',
])

export const exclusionSchema = z
  .object({ start: z.int(), end: z.int(), reason: exclusionReasonSchema })
  .readonly()
export type Exclusion = z.infer<typeof exclusionSchema>

function correctedField<T extends z.ZodType>(value: T) {
  return z.object({ value: value.nullable(), read: value.nullable() }).readonly().optional()
}

/** A range with its words, by which it is found again when the text around it has changed. */
const wordedRangeSchema = z.object({ start: z.int(), end: z.int(), words: z.string() }).readonly()
export type WordedRange = z.infer<typeof wordedRangeSchema>

/**
 * What a person says instead of what was read. Of each field both values are kept; null says that the document
 * does not state it. `restored` and `excluded` are each ascending and disjoint, and disjoint from each other.
 */
export const correctionSchema = z
  .object({
    metadata: z
      .object({
        title: correctedField(z.string()),
        issuer: correctedField(z.string()),
        jurisdiction: correctedField(jurisdictionSchema),
        kind: correctedField(documentKindSchema),
        years: correctedField(yearsSchema),
        documentNumber: correctedField(z.string()),
        issuedOn: correctedField(z.string()),
        script: correctedField(scriptSchema),
      })
      .readonly(),
    /** What reading had excluded and a person has taken back. */
    restored: z.array(wordedRangeSchema).readonly(),
    /** What only a person has taken out. */
    excluded: z.array(wordedRangeSchema).readonly(),
    /** All that reading had excluded. */
    read: z.array(exclusionSchema).readonly(),
  })
  .readonly()
export type Correction = z.infer<typeof correctionSchema>

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

/** The stretch of the text that stands on one page; pages are counted from 1. */
export const pageRangeSchema = z
  .object({ number: z.int().positive(), start: z.int(), end: z.int() })
  .readonly()
export type PageRange = z.infer<typeof pageRangeSchema>

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
    /** Ascending; empty for a format without pages. */
    pages: z.array(pageRangeSchema).readonly(),
    parts: z.array(partSchema).readonly(),
    enumerations: z.array(enumerationSchema).readonly(),
    assignments: z.array(assignmentSchema).readonly(),
    coverage: z.number(),
    /** What the reading was not sure of, in plain Chinese sentences. */
    doubts: z.array(z.string()).readonly(),
    /** Version of the reading rules; a stored document of an older version is read again. */
    readerVersion: z.int(),
    /** Already worked into everything above; null as long as nobody has corrected anything. */
    correction: correctionSchema.nullable(),
  })
  .readonly()
export type Document = z.infer<typeof documentSchema>
