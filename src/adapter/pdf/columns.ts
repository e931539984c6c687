import type { Glyph } from './glyph.ts'
import { type GlyphRow, rowsOf } from './glyph-row.ts'

/** Characters that are read together before any other; column 0 is the whole width, 1 and 2 stand side by side. */
export interface Area {
  readonly column: 0 | 1 | 2
  readonly glyphs: readonly Glyph[]
}

/** A stretch across the page. */
interface Gutter {
  readonly left: number
  readonly right: number
}

const FEWEST_ROWS = 8
/** Part of the text's width, around its middle, in which a gutter may lie. */
const MIDDLE: readonly [from: number, to: number] = [0.35, 0.65]
const STEPS = 100
/** Of the rows, titles and page numbers over both columns. */
const LARGEST_CROSSING_SHARE = 0.25
/** In sizes of the type. */
const NARROWEST_GUTTER = 1
const NARROWEST_COLUMN = 9
const FULL = 2
/** Prose fills its lines but for the last of a paragraph; the cells of a table do not. */
const LEAST_FULL_SHARE = 0.5
const SIDES = ['left', 'right'] as const

/**
 * The areas of a page in the order of reading. Two columns of prose are read one after the other, between the lines
 * that run over both; a table is left in its rows.
 */
export function areasOf(glyphs: readonly Glyph[]): readonly Area[] {
  const shown = glyphs.filter(({ text }) => text.trim() !== '')
  const rows = rowsOf(shown)
  const gutter = gutterOf(rows)
  if (gutter === undefined || !areColumns(rows, gutter)) return [{ column: 0, glyphs }]
  const areas: Area[] = []
  let across: Glyph[] = []
  let sides: { left: Glyph[]; right: Glyph[] } = { left: [], right: [] }
  const endAcross = () => {
    if (across.length > 0) areas.push({ column: 0, glyphs: across })
    across = []
  }
  const endSides = () => {
    if (sides.left.length > 0) areas.push({ column: 1, glyphs: sides.left })
    if (sides.right.length > 0) areas.push({ column: 2, glyphs: sides.right })
    sides = { left: [], right: [] }
  }
  for (const row of rowsOf(glyphs)) {
    if (crosses(row, gutter)) {
      endSides()
      across.push(...row)
    } else {
      endAcross()
      for (const glyph of row) sides[glyph.left < gutter.left ? 'left' : 'right'].push(glyph)
    }
  }
  endAcross()
  endSides()
  return areas
}

/** The widest strip in the middle of the text that hardly any row has something on. */
function gutterOf(rows: readonly GlyphRow[]): Gutter | undefined {
  if (rows.length < FEWEST_ROWS) return undefined
  const { left, right } = extentOf(rows.flat())
  const [from, to] = MIDDLE.map((share) => left + (right - left) * share)
  const step = ((to ?? 0) - (from ?? 0)) / STEPS
  const most = rows.length * LARGEST_CROSSING_SHARE
  let widest: Gutter = { left: 0, right: 0 }
  let open: Gutter | undefined
  for (let index = 0; index < STEPS; index++) {
    const strip = { left: (from ?? 0) + index * step, right: (from ?? 0) + (index + 1) * step }
    const isFree = rows.filter((row) => crosses(row, strip)).length <= most
    open = isFree ? { left: open?.left ?? strip.left, right: strip.right } : undefined
    if (open !== undefined && open.right - open.left > widest.right - widest.left) widest = open
  }
  return widest.right - widest.left >= sizeOf(rows) * NARROWEST_GUTTER ? widest : undefined
}

/** Both sides hold lines of prose of about one width. */
function areColumns(rows: readonly GlyphRow[], gutter: Gutter): boolean {
  const size = sizeOf(rows)
  const apart = rows.filter((row) => !crosses(row, gutter))
  const widths = SIDES.map((side) => {
    const lines = apart.flatMap((row) => {
      const own = row.filter((glyph) => glyph.left < gutter.left === (side === 'left'))
      return own.length === 0 ? [] : [extentOf(own)]
    })
    const { left, right: edge } = extentOf(lines)
    const width = edge - left
    const full = lines.filter(({ right }) => right > edge - size * FULL).length
    const isProse = lines.length >= FEWEST_ROWS / 2 && full >= lines.length * LEAST_FULL_SHARE
    return isProse && width >= size * NARROWEST_COLUMN ? width : 0
  })
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)]
  return narrow > 0 && narrow > wide * 0.7
}

function crosses(row: GlyphRow, { left, right }: Gutter): boolean {
  return row.some((glyph) => glyph.text.trim() !== '' && glyph.left < right && glyph.right > left)
}

function extentOf(glyphs: readonly Gutter[]): Gutter {
  return {
    left: glyphs.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: glyphs.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
  }
}

function sizeOf(rows: readonly GlyphRow[]): number {
  const sizes = rows.flatMap((row) => row.map(({ size }) => size)).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 0
}
