import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Glyph, PageGlyphs } from './glyph.ts'
import { unifiedIdeograph } from './unified-ideograph.ts'

type Matrix = readonly [number, number, number, number, number, number]

/** Text turned by more than this (as a slope) does not belong to the lines. */
const LARGEST_SLOPE = 0.05

/** The characters of a page as a reader sees the page, turned upright. */
export async function pageGlyphsOf(page: PDFPageProxy): Promise<PageGlyphs> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ disableNormalization: true })
  const glyphs: Glyph[] = []
  const slanted: string[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const placed = times(viewport.transform as unknown as Matrix, item.transform as unknown as Matrix)
    if (isSlanted(placed)) slanted.push(item.str)
    else glyphs.push(...glyphsOf(item, placed))
  }
  return { width: viewport.width, height: viewport.height, glyphs, slanted: joinedRuns(slanted) }
}

function glyphsOf(item: TextItem, [a, b, , , x, y]: Matrix): readonly Glyph[] {
  const size = Math.hypot(a, b)
  const characters = [...unifiedIdeograph(item.str)]
  const total = characters.reduce((sum, character) => sum + weightOf(character), 0)
  let left = x
  return characters.map((text) => {
    const right = left + (item.width * weightOf(text)) / total
    const glyph = { text, left, right, baseline: y, size }
    left = right
    return glyph
  })
}

/** The library gives the width of a run; Han characters take about twice the width of others. */
function weightOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= 0x2e80 || /[—…“”‘’]/.test(character) ? 2 : 1
}

function isSlanted([a, b]: Matrix): boolean {
  return a <= 0 || Math.abs(b) > a * LARGEST_SLOPE
}

function joinedRuns(runs: readonly string[]): readonly string[] {
  const text = runs.join('').trim()
  return text === '' ? [] : [text]
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
