import type { PageLine } from './line-writer.ts'
import { type PageElement, selfAndAncestors } from './parse-page.ts'

const SHORTEST_PARAGRAPH = 20
/** How much of a paragraph's weight its ancestors get, nearest first (as in Readability). */
const SHARES = [1, 0.5, 0.25, 0.125]
/** Widen the body to its parent while the parent brings this much more text that reads like prose. */
const LEAST_GAIN = 1.15
/** … and what it brings is prose and not link lists around the document. */
const LEAST_PROSE_SHARE = 0.6

/** The element that holds the document, found by the density of its text; undefined for a page without prose. */
export function mainBodyOf(lines: readonly PageLine[]): PageElement | undefined {
  const weights = new Map<PageElement, number>()
  for (const line of lines) {
    const weight = proseWeight(line)
    if (weight === 0) continue
    containersOf(line.block).forEach((element, distance) => {
      const share = SHARES[distance] ?? 0
      weights.set(element, (weights.get(element) ?? 0) + weight * share)
    })
  }
  const [best] = [...weights].sort(([, a], [, b]) => b - a)
  return best === undefined ? undefined : widened(best[0], lines)
}

/** Characters of text that reads like sentences; 0 for a control, a label or a list of links. */
export function proseWeight({ text, linkLength }: PageLine): number {
  const own = text.trim().length - linkLength
  if (own < SHORTEST_PARAGRAPH || linkLength > own) return 0
  return own * (/[，、。；：,;]/.test(text) ? 1 : 0.3)
}

function containersOf(block: PageElement): readonly PageElement[] {
  return [...selfAndAncestors(block)]
    .slice(isContainer(block) ? 0 : 1)
    .filter(isContainer)
    .slice(0, SHARES.length)
}

function isContainer({ tagName }: PageElement): boolean {
  return !['p', 'li', 'tr', 'tbody', 'thead', 'html', 'body', 'h1', 'h2', 'h3', 'h4', 'blockquote'].includes(
    tagName,
  )
}

/** A document split over sibling containers (a table between texts, an attachment) belongs together. */
function widened(start: PageElement, lines: readonly PageLine[]): PageElement {
  let body = start
  let held = lengthsUnder(body, lines)
  for (const outer of selfAndAncestors(start)) {
    if (outer === start || outer.tagName === 'html') continue
    const whole = lengthsUnder(outer, lines)
    const gain = whole.prose - held.prose
    if (whole.prose >= held.prose * LEAST_GAIN && gain >= (whole.all - held.all) * LEAST_PROSE_SHARE) {
      body = outer
      held = whole
    }
  }
  return body
}

function lengthsUnder(element: PageElement, lines: readonly PageLine[]): { prose: number; all: number } {
  let prose = 0
  let all = 0
  for (const line of lines) {
    if (!isUnder(line.block, element)) continue
    all += line.text.trim().length
    if (proseWeight(line) > 0) prose += line.text.trim().length - line.linkLength
  }
  return { prose, all }
}

export function isUnder(block: PageElement, ancestor: PageElement): boolean {
  for (const element of selfAndAncestors(block)) if (element === ancestor) return true
  return false
}
