import { z } from 'zod'

/**
 * Names one immutable document text: the first 16 hex digits of the sha256 of the file's bytes.
 * The same bytes are the same document; changed bytes are another one.
 */
export const documentIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'DocumentId'>()
export type DocumentId = z.infer<typeof documentIdSchema>

/** `<document id>.<ordinal>`: the n-th passage of a document, counted from 0 in reading order. */
export const passageIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}\.\d+$/)
  .brand<'PassageId'>()
export type PassageId = z.infer<typeof passageIdSchema>

export function documentIdOf(bytesSha256: string): DocumentId {
  return documentIdSchema.parse(bytesSha256.slice(0, 16))
}

export function passageIdOf(documentId: DocumentId, ordinal: number): PassageId {
  return passageIdSchema.parse(`${documentId}.${ordinal}`)
}
