import type { Range, Section } from '../../corpus/index.ts'
import type { HeadingCandidate } from './heading.ts'
import { type Marker, STYLES, type Style } from './numbering.ts'

interface OpenSection {
  readonly id: string
  readonly style: Style
  ordinal: number
  readonly prefix: string
  readonly index: number
}

/** Styles under which headings without a number stand when nothing else tells. */
const OUTER: ReadonlySet<Style> = new Set(['annex', 'part', 'chapter', 'node'])

/** A numbered line may leave out this many numbers (an item removed before publishing) and still be a heading. */
const LARGEST_GAP = 3

/**
 * Nests the headings of each part by the order in which the part itself uses their styles. Numbering that
 * restarts under each parent and numbering that runs on through the parents are both followed.
 * @param text the document's text
 * @param headings in reading order
 * @param parts ranges that no section crosses, in order
 */
export function buildSections(
  text: string,
  headings: readonly HeadingCandidate[],
  parts: readonly Range[],
): readonly Section[] {
  const sections: Section[] = []
  let from = 0
  for (const part of parts) {
    let to = from
    while ((headings[to]?.start ?? text.length) < part.end) to++
    nest(text, headings.slice(from, to), part, sections)
    from = to
  }
  return sections
}

function nest(text: string, headings: readonly HeadingCandidate[], part: Range, sections: Section[]): void {
  const open: OpenSection[] = []
  const running = new Map<Style, number>()
  const decimals = decimalRows(headings)
  const numbered = numberedFrom(headings)
  const lastPlain = headings.findLastIndex(({ marker }) => marker.style === 'plain')
  for (const [index, heading] of headings.entries()) {
    const { style, ordinal, prefix } = heading.marker
    if (prefix !== '' && !decimals.has(heading)) continue
    const isBeside = index > lastPlain && standsBesidePlain(text, open, headings[index - 1], heading)
    const depth =
      style === 'plain' ? plainDepth(open, numbered[index + 1]) : depthOf(open, style) - Number(isBeside)
    const sibling = open[depth]
    const previous = sibling?.style === style && sibling.prefix === prefix ? sibling.ordinal : 0
    if (prefix === '' && !continues(heading, previous, running.get(style) ?? 0)) continue
    close(sections, open, depth, heading.start)
    const parent = open[depth - 1]
    const id = `s${sections.length + 1}`
    const headingEnd = Math.min(heading.headingEnd, part.end)
    sections.push(sectionOf(text, { ...heading, headingEnd }, id, parent?.id ?? null, depth + 1))
    open.push({ id, style, ordinal, prefix, index: sections.length - 1 })
    running.set(style, ordinal)
  }
  close(sections, open, 0, part.end)
}

/** Decimals at the start of a line that count on from 1 under their prefix; all others are figures. */
function decimalRows(headings: readonly HeadingCandidate[]): ReadonlySet<HeadingCandidate> {
  const byPrefix = Map.groupBy(
    headings.filter(({ marker, startsLine }) => marker.prefix !== '' && startsLine),
    ({ marker }) => marker.prefix,
  )
  const rows = [...byPrefix.values()].filter(
    (row) =>
      row.length > 1 &&
      row.every(({ marker: { ordinal } }, index) => {
        return ordinal === 1 || ordinal === (row[index - 1]?.marker.ordinal ?? 0) + 1
      }),
  )
  return new Set(rows.flat())
}

/**
 * Whether 一、 follows the text of the last heading without a number, 指导思想 or 主要目标, and so stands beside it;
 * under a heading of that kind it would follow at once.
 */
function standsBesidePlain(
  text: string,
  open: readonly OpenSection[],
  above: HeadingCandidate | undefined,
  { start, marker }: HeadingCandidate,
): boolean {
  if (marker.style !== 'han' || marker.ordinal !== 1 || above?.marker.style !== 'plain') return false
  const isInnermost = open.at(-1)?.style === 'plain' && open.at(-2)?.style !== 'annex'
  return isInnermost && text.slice(above.headingEnd, start).trim() !== ''
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
  if (next === undefined) return open.filter(({ style }) => OUTER.has(style)).length
  const depth = depthOf(open, next.style)
  const goesOn = open[depth]?.style === next.style && next.ordinal > 1
  return goesOn ? depth + 1 : depth
}

/** For each heading the numbering of the first one from there on that has a number and starts its line. */
function numberedFrom(headings: readonly HeadingCandidate[]): readonly (Marker | undefined)[] {
  let next: Marker | undefined
  const backwards = headings.toReversed().map(({ startsLine, marker }) => {
    if (startsLine && marker.number !== '') next = marker
    return next
  })
  return backwards.reverse()
}

function continues(heading: HeadingCandidate, previous: number, running: number): boolean {
  const { ordinal, style } = heading.marker
  if (style === 'plain' || style === 'plain-inner') return true
  const isNext = ordinal === previous + 1 || ordinal === running + 1
  if (!heading.startsLine) return isNext
  if (isNext || ordinal === 1 || style === 'annex') return true
  // A number given twice by mistake, and a first item that was taken out.
  if (ordinal === previous || (previous === 0 && ordinal === 2)) return true
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
