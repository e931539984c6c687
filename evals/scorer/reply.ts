import { z } from 'zod'

const citationSchema = z.object({
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
})
export type Reply = z.infer<typeof replySchema>
export type ReplyCitation = Reply['citations'][number]

/** A score from 0 to 1, or null when there was nothing to score. */
export type Score = number | null

export function mean(scores: readonly Score[]): Score {
  const numbers = scores.filter((score) => score !== null)
  return numbers.length === 0 ? null : numbers.reduce((sum, score) => sum + score, 0) / numbers.length
}
