import { areasOf } from './columns.ts'
import type { Glyph, PageGlyphs } from './glyph.ts'
import { rowsOf } from './glyph-row.ts'
import { withTableColumns } from './table-columns.ts'

/** One line of a page: its characters, with the spaces between them that are meant as spaces. */
export interface TextLine {
  readonly page: number
  /** Lines of one area share their margins: a column, on pages of one width. */
  readonly area: string
  readonly text: string
  /** Left and right of each UTF-16 unit. */
  readonly edges: readonly number[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

const SAME_PLACE = 0.3
const WORD_GAP = 0.2
/** Only this much between Han characters (in sizes) is a gap that somebody typed. */
const HAN_GAP = 0.9
const COLUMN_GAP = 2

/** Lines in the order of reading, each from left to right, whatever order the file draws them in. */
export function textLinesOf(page: number, { width, glyphs }: PageGlyphs): readonly TextLine[] {
  const lines = areasOf(glyphs).flatMap(({ column, glyphs: own }) => {
    const area = `${Math.round(width)}/${column}`
    return rowsOf(own).map((row) => lineOf(page, area, row))
  })
  return withTableColumns(lines.filter(({ text }) => text !== ''))
}

function lineOf(page: number, area: string, group: readonly Glyph[]): TextLine {
  const glyphs = [...group].sort((a, b) => a.left - b.left)
  const usual = usualGap(glyphs)
  let text = ''
  let hasSpace = false
  const edges: number[] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      hasSpace ||= last !== undefined
      continue
    }
    if (last !== undefined && isDrawnTwice(last, glyph)) continue
    const space = last === undefined ? '' : spaceBetween(last, glyph, hasSpace, usual)
    if (last !== undefined && space !== '') edges.push(rounded(last.right), rounded(glyph.left))
    for (let unit = 0; unit < glyph.text.length; unit++) edges.push(rounded(glyph.left), rounded(glyph.right))
    text += space + glyph.text
    last = glyph
    hasSpace = false
  }
  return {
    page,
    area,
    text,
    edges,
    left: edges[0] ?? 0,
    right: edges.at(-1) ?? 0,
    baseline: glyphs[0]?.baseline ?? 0,
    size: median(glyphs.map(({ size }) => size)),
  }
}

/** Bold type is often faked by drawing a character twice. */
function isDrawnTwice(last: Glyph, glyph: Glyph): boolean {
  return last.text === glyph.text && glyph.left - last.left < glyph.size * SAME_PLACE
}

/** A justified line has gaps everywhere; a space stands out from them. */
function spaceBetween(last: Glyph, glyph: Glyph, hasSpace: boolean, usual: number): string {
  const gap = (glyph.left - last.right) / Math.max(last.size, glyph.size, 1)
  if (gap >= COLUMN_GAP) return '\t'
  const areLatin = isLatin(last.text) && isLatin(glyph.text)
  if (areLatin) return gap > WORD_GAP || (hasSpace && gap > 0) ? ' ' : ''
  const areHan = !isLatin(last.text) && !isLatin(glyph.text)
  return gap >= HAN_GAP || (areHan && hasSpace && gap - usual > WORD_GAP) ? ' ' : ''
}

function usualGap(glyphs: readonly Glyph[]): number {
  const shown = glyphs.filter(({ text }) => text.trim() !== '')
  const gaps = shown
    .slice(1)
    .map((glyph, at) => (glyph.left - (shown[at]?.right ?? 0)) / Math.max(glyph.size, 1))
  return median(gaps)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** Words of Latin letters are parted by spaces; between digits a space is more often positioning. */
export function isLatin(text: string): boolean {
  return /^[!-~\u00c0-\u024f]/.test(text)
}

function rounded(position: number): number {
  return Math.round(position * 10) / 10
}
