import type { Section } from '../../corpus/index.ts'
import type { HeadingCandidate } from './heading.ts'
import { type Marker, STYLES, type Style } from './numbering.ts'

interface OpenSection {
  readonly id: string
  readonly style: Style
  ordinal: number
  readonly index: number
}

/** A numbered line may leave out this many numbers (an item removed before publishing) and still be a heading. */
const LARGEST_GAP = 3

/**
 * Nests numbered headings by the order in which the document itself uses their styles. Numbering that
 * restarts under each parent and numbering that runs on through the parents are both followed.
 * @param text the document's text
 * @param headings in reading order
 */
export function buildSections(text: string, headings: readonly HeadingCandidate[]): readonly Section[] {
  const sections: Section[] = []
  const open: OpenSection[] = []
  const running = new Map<Style, number>()
  for (const [index, heading] of headings.entries()) {
    const { style, ordinal } = heading.marker
    const depth = style === 'plain' ? plainDepth(open, numberedAfter(headings, index)) : depthOf(open, style)
    const previous = open[depth]?.style === style ? open[depth].ordinal : 0
    if (!continues(heading, previous, running.get(style) ?? 0)) continue
    close(sections, open, depth, heading.start)
    const parent = open[depth - 1]
    const id = `s${sections.length + 1}`
    sections.push(sectionOf(text, heading, id, parent?.id ?? null, depth + 1))
    open.push({ id, style, ordinal, index: sections.length - 1 })
    running.set(style, ordinal)
  }
  close(sections, open, 0, text.length)
  return sections
}

/** Position in the stack of open sections at which a heading of this style stands. */
function depthOf(open: readonly OpenSection[], style: Style): number {
  const same = open.findIndex((section) => section.style === style)
  if (same !== -1) return same
  const rank = STYLES.indexOf(style)
  const inner = open.findIndex((section) => STYLES.indexOf(section.style) > rank)
  return inner === -1 ? open.length : inner
}

/**
 * Where a heading without a number stands is told by the numbering after it: what restarts stands under it,
 * what goes on stands above it.
 */
function plainDepth(open: readonly OpenSection[], next: Marker | undefined): number {
  const sibling = open.findIndex((section) => section.style === 'plain')
  if (sibling !== -1) return sibling
  if (next === undefined) return open.filter(({ style }) => style === 'annex' || style === 'chapter').length
  const depth = depthOf(open, next.style)
  const goesOn = open[depth]?.style === next.style && next.ordinal > 1
  return goesOn ? depth + 1 : depth
}

function numberedAfter(headings: readonly HeadingCandidate[], index: number): Marker | undefined {
  for (let at = index + 1; at < headings.length; at++) {
    const heading = headings[at]
    if (heading?.startsLine && heading.marker.style !== 'plain') return heading.marker
  }
  return undefined
}

function continues(heading: HeadingCandidate, previous: number, running: number): boolean {
  const { ordinal, style } = heading.marker
  if (style === 'plain') return true
  const isNext = ordinal === previous + 1 || ordinal === running + 1
  if (!heading.startsLine) return isNext
  if (isNext || ordinal === 1 || style === 'annex') return true
  return ordinal > running && ordinal <= Math.max(previous, running) + LARGEST_GAP
}

function close(sections: Section[], open: OpenSection[], depth: number, end: number): void {
  for (const closed of open.splice(depth)) {
    const section = sections[closed.index]
    if (section !== undefined) sections[closed.index] = { ...section, end }
  }
}

function sectionOf(
  text: string,
  heading: HeadingCandidate,
  id: string,
  parentId: string | null,
  level: number,
): Section {
  const numberEnd = heading.start + heading.marker.number.length
  return {
    id,
    parentId,
    level,
    number: text.slice(heading.start, numberEnd).trim(),
    heading: text.slice(numberEnd, heading.headingEnd).trim(),
    start: heading.start,
    end: heading.start,
    headingEnd: heading.headingEnd,
  }
}
