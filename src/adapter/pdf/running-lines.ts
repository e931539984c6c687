import type { TextLine } from './text-line.ts'

/** How far from an edge of the page, as a share of its height, a running line may stand. */
const ZONE = 0.13
const LONGEST = 60
const LEAST_SHARE = 0.4
const SAME_PLACE = 6
const PAGE_NUMBER =
  /^(?:[-—–－―·\s]*\d{1,4}[-—–－―·\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[ivxlcIVXLC]{1,6})$/

/** Page numbers and the lines that return on page after page, which are not the document. */
export function runningLinesOf(
  lines: readonly TextLine[],
  heights: readonly number[],
): ReadonlySet<TextLine> {
  const candidates = lines.filter(({ text, baseline, page }) => {
    const height = heights[page] ?? 0
    return text.length <= LONGEST && (baseline < height * ZONE || baseline > height * (1 - ZONE))
  })
  const bySaying = new Map<string, TextLine[]>()
  for (const line of candidates) {
    const saying = line.text.replace(/\d+/g, '#').replace(/\s+/g, '')
    bySaying.set(saying, [...(bySaying.get(saying) ?? []), line])
  }
  const running = new Set(candidates.filter(({ text }) => PAGE_NUMBER.test(text.trim())))
  for (const group of bySaying.values()) {
    for (const line of group) if (returns(line, group, heights.length)) running.add(line)
  }
  return running
}

function returns(line: TextLine, group: readonly TextLine[], pages: number): boolean {
  const alike = group.filter(({ baseline }) => Math.abs(baseline - line.baseline) < SAME_PLACE)
  const count = new Set(alike.map(({ page }) => page)).size
  return count >= 2 && count >= pages * LEAST_SHARE
}
