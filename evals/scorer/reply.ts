import { z } from 'zod'

/** A cited place, as it leaves the product. */
export const citationSchema = z.object({
  id: z.int(),
  file: z.string(),
  jurisdiction: z.string().nullable(),
  years: z.array(z.int()),
  document_title: z.string(),
  path: z.array(z.string()),
  cited_text: z.string(),
  start_char_index: z.int(),
  end_char_index: z.int(),
  sha256: z.string(),
})

const draftItemSchema = z.object({
  /** Heading and sentences as they are read. */
  text: z.string(),
  /** What of them no cited text holds. */
  ownWords: z.string(),
  status: z.string(),
  flags: z.array(z.object({ kind: z.string(), text: z.string() })),
})
export type DraftItem = z.infer<typeof draftItemSchema>

/**
 * The parts of an answer a scorer reads, stated here once more on purpose: scorers judge what leaves the
 * product and share no code with it.
 */
export const replySchema = z.object({
  kind: z.enum(['answered', 'refused']),
  text: z.string(),
  sentences: z.array(z.object({ text: z.string(), verdict: z.string(), citations: z.array(z.int()) })),
  citations: z.array(citationSchema),
  near_misses: z.array(z.object({ why: z.string(), citation: citationSchema })),
  /** Of a draft: how many items it has, and those that a check is about. */
  draft: z.object({ itemCount: z.int(), items: z.array(draftItemSchema) }).optional(),
})
export type Reply = z.infer<typeof replySchema>
export type ReplyCitation = Reply['citations'][number]

/** A score from 0 to 1, or null when there was nothing to score. */
export type Score = number | null

export function mean(scores: readonly Score[]): Score {
  const numbers = scores.filter((score) => score !== null)
  return numbers.length === 0 ? null : numbers.reduce((sum, score) => sum + score, 0) / numbers.length
}
