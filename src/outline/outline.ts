import { z } from 'zod'
import { documentIdSchema, jurisdictionSchema, spanSchema, targetRowSchema } from '../corpus/index.ts'

/** A citation as `resolveCitation` made it, in the form that is kept with a draft. */
export const basisSchema = z
  .object({
    span: spanSchema,
    quote: z.string().min(1),
    sha256: z.string(),
    path: z.array(z.string()).readonly(),
    title: z.string(),
    file: z.string(),
    jurisdiction: jurisdictionSchema.nullable(),
    years: z.tuple([z.int(), z.int()]).readonly().nullable(),
  })
  .readonly()
export type Basis = z.infer<typeof basisSchema>

/**
 * What became of an item: `due` comes from a running multi-year plan, `one_off_expired` was to be done once and by
 * now, `borrowed` is another body's, `new` has no source in the corpus.
 */
export const itemStatusSchema = z.enum([
  'continued',
  'strengthened',
  'weakened',
  'new',
  'merged',
  'due',
  'one_off_expired',
  'borrowed',
])
export type ItemStatus = z.infer<typeof itemStatusSchema>

export const flagKindSchema = z.enum([
  'time_bound',
  'pandemic',
  'expired_policy',
  'needs_number',
  'needs_result',
  'no_basis',
  'empty_phrase',
  'near_verbatim',
])
export type FlagKind = z.infer<typeof flagKindSchema>

/** What a person must look at: `text` are the words it is about as they stand in the item or stood in the source. */
export const flagSchema = z.object({ kind: flagKindSchema, text: z.string(), note: z.string() }).readonly()
export type Flag = z.infer<typeof flagSchema>

/**
 * One sentence of a draft. `quoted` and `proven` are given by `src/citation` alone; what a person wrote or what has
 * no source is `unproven`. What is unknown stands in it as 〔待定〕 or another word in 〔〕.
 */
export const draftSentenceSchema = z
  .object({
    text: z.string().min(1),
    verdict: z.enum(['quoted', 'proven', 'unproven']),
    basis: z.array(basisSchema).readonly(),
  })
  .readonly()
export type DraftSentence = z.infer<typeof draftSentenceSchema>

/** One task of a draft. `number` is computed from the order and the level, never typed. */
export const outlineItemSchema = z
  .object({
    /** Stable over edits, moves and regeneration of other sections. */
    id: z.string().min(1),
    /** 2 for what stands directly under a section, up to 4. */
    level: z.int().min(2).max(4),
    number: z.string(),
    /** Empty where the item is one paragraph without a heading. */
    heading: z.string(),
    sentences: z.array(draftSentenceSchema).readonly(),
    status: itemStatusSchema,
    origin: z.enum(['own', 'upper', 'peer', 'none']),
    /** All it rests on: last year's item first, then earlier years, the running plan, other bodies. */
    basis: z.array(basisSchema).readonly(),
    targets: z.array(targetRowSchema).readonly(),
    flags: z.array(flagSchema).readonly(),
    state: z.enum(['draft', 'accepted', 'edited', 'rejected']),
  })
  .readonly()
export type OutlineItem = z.infer<typeof outlineItemSchema>

export const outlineSectionSchema = z
  .object({
    id: z.string().min(1),
    number: z.string(),
    heading: z.string(),
    intro: z.array(draftSentenceSchema).readonly(),
    /** In reading order; a level below the one before belongs to it. */
    items: z.array(outlineItemSchema).readonly(),
  })
  .readonly()
export type OutlineSection = z.infer<typeof outlineSectionSchema>

/** What was not carried over, why, and where it stood. */
export const droppedSchema = z
  .object({ text: z.string(), reason: z.string(), basis: z.array(basisSchema).readonly() })
  .readonly()

/** Next year's plan of one body as a tree: what is shown, edited and exported is this and nothing else. */
export const outlineSchema = z
  .object({
    id: z.string().min(1),
    region: z.string(),
    year: z.int(),
    title: z.string(),
    basedOn: z.array(documentIdSchema).readonly(),
    /** What stands before the first section. */
    opening: z.array(draftSentenceSchema).readonly(),
    sections: z.array(outlineSectionSchema).readonly(),
    dropped: z.array(droppedSchema).readonly(),
    /** What other bodies do and this one does not, the likeliest first; not part of the draft. */
    borrowable: z.array(outlineItemSchema).readonly(),
    /** Plain Chinese sentences for the person who signs. */
    warnings: z.array(z.string()).readonly(),
    mode: z.enum(['extractive', 'model']),
    model: z.string().nullable(),
  })
  .readonly()
export type Outline = z.infer<typeof outlineSchema>
