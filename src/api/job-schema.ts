import { z } from '@hono/zod-openapi'

const namedSchema = z.object({ document_id: z.string(), title: z.string() })

/** What became of one file at one moment; kept for ever. */
export const receiptSchema = z
  .object({
    file: z.string(),
    status: z.enum(['added', 'unchanged', 'failed', 'removed']),
    at: z.string(),
    sha256: z.string().nullable(),
    reason: z.string().nullable(),
    code: z.string().nullable(),
    document_id: z.string().nullable(),
    title: z.string().nullable(),
    encoding: z.string().nullable(),
    coverage: z.number().nullable(),
    passages: z.int().nullable(),
    excluded: z.int().nullable(),
    exclusions: z.array(z.object({ reason: z.string(), count: z.int(), characters: z.int() })),
    /** What a person should look at, in plain Chinese. */
    doubts: z.array(z.string()),
    parts: z.int().nullable(),
    enumerations: z.int().nullable(),
    assignments: z.int().nullable(),
    targets: z.int().nullable(),
    /** The version whose place it took. */
    superseded: namedSchema.nullable(),
    /** Other documents of nearly the same wording. */
    copies: z.array(namedSchema),
    steps: z.array(z.object({ step: z.string(), milliseconds: z.number() })),
  })
  .openapi('Receipt')

const jobStatusSchema = z.enum(['running', 'done'])

export const jobSchema = z
  .object({
    id: z.string(),
    status: jobStatusSchema,
    created_at: z.string(),
    /** Files handed in; an archive counts as one and may bring several receipts. */
    files: z.int(),
    files_done: z.int(),
    receipts: z.array(receiptSchema),
    /** One for each file, and one for each file of an archive as far as it is unpacked. */
    items: z.array(
      z.object({
        file: z.string(),
        step: z.enum(['waiting', 'reading', 'storing', 'done']),
        receipt: receiptSchema.nullable(),
      }),
    ),
  })
  .openapi('Job')

export const jobSummarySchema = z
  .object({
    id: z.string(),
    status: jobStatusSchema,
    created_at: z.string(),
    files: z.int(),
    files_done: z.int(),
    added: z.int(),
    unchanged: z.int(),
    failed: z.int(),
  })
  .openapi('JobSummary')

export const documentReceiptsSchema = z
  .object({ document_id: z.string(), receipts: z.array(receiptSchema) })
  .openapi('DocumentReceipts')

export const receiptPageSchema = z
  .object({ receipts: z.array(receiptSchema), next_cursor: z.string().nullable() })
  .openapi('ReceiptPage')

export type ReceiptJson = z.infer<typeof receiptSchema>
export type JobJson = z.infer<typeof jobSchema>
export type JobSummaryJson = z.infer<typeof jobSummarySchema>
export type ReceiptPageJson = z.infer<typeof receiptPageSchema>
