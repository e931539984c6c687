import { z } from 'zod'
import { documentIdSchema } from './id.ts'
import { rangeSchema } from './span.ts'

export const comparatorSchema = z.enum([
  '>=',
  '<=',
  '=',
  'about',
  'range',
  'increase_by',
  'decrease_by',
  'milestone',
])
export type Comparator = z.infer<typeof comparatorSchema>

/**
 * `figure`: a number is to be reached. `milestone`: a state that will be there or not, by a date or by a verb of
 * completing or starting. `deliverable`: what an undated verb of bringing about names (建立…制度).
 */
export const targetKindSchema = z.enum(['figure', 'milestone', 'deliverable'])

/** A value in the plain unit behind a scale: 1.2 万张 is 12000 张, 三成 is 30 %. */
export const plainValueSchema = z
  .object({ value: z.number(), valueTo: z.number().nullable(), unit: z.string() })
  .readonly()
export type PlainValue = z.infer<typeof plainValueSchema>

/**
 * One commitment of a plan: a figure to be reached, or a state that will be there or not.
 * `quote` equals the document's text from `start` to `end`: the clause it stands in.
 */
export const targetRowSchema = z
  .object({
    /** `<document id>.t<ordinal>`, counted from 0 in reading order. */
    id: z.string(),
    documentId: documentIdSchema,
    kind: targetKindSchema,
    /** What is to be reached, in the original's words without the figure. */
    indicator: z.string(),
    comparator: comparatorSchema,
    /** What bounds an increase or a decrease: 提高1%以上 is increase_by with the bound >=. */
    bound: z.enum(['>=', '<=', 'about']).nullable(),
    /** The figure as written; empty for a milestone and where the source lost it. */
    figure: z.string(),
    /** The number in `unit`; null for a milestone and where the source's figure is broken or missing. */
    value: z.number().nullable(),
    valueTo: z.number().nullable(),
    /** As written, its scale included: 万张, 个百分点, /10万. */
    unit: z.string(),
    plain: plainValueSchema.nullable(),
    /** What an increase or a decrease is measured against, as written: 较上年度. */
    base: z.string().nullable(),
    /** 力争, 争取 … as written: the plan itself does not promise it. */
    hedge: z.string().nullable(),
    /** The words of the deadline; null when only the plan's own years say it. */
    deadline: z.string().nullable(),
    deadlineYear: z.int().nullable(),
    deadlineIsExplicit: z.boolean(),
    /** Due again every year. */
    isYearly: z.boolean(),
    /** Whom or where it applies to, as written: 全市, 二级及以上公立医院. */
    scope: z.string().nullable(),
    path: z.array(z.string()).readonly(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    quote: z.string(),
    /** The earlier clause that names the indicator, where the row's own does not. */
    context: rangeSchema.nullable(),
  })
  .readonly()
export type TargetRow = z.infer<typeof targetRowSchema>
