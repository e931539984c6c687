import { z } from '@hono/zod-openapi'
import { exportModeSchema, flagSchema, itemStatusSchema } from '../outline/index.ts'
import { targetSchema } from './document-schema.ts'
import { citationSchema } from './schema.ts'

/** `citations` are numbers of the outline's own list. */
const draftSentenceSchema = z.object({
  text: z.string(),
  verdict: z.enum(['quoted', 'proven', 'unproven']),
  citations: z.array(z.int().positive()),
})

export const outlineItemSchema = z
  .object({
    id: z.string(),
    level: z.int(),
    number: z.string(),
    heading: z.string(),
    text: z.string(),
    sentences: z.array(draftSentenceSchema),
    status: itemStatusSchema,
    origin: z.enum(['own', 'upper', 'peer', 'none']),
    basis: z.array(z.int().positive()),
    targets: z.array(targetSchema),
    flags: z.array(flagSchema),
    state: z.enum(['draft', 'accepted', 'edited', 'rejected']),
  })
  .openapi('OutlineItem')
export type OutlineItemJson = z.infer<typeof outlineItemSchema>

export const outlineSchema = z
  .object({
    id: z.string(),
    /** Counted from 1; every edit makes the next one. */
    version: z.int(),
    saved_at: z.string(),
    region: z.string(),
    year: z.int(),
    title: z.string(),
    based_on: z.array(
      z.object({ id: z.string(), title: z.string(), file: z.string(), is_kept: z.boolean() }),
    ),
    opening: z.array(draftSentenceSchema),
    sections: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        heading: z.string(),
        intro: z.string(),
        intro_sentences: z.array(draftSentenceSchema),
        items: z.array(outlineItemSchema),
      }),
    ),
    dropped: z.array(z.object({ text: z.string(), reason: z.string(), basis: z.array(z.int().positive()) })),
    /** What other bodies do and this one does not; no part of the draft. */
    borrowable: z.array(outlineItemSchema),
    warnings: z.array(z.string()),
    /** What must still be looked at before it leaves. */
    export_warnings: z.array(z.string()),
    mode: z.enum(['extractive', 'model']),
    model: z.string().nullable(),
    index_unit: z.literal('code_point'),
    /** The implicit label of GB 45438-2025. */
    aigc: z.record(z.string(), z.string()),
    citations: z.array(citationSchema),
  })
  .openapi('Outline')
export type OutlineJson = z.infer<typeof outlineSchema>

export const outlineRequestSchema = z
  .object({
    region: z.string().trim().min(1).max(40),
    year: z.int().min(1990).max(2100),
  })
  .openapi('OutlineRequest')

const id = z.string().min(1).max(100)
const heading = z.string().trim().max(300)
const written = { heading, text: z.string().trim().max(20000) }
const place = { section_id: id, before: id.nullable().default(null) }
const level = z.literal([2, 3, 4])

const NOTHING_SAID = { error: '标题和正文不能都空着。' }
const saysSomething = (item: { readonly heading: string; readonly text: string }) =>
  item.heading !== '' || item.text !== ''

/** One step of an edit; several are done together or not at all. */
export const outlineEditSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('title'), title: z.string().trim().min(1).max(200) }),
    z.object({ kind: z.literal('section'), section_id: id, heading: heading.min(1) }),
    z.object({ kind: z.literal('state'), item_id: id, state: z.enum(['draft', 'accepted', 'rejected']) }),
    z.object({ kind: z.literal('rewrite'), item_id: id, ...written }).refine(saysSomething, NOTHING_SAID),
    z.object({ kind: z.literal('level'), item_id: id, level }),
    z.object({ kind: z.literal('move'), item_id: id, ...place }),
    z.object({ kind: z.literal('borrow'), item_id: id, ...place }),
    z
      .object({ kind: z.literal('add'), level: level.default(2), ...written, ...place })
      .refine(saysSomething, NOTHING_SAID),
  ])
  .openapi('OutlineEdit')
export type OutlineEditJson = z.input<typeof outlineEditSchema>

export const outlinePatchSchema = z
  .object({ edits: z.array(outlineEditSchema).min(1).max(200) })
  .openapi('OutlinePatch')

export const outlineHeadSchema = z
  .object({
    id: z.string(),
    region: z.string(),
    year: z.int(),
    title: z.string(),
    version: z.int(),
    saved_at: z.string(),
  })
  .openapi('OutlineHead')
export const discardedOutlineSchema = outlineHeadSchema
  .extend({ discarded_at: z.string(), erased_on: z.string() })
  .openapi('DiscardedOutline')
export type DiscardedOutlineJson = z.infer<typeof discardedOutlineSchema>
export type OutlineHeadJson = z.infer<typeof outlineHeadSchema>

export const outlineVersionsSchema = z
  .object({ versions: z.array(z.object({ number: z.int(), note: z.string(), saved_at: z.string() })) })
  .openapi('OutlineVersions')

/** Who can be drafted for: every body with an annual plan. */
export const draftableSchema = z
  .object({
    bodies: z.array(
      z.object({
        region: z.string(),
        parent: z.string().nullable(),
        next_year: z.int(),
        annual: z.array(z.object({ year: z.int(), title: z.string(), document_id: z.string() })),
        multi_year: z.array(
          z.object({ from: z.int(), to: z.int(), title: z.string(), document_id: z.string() }),
        ),
      }),
    ),
  })
  .openapi('Draftable')
export type DraftableJson = z.infer<typeof draftableSchema>

/** What differs between two states of a draft, or two drafts, in reading order. */
export const outlineComparisonSchema = z
  .object({
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed', 'moved']),
        section: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .openapi('OutlineComparison')
export type OutlineComparisonJson = z.infer<typeof outlineComparisonSchema>

export const exportQuerySchema = z.object({
  format: z.enum(['docx', 'md', 'json']).default('docx'),
  mode: exportModeSchema.default('comments'),
  version: z.coerce.number().int().min(1).optional(),
})
