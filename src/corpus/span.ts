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

export function lengthOf(range: Range): number {
  return range.end - range.start
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * The parts of `range` that lie outside every one of `holes`.
 * @param holes ascending and disjoint
 */
export function subtract(range: Range, holes: readonly Range[]): readonly Range[] {
  const parts: Range[] = []
  let from = range.start
  for (const hole of holes) {
    if (hole.end <= from || hole.start >= range.end) continue
    if (hole.start > from) parts.push({ start: from, end: hole.start })
    from = Math.max(from, hole.end)
  }
  if (from < range.end) parts.push({ start: from, end: range.end })
  return parts
}
