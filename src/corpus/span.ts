import { z } from 'zod'
import { documentIdSchema } from './id.ts'

/** Half-open range `[start, end)` of UTF-16 offsets into one document's text. */
export const rangeSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine((range) => range.start <= range.end, { message: 'start must not exceed end' })
  .readonly()
export type Range = z.infer<typeof rangeSchema>

/** A range that also names its document. */
export const spanSchema = z
  .object({ documentId: documentIdSchema, start: z.int().nonnegative(), end: z.int().nonnegative() })
  .readonly()
export type Span = z.infer<typeof spanSchema>

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * The first range that ends after `offset`: the only one that can hold or overlap what starts there.
 * @param ranges ascending and disjoint
 */
export function firstEndingAfter<T extends Range>(ranges: readonly T[], offset: number): T | undefined {
  return ranges[indexEndingAfter(ranges, offset)]
}

function indexEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The parts of `range` that lie outside every one of `holes`.
 * @param holes ascending and disjoint
 */
export function subtract(range: Range, holes: readonly Range[]): readonly Range[] {
  const parts: Range[] = []
  let from = range.start
  for (let at = indexEndingAfter(holes, range.start); at < holes.length; at++) {
    const hole = holes[at]
    if (hole === undefined || hole.start >= range.end) break
    if (hole.start > from) parts.push({ start: from, end: hole.start })
    from = Math.max(from, hole.end)
  }
  if (from < range.end) parts.push({ start: from, end: range.end })
  return parts
}
