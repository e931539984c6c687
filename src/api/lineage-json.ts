import { z } from '@hono/zod-openapi'
import type { Corpus, IndexedDocument, TargetRow } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import {
  alignTargets,
  diffWords,
  type Lineage,
  type LineageStep,
  type Link,
  lineageOf,
  type PlanItem,
  type PlanOfItems,
} from '../lineage/index.ts'
import type { Segmenter } from '../text/index.ts'
import { codePointOffsets } from './code-point.ts'
import { targetSchema } from './document-schema.ts'
import { toTargetJson } from './targets-json.ts'

const statusSchema = z.enum(['continued', 'strengthened', 'weakened', 'new', 'dropped', 'merged', 'split'])
export type LineageStatusJson = z.infer<typeof statusSchema>

const itemSchema = z.object({
  id: z.string(),
  document_id: z.string(),
  number: z.string(),
  heading: z.string(),
  path: z.array(z.string()),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
})
export type LineageItemJson = z.infer<typeof itemSchema>

const linkSchema = z.object({
  earlier_document_id: z.string(),
  later_document_id: z.string(),
  earlier: z.array(z.string()),
  later: z.array(z.string()),
  status: statusSchema,
  reason: z.string(),
  changes: z.array(
    z.object({
      kind: z.enum(['target', 'amount', 'modality']),
      direction: z.enum(['up', 'down']),
      earlier: z.string(),
      later: z.string(),
      note: z.string(),
    }),
  ),
  /** Word by word; empty where one side is missing. */
  difference: z.array(
    z.object({
      kind: z.enum(['same', 'removed', 'added']),
      earlier: z.string(),
      later: z.string(),
      is_figure: z.boolean(),
    }),
  ),
})
export type LineageLinkJson = z.infer<typeof linkSchema>

export const lineageSchema = z
  .object({
    region: z.string(),
    plans: z.array(
      z.object({
        document_id: z.string(),
        title: z.string(),
        file: z.string(),
        kind: z.enum(['annual_plan', 'multi_year_plan']),
        years: z.tuple([z.int(), z.int()]),
        items: z.int(),
      }),
    ),
    rows: z.array(z.object({ items: z.array(itemSchema), links: z.array(linkSchema) })),
    /** What became of each figure and milestone from one annual plan to the next. */
    targets: z.array(
      z.object({
        earlier_document_id: z.string(),
        later_document_id: z.string(),
        earlier: targetSchema.nullable(),
        later: targetSchema.nullable(),
        status: statusSchema,
        reason: z.string(),
      }),
    ),
    series: z.array(
      z.object({ indicator: z.string(), values: z.array(targetSchema.extend({ figure: z.string() })) }),
    ),
    notes: z.array(z.string()),
    index_unit: z.literal('code_point'),
  })
  .openapi('Lineage')
export type LineageJson = z.infer<typeof lineageSchema>

const year = z.coerce.number().int().min(1900).max(2100)

/** `?region=遂宁&from=2021&to=2024` */
export const lineageQuerySchema = z.object({
  region: z.string().trim().min(1).max(40),
  from: year.optional(),
  to: year.optional(),
})
export type LineageQuery = z.infer<typeof lineageQuerySchema>

/** The lineage of one body, or one without plans where the place has none in the corpus. */
export function lineageJson(
  corpus: Corpus,
  segmenter: Segmenter,
  { region, from, to }: LineageQuery,
): LineageJson {
  const lineage = lineageOf(corpus, targetsOf, segmenter, {
    region,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  const texts = new Map(lineage.plans.map((plan) => [plan.indexed.document.id, textOf(plan.indexed)]))
  const text = (of: { readonly documentId: PlanItem['documentId'] }) => texts.get(of.documentId)
  return {
    region,
    plans: lineage.plans.map(planJson),
    rows: lineage.rows.map((row) => ({
      items: row.items.flatMap((item) => text(item)?.item(item) ?? []),
      links: row.links.map((link) => linkJson(link, text, segmenter)),
    })),
    targets: lineage.yearly.flatMap((step) => targetLinks(step, text)),
    series: seriesJson(lineage, text),
    notes: [...lineage.notes],
    index_unit: 'code_point',
  }
}

interface TextOfPlan {
  words(item: PlanItem): string
  item(item: PlanItem): LineageItemJson
  row(row: TargetRow): z.infer<typeof targetSchema>
}

type TextOf = (of: { readonly documentId: PlanItem['documentId'] }) => TextOfPlan | undefined

function textOf({ document: { text } }: IndexedDocument): TextOfPlan {
  const offset = codePointOffsets(text)
  const slice = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end)
  return {
    words: ({ number, range }) => slice({ start: range.start + number.length, end: range.end }).trim(),
    item: ({ id, documentId, number, path, range, headingRange }) => ({
      id,
      document_id: documentId,
      number,
      heading: headingRange === null ? '' : slice(headingRange),
      path: [...path],
      start: offset(range.start),
      end: offset(range.end),
      quote: slice(range),
    }),
    row: (row) => toTargetJson(row, offset),
  }
}

function planJson({
  indexed: { document },
  years,
  isAnnual,
  items,
}: PlanOfItems): LineageJson['plans'][number] {
  return {
    document_id: document.id,
    title: document.metadata.title?.value ?? document.file,
    file: document.file,
    kind: isAnnual ? 'annual_plan' : 'multi_year_plan',
    years: [...years],
    items: items.length,
  }
}

function linkJson(link: Link, text: TextOf, segmenter: Segmenter): LineageLinkJson {
  const words = (items: readonly PlanItem[]) => items.map((item) => text(item)?.words(item) ?? '').join('\n')
  const isPair = link.earlier.length > 0 && link.later.length > 0
  return {
    earlier_document_id: link.from,
    later_document_id: link.to,
    earlier: link.earlier.map(({ id }) => id),
    later: link.later.map(({ id }) => id),
    status: link.status,
    reason: link.reason,
    changes: link.changes.map((change) => ({ ...change })),
    difference: isPair
      ? diffWords(words(link.earlier), words(link.later), segmenter).map(({ isFigure, ...part }) => ({
          ...part,
          is_figure: isFigure,
        }))
      : [],
  }
}

function targetLinks({ earlier, later }: LineageStep, text: TextOf): LineageJson['targets'] {
  return alignTargets(earlier, later).map((link) => ({
    earlier_document_id: earlier.indexed.document.id,
    later_document_id: later.indexed.document.id,
    earlier: link.earlier === null ? null : (text(link.earlier)?.row(link.earlier) ?? null),
    later: link.later === null ? null : (text(link.later)?.row(link.later) ?? null),
    status: link.status,
    reason: link.reason,
  }))
}

function seriesJson({ series }: Lineage, text: TextOf): LineageJson['series'] {
  return series.map(({ indicator, rows }) => ({
    indicator,
    values: rows.flatMap((row) => {
      const value = text(row)?.row(row)
      return value === undefined ? [] : [{ ...value, figure: row.figure }]
    }),
  }))
}
