import type { Range } from '../../corpus/index.ts'
import { subtract } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { contentsLines } from './contents-list.ts'
import { headingEndOf } from './heading-end.ts'
import { type Marker, markerAt, STYLES, type Style } from './numbering.ts'
import { tableLines } from './table-line.ts'

/** A place where a section begins. Offsets are into the document's text. */
export interface HeadingCandidate {
  readonly marker: Marker
  readonly start: number
  /** End of the heading itself, its closing full stop not included. */
  readonly headingEnd: number
  /** Whether it starts its line; a heading in the middle of a line must continue the numbering to count. */
  readonly startsLine: boolean
}

/** Stands for excluded text: neither a blank nor a mark, so that it ends no heading. */
const MASK = '\ufffc'
const BLANK_END = /[\s\ufffc]*\ufffc[\s\ufffc]*$/u

/** Numbered headings in reading order; text that is excluded is looked through. */
export function findHeadings(
  whole: string,
  lines: readonly Line[],
  excluded: readonly Range[],
): readonly HeadingCandidate[] {
  const headings: HeadingCandidate[] = []
  const view = masked(whole, excluded)
  const source = { view, lastSecond: view.lastIndexOf('(二)') }
  const closed = new Set([...tableLines(lines), ...contentsLines(lines)])
  for (const line of lines) {
    if (closed.has(line)) continue
    const [firstPart] = subtract(line.content, excluded)
    if (firstPart === undefined) continue
    const content = { start: skipBlank(view, firstPart.start), end: line.content.end }
    const inLine: HeadingCandidate[] = []
    pushHeading(inLine, source, content, true)
    for (const at of sentenceStarts(view, content)) {
      pushHeading(inLine, source, { start: at, end: content.end }, false)
    }
    headings.push(...withoutLoneFirsts(inLine))
  }
  return headings
}

function masked(view: string, excluded: readonly Range[]): string {
  let seen = ''
  for (const { start, end } of excluded)
    seen += view.slice(seen.length, start).padEnd(end - seen.length, MASK)
  return seen + view.slice(seen.length)
}

/** Without each 1. in the middle of a line that no 2. follows: more likely a remark than a heading. */
function withoutLoneFirsts(inLine: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const next = new Map<Style, number>()
  const kept = inLine.toReversed().filter(({ startsLine, marker: { style, ordinal } }) => {
    const isLoneFirst = !startsLine && ordinal === 1 && next.get(style) !== 2
    next.set(style, ordinal)
    return !isLoneFirst
  })
  return kept.reverse()
}

/** Styles whose number may have a line of its own; in others it is the cell of a table. */
const STANDS_ALONE: ReadonlySet<Style> = new Set(['annex', 'part', 'chapter', 'node', 'article'])

interface Source {
  readonly view: string
  /** Where the last （二） stands: a （一） behind it has no follower. */
  readonly lastSecond: number
}

function pushHeading(into: HeadingCandidate[], source: Source, content: Range, startsLine: boolean): void {
  const { view } = source
  const marker = markerAt(view.slice(content.start, Math.min(content.end, content.start + 80)))
  if (marker === undefined) return
  const words = { start: content.start + marker.number.length, end: content.end }
  if (words.start >= words.end && !STANDS_ALONE.has(marker.style)) return
  const inner = startsLine ? gluedHeading(source, words, marker) : undefined
  const end = headingEndOf(view, { start: words.start, end: inner ?? content.end }, marker.style)
  const headingEnd = content.start + view.slice(content.start, end).replace(BLANK_END, '').length
  into.push({ marker, start: content.start, headingEnd, startsLine })
  if (inner !== undefined) pushHeading(into, source, { start: inner, end: content.end }, true)
}

/** Where the first heading of the next level starts that is glued to this one without a mark: 一、总体要求（一）指导思想. */
function gluedHeading({ view, lastSecond }: Source, text: Range, outer: Marker): number | undefined {
  if (lastSecond < text.start || STYLES.indexOf(outer.style) >= STYLES.indexOf('han-bracket'))
    return undefined
  const words = view.slice(text.start, Math.min(text.end, text.start + 40))
  const found = /^[^。；;:，,“(]{2,30}?[^\S\n]*(?=\(一\)\s*\p{Script=Han})/u.exec(words)
  return found === null ? undefined : text.start + found[0].length
}

function skipBlank(view: string, start: number): number {
  let at = start
  while (at < view.length && /[^\S\n]/.test(view[at] ?? '')) at++
  return at
}

function sentenceStarts(view: string, content: Range): readonly number[] {
  const starts: number[] = []
  for (let at = content.start; at < content.end - 1; at++) {
    if (view[at] === '。') starts.push(skipBlank(view, at + 1))
  }
  return starts
}
