import type { PageLayout } from '../ingest/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { PageJson } from './document-schema.ts'

export function toPageJson(number: number, { width, height, lines }: PageLayout, text: string): PageJson {
  const offset = codePointOffsets(text)
  return {
    page: number,
    width,
    height,
    index_unit: 'code_point',
    lines: lines.map(({ start, end, top, bottom, edges }) => ({
      start: offset(start),
      end: offset(end),
      top,
      bottom,
      edges: edgesOfCodePoints(text.slice(start, end), edges),
    })),
  }
}

/** The units of one code point stand at one place, so the first speaks for it. */
function edgesOfCodePoints(text: string, edges: readonly number[]): number[] {
  let unit = 0
  return [...text].flatMap((character) => {
    const place = edges.slice(2 * unit, 2 * unit + 2)
    unit += character.length
    return place
  })
}
