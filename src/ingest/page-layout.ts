import { z } from 'zod'
import type { Exclusion, PageRange } from '../corpus/index.ts'
import { firstEndingAfter } from '../corpus/index.ts'

/** Where one line of the text stands on its page; the origin is the top left corner, units are the page's own. */
const lineBoxSchema = z
  .object({
    /** Range of the text. */
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    top: z.number(),
    bottom: z.number(),
    /** Left and right of each UTF-16 unit of the range in turn. */
    edges: z.array(z.number()).readonly(),
  })
  .refine(({ start, end, edges }) => start < end && edges.length === 2 * (end - start), {
    message: 'a line has two edges for each of its units',
  })
  .readonly()
export type LineBox = z.infer<typeof lineBoxSchema>

/** The page behind the text, for a view of the original with a citation marked in it. */
export const pageLayoutSchema = z
  .object({ width: z.number(), height: z.number(), lines: z.array(lineBoxSchema).readonly() })
  .readonly()
export type PageLayout = z.infer<typeof pageLayoutSchema>

/**
 * The stretch of the text that each page holds. Running lines stand behind the paragraph they would cut in two,
 * so they say nothing about where a page begins; a page of nothing else has no range.
 * @param exclusions what the format marks as not being the document, ascending and disjoint
 */
export function pageRangesOf(
  pages: readonly PageLayout[],
  exclusions: readonly Exclusion[],
): readonly PageRange[] {
  return pages.flatMap(({ lines }, at) => {
    const body = lines.filter(({ start, end }) => {
      const next = firstEndingAfter(exclusions, start)
      return next === undefined || next.start >= end
    })
    const [first] = body
    if (first === undefined) return []
    const start = body.reduce((least, line) => Math.min(least, line.start), first.start)
    const end = body.reduce((most, line) => Math.max(most, line.end), first.end)
    return [{ number: at + 1, start, end }]
  })
}
