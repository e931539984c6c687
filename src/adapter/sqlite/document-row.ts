import { hash } from 'node:crypto'
import { z } from 'zod'
import { correctionSchema, documentIdSchema, documentSchema } from '../../corpus/index.ts'
import { StorageError } from '../../error.ts'
import type { DocumentVersion } from '../../ingest/index.ts'

/** One row of `document`, with the correction beside it. */
export const rowSchema = documentSchema
  .unwrap()
  .pick({ id: true, file: true, sha256: true, encoding: true, text: true })
  .extend({
    text_sha256: z.string(),
    record: z.string(),
    bytes: z.instanceof(Uint8Array),
    received_at: z.string().nullable(),
    superseded_by: documentIdSchema.nullable(),
    correction: z.string().nullable(),
  })

const jsonSchema = z.string().transform((json, context) => {
  try {
    return JSON.parse(json) as unknown
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
/** A document's own columns are left out of its JSON record. */
const recordSchema = jsonSchema.pipe(z.looseObject({}))
export const correctionJsonSchema = jsonSchema.pipe(correctionSchema)

/**
 * A document as its row tells it, checked against its hashes.
 * @throws StorageError that names the file
 */
export function versionOf(row: Readonly<Record<string, unknown>>): DocumentVersion {
  const { bytes, text_sha256, record, received_at, superseded_by, correction, ...own } = parsed(
    rowSchema,
    row,
    row.file,
  )
  refuseOtherHash(own.file, bytes, own.sha256)
  refuseOtherHash(own.file, own.text, text_sha256)
  const said = correction === null ? null : parsed(correctionJsonSchema, correction, own.file)
  const document = { ...parsed(recordSchema, record, own.file), ...own, correction: said }
  return {
    document: parsed(documentSchema, document, own.file),
    receivedAt: received_at,
    supersededBy: superseded_by,
  }
}

/** @throws StorageError that names the file */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, file: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new StorageError(`文档「${file}」的存储记录无法读取，请重新导入。`, {
    cause: result.error,
    details: { file },
  })
}

/** @throws StorageError that names the file */
export function refuseOtherHash(file: string, content: Uint8Array | string, expected: string): void {
  if (hash('sha256', content) === expected) return
  throw new StorageError(`文档「${file}」的存储内容已损坏，请重新导入。`, {
    details: { file, sha256: expected },
  })
}
