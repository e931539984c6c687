import type { PageViewport, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Glyph, PageGlyphs } from './glyph.ts'
import { unifiedIdeograph } from './unified-ideograph.ts'

type Matrix = readonly [number, number, number, number, number, number]

/** Text turned by more than this (as a slope) does not belong to the lines. */
const LARGEST_SLOPE = 0.05

/** The characters of a page as a reader sees the page, turned upright, also where the file does not say so. */
export async function pageGlyphsOf(page: PDFPageProxy): Promise<PageGlyphs> {
  const content = await page.getTextContent({ disableNormalization: true })
  const items = content.items.filter((item): item is TextItem => 'str' in item && item.str !== '')
  const upright = page.getViewport({ scale: 1 })
  const turn = mainTurnOf(items, upright)
  const viewport = turn === 0 ? upright : page.getViewport({ scale: 1, rotation: page.rotate - turn })
  const glyphs: Glyph[] = []
  const slanted: string[] = []
  for (const item of items) {
    const placed = placeOf(item, viewport)
    if (isSlanted(placed)) slanted.push(item.str)
    else glyphs.push(...glyphsOf(item, placed))
  }
  return { width: viewport.width, height: viewport.height, glyphs, slanted: joinedRuns(slanted) }
}

/** By how many degrees, clockwise, more than half of the characters run away from the horizontal. */
function mainTurnOf(items: readonly TextItem[], viewport: PageViewport): number {
  const counts = new Map<number, number>()
  for (const item of items) {
    const [a, b] = placeOf(item, viewport)
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360
    counts.set(turn, (counts.get(turn) ?? 0) + item.str.trim().length)
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts].find(([, count]) => count > total / 2)?.[0] ?? 0
}

function placeOf(item: TextItem, viewport: PageViewport): Matrix {
  return times(viewport.transform as unknown as Matrix, item.transform as unknown as Matrix)
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
