import { z } from 'zod'
import type { Outline } from '../outline.ts'

/**
 * How a file carries its sources: `comments` beside the text, `annex` as a table at the end, `clean` not at all.
 */
export const exportModeSchema = z.enum(['comments', 'annex', 'clean'])
export type ExportMode = z.infer<typeof exportModeSchema>

export interface ExportOptions {
  readonly mode: ExportMode
  /** A person has adopted the draft: the marks of a draft leave the page, the label in the properties stays. */
  readonly isAdopted: boolean
}

/** A written file, and what the person who uses it must know: plain Chinese sentences. */
export interface Exported {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

/** Writes a draft as a Word file in the form of official documents. */
export interface WordExporter {
  /** @throws ExportError when the written file, read again, is not the draft */
  export(outline: Outline, options: ExportOptions): Promise<Exported>
}
