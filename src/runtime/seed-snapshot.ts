import { z } from 'zod'
import { type Document, documentSchema } from '../corpus/index.ts'

/** The sample plans as read, in one text: what a runtime without a disk carries with it. */
const seedSnapshotSchema = z.object({ documents: z.array(documentSchema).min(1).readonly() }).readonly()

export function packSeedSnapshot(documents: readonly Document[]): string {
  return JSON.stringify(seedSnapshotSchema.parse({ documents }))
}

/** @throws ZodError or SyntaxError when the text is not a snapshot of this version of the program */
export function readSeedSnapshot(text: string): readonly Document[] {
  return seedSnapshotSchema.parse(JSON.parse(text)).documents
}
