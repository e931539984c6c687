import { z } from 'zod'
import { type Document, documentIdSchema, exclusionReasonSchema, sha256 } from '../corpus/index.ts'
import { AppError } from '../error.ts'
import { doubtsOf } from './doubt.ts'
import type { FileProgress } from './file-progress.ts'
import type { NearDuplicate } from './version.ts'

const stepSchema = z.object({ step: z.enum(['reading', 'storing']), milliseconds: z.number() }).readonly()

const everySchema = z.object({
  file: z.string(),
  /** When, as RFC 3339. */
  at: z.string(),
  /** Of the file's bytes; null where there were none to read. */
  sha256: z.string().nullable(),
  steps: z.array(stepSchema).readonly(),
})

const namedSchema = z.object({ documentId: documentIdSchema, title: z.string() }).readonly()

const readSchema = everySchema.extend({
  kind: z.enum(['added', 'unchanged', 'removed']),
  documentId: documentIdSchema,
  title: z.string().nullable(),
  encoding: z.string(),
  coverage: z.number(),
  passages: z.int(),
  exclusions: z
    .array(z.object({ reason: exclusionReasonSchema, count: z.int(), characters: z.int() }).readonly())
    .readonly(),
  /** What a person should look at, in plain Chinese. */
  doubts: z.array(z.string()).readonly(),
  parts: z.int(),
  enumerations: z.int(),
  assignments: z.int(),
  /** Rows of the ledger; null where this time they were not counted. */
  targets: z.int().nullable(),
  /** The version whose place it took. */
  superseded: namedSchema.nullable(),
  /** Other documents of nearly the same wording. */
  copies: z.array(namedSchema).readonly(),
})

const failedSchema = everySchema.extend({
  kind: z.literal('failed'),
  code: z.string(),
  reason: z.string(),
})

/** What became of one file at one moment; kept for ever, also after its document is gone. */
export const receiptSchema = z.discriminatedUnion('kind', [readSchema.readonly(), failedSchema.readonly()])
export type Receipt = z.infer<typeof receiptSchema>

/** What is known of a file and of its way in. */
interface Occasion {
  readonly file: string
  readonly at: Date
  readonly progress?: FileProgress
  readonly superseded?: Document | null
  readonly copies?: readonly NearDuplicate[]
}

export function documentReceipt(
  kind: 'added' | 'unchanged' | 'removed',
  document: Document,
  { file, at, progress, superseded = null, copies = [] }: Occasion,
): Receipt {
  return {
    kind,
    file,
    at: at.toISOString(),
    sha256: document.sha256,
    documentId: document.id,
    title: document.metadata.title?.value ?? null,
    encoding: document.encoding,
    coverage: document.coverage,
    passages: document.passages.length,
    exclusions: exclusionsByReason(document),
    doubts: [...doubtsOf(document)],
    parts: document.parts.length,
    enumerations: document.enumerations.length,
    assignments: document.assignments.length,
    targets: progress?.targets ?? null,
    superseded: superseded === null ? null : named(superseded),
    copies: copies.map((copy) => named(copy.document)),
    steps: [...(progress?.steps() ?? [])],
  }
}

/** @throws whatever is no fault of the file */
export function failedReceipt(
  fault: unknown,
  { file, at, progress }: Occasion,
  bytes: Uint8Array | null,
): Receipt {
  if (!(fault instanceof AppError)) throw fault
  return refusal(
    { file, at, ...(progress === undefined ? {} : { progress }) },
    bytes,
    fault.code,
    fault.message,
  )
}

/** The receipt of a file that is not taken in, for a reason in plain Chinese. */
export function refusal(
  { file, at, progress }: Occasion,
  bytes: Uint8Array | null,
  code: string,
  reason: string,
): Receipt {
  return {
    kind: 'failed',
    file,
    at: at.toISOString(),
    sha256: bytes === null ? null : sha256(bytes),
    steps: [...(progress?.steps() ?? [])],
    code,
    reason,
  }
}

function named(document: Document) {
  return { documentId: document.id, title: document.metadata.title?.value ?? document.file }
}

/** Counted in code points. */
export function exclusionsByReason({ exclusions, text }: Document) {
  return [...Map.groupBy(exclusions, ({ reason }) => reason)].map(([reason, ranges]) => ({
    reason,
    count: ranges.length,
    characters: ranges.reduce((sum, { start, end }) => sum + [...text.slice(start, end)].length, 0),
  }))
}
