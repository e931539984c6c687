import { z } from 'zod'
import { exclusionSchema } from '../../corpus/index.ts'
import { pageLayoutSchema } from '../../ingest/page-layout.ts'

const MOST_PAGES = 5000

/** What the child says; the parent checks it as the word of a process that a file may have taken over. */
export const replySchema = z.discriminatedUnion('kind', [
  /** Found before the slow work starts; the deadline moves with it. */
  z.object({ kind: z.literal('pages'), count: z.int().min(0).max(100_000) }),
  z
    .object({
      kind: z.literal('text'),
      text: z.string(),
      encoding: z.string().max(40),
      exclusions: z.array(exclusionSchema).max(200_000).readonly().exactOptional(),
      pages: z.array(pageLayoutSchema).max(MOST_PAGES).readonly().exactOptional(),
      doubts: z.array(z.string().max(500)).max(100).readonly().exactOptional(),
    })
    .refine(
      ({ text, pages = [] }) => pages.every(({ lines }) => lines.every(({ end }) => end <= text.length)),
      { message: 'lines lie within the text' },
    ),
  z.object({ kind: z.literal('refused'), code: z.string().max(60), reason: z.string().max(2000) }),
])
export type Reply = z.infer<typeof replySchema>

/** What the parent says first; the file's bytes follow on standard input. */
export const taskSchema = z.object({ file: z.string(), ocr: z.boolean() })
export type Task = z.infer<typeof taskSchema>
