import type { Glyph } from './glyph.ts'

/** Characters on one line of the page, over all columns. */
export type GlyphRow = readonly Glyph[]

/** Share of the size within which two baselines are one line; superscripts stay with their line. */
const SAME_LINE = 0.45

/** Rows from top to bottom, whatever order the file draws them in. */
export function rowsOf(glyphs: readonly Glyph[]): readonly GlyphRow[] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && isSameLine(first, glyph)) row.push(glyph)
    else rows.push([glyph])
  }
  return rows
}

function isSameLine(first: Glyph, glyph: Glyph): boolean {
  return glyph.baseline - first.baseline < Math.max(first.size, glyph.size) * SAME_LINE
}
