import { z } from '@hono/zod-openapi'
import type { Corpus, Document, TargetRow } from '../corpus/index.ts'
import {
  type DuplicateLinks,
  filterTargets,
  type LedgerEntry,
  ledgerOf,
  linkDuplicates,
  type TargetFilters,
  targetsCsv,
} from '../ledger/index.ts'
import { codePointOffsets } from './code-point.ts'
import { targetSchema } from './document-schema.ts'

/** A ledger row as the API gives it; a Target of the contract and what the ledger knows besides. */
export const ledgerRowSchema = targetSchema
  .extend({
    kind: z.enum(['figure', 'milestone', 'deliverable']),
    figure: z.string(),
    bound: z.enum(['>=', '<=', 'about']).nullable(),
    plain: z.object({ value: z.number(), value_to: z.number().nullable(), unit: z.string() }).nullable(),
    base: z.string().nullable(),
    hedge: z.string().nullable(),
    deadline: z.string().nullable(),
    is_yearly: z.boolean(),
    document_title: z.string(),
    file: z.string(),
    jurisdiction: z.string().nullable(),
    /** Rows of other plans with the same indicator. */
    same_indicator: z.array(z.string()),
    /** Rows of other plans of this place that promise the very same. */
    same_target: z.array(z.string()),
  })
  .openapi('LedgerRow')
export type LedgerRowJson = z.infer<typeof ledgerRowSchema>

export const targetPageSchema = z
  .object({
    targets: z.array(ledgerRowSchema),
    total: z.int(),
    next_offset: z.int().nullable(),
    index_unit: z.literal('code_point'),
  })
  .openapi('TargetPage')
export type TargetPageJson = z.infer<typeof targetPageSchema>

function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  )
}

/** `?region=青岛&region=慈溪&year=2022&indicator=托位&limit=100&offset=0` */
export const targetQuerySchema = z.object({
  region: listOf(z.string().max(40)),
  year: listOf(z.coerce.number().int().min(1900).max(2100)),
  indicator: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  offset: z.coerce.number().int().min(0).default(0),
})
export type TargetQuery = z.infer<typeof targetQuerySchema>

export function toTargetFilters(query: Pick<TargetQuery, 'region' | 'year' | 'indicator'>): TargetFilters {
  return {
    ...(query.region === undefined ? {} : { regions: query.region }),
    ...(query.year === undefined ? {} : { years: query.year }),
    ...(query.indicator === undefined ? {} : { indicator: query.indicator }),
  }
}

/** One page of the ledger. */
export function targetPage(corpus: Corpus, query: TargetQuery): TargetPageJson {
  const all = ledgerOf(corpus)
  const found = filterTargets(all, toTargetFilters(query))
  const end = query.offset + query.limit
  return {
    targets: ledgerRowsJson(found.slice(query.offset, end), linkDuplicates(all)),
    total: found.length,
    next_offset: end < found.length ? end : null,
    index_unit: 'code_point',
  }
}

/** All that fits the filters, as a spreadsheet. */
export function targetCsv(corpus: Corpus, filters: TargetFilters): string {
  const all = ledgerOf(corpus)
  return targetsCsv(filterTargets(all, filters), linkDuplicates(all))
}

export function ledgerRowsJson(
  entries: readonly LedgerEntry[],
  { sameIndicator, sameTarget }: DuplicateLinks,
): LedgerRowJson[] {
  const offsets = new Map<Document, Offset>()
  return entries.map(({ row, document }) => {
    const offset = offsets.get(document) ?? codePointOffsets(document.text)
    offsets.set(document, offset)
    return {
      ...toTargetJson(row, offset),
      kind: row.kind,
      figure: row.figure,
      bound: row.bound,
      plain:
        row.plain === null
          ? null
          : { value: row.plain.value, value_to: row.plain.valueTo, unit: row.plain.unit },
      base: row.base,
      hedge: row.hedge,
      deadline: row.deadline,
      is_yearly: row.isYearly,
      document_title: document.metadata.title?.value ?? document.file,
      file: document.file,
      jurisdiction: document.metadata.jurisdiction?.value.name ?? null,
      same_indicator: [...(sameIndicator.get(row.id) ?? [])],
      same_target: [...(sameTarget.get(row.id) ?? [])],
    }
  })
}

type Offset = (utf16: number) => number

/** A row as the contract's Target; offsets become code points. */
export function toTargetJson(row: TargetRow, offset: Offset): z.infer<typeof targetSchema> {
  return {
    id: row.id,
    indicator: row.indicator,
    comparator: row.comparator,
    value: row.value,
    value_to: row.valueTo,
    unit: row.unit,
    deadline_year: row.deadlineYear,
    deadline_explicit: row.deadlineIsExplicit,
    scope: row.scope,
    path: [...row.path],
    document_id: row.documentId,
    start: offset(row.start),
    end: offset(row.end),
    quote: row.quote,
  }
}
