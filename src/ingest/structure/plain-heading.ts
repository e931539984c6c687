import type { Exclusion, Range } from '../../corpus/index.ts'
import { subtract } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import type { HeadingCandidate } from './heading.ts'
import { markerAt } from './numbering.ts'

const LONGEST = 30
/** A paragraph under a heading is at least this long. */
const SHORTEST_BODY = 20
const HEADING =
  /^(?=[^(、,+\-—/].*\p{Script=Han}{2})[\p{Script=Han}a-z0-9“”‘’"'《》、,，()·+\-—/ ]*[\p{Script=Han}a-z0-9”’"'》)]$/u
/** What ends a paragraph; without it a short line may be the tail of a sentence that was cut into lines. */
const PARAGRAPH_END = /[。！？!?；;：:…”"』」)]$/u
const PUNCTUATED = /[。；;：:，,!?]/u

export interface PlainHeadingInput {
  readonly lines: readonly Line[]
  /** Ascending and disjoint. */
  readonly exclusions: readonly Exclusion[]
  /** The headings that carry a number, in reading order. */
  readonly numbered: readonly HeadingCandidate[]
  /** Where running text begins: behind the title. */
  readonly from: number
}

/**
 * Headings without a number: a short line of words alone that follows a finished paragraph or another heading
 * and has a paragraph or a numbered item under it, or such a heading; once one stands over others at once, those
 * with text under them are the inner ones.
 */
export function findPlainHeadings(input: PlainHeadingInput): readonly HeadingCandidate[] {
  const { from } = input
  const lines = input.lines.flatMap((line) => readable(line, input.exclusions))
  const lineHeadings = new Map(
    input.numbered.filter(({ startsLine }) => startsLine).map((heading) => [heading.start, heading]),
  )
  const headings: HeadingCandidate[] = []
  const outer = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (line.content.start < from || !isPlainHeading(line)) continue
    const [previous, next] = [lines[index - 1], lines[index + 1]]
    const above = previous === undefined ? undefined : lineHeadings.get(previous.content.start)
    const isAfterHeading = above !== undefined && above.headingEnd === previous?.content.end
    const isAfterText =
      previous === undefined || previous.content.end <= from || PARAGRAPH_END.test(previous.view)
    const isInner = outer.has(previous?.content.start ?? -1)
    if (next === undefined || !(isAfterHeading || isAfterText || isInner)) continue
    const isAnnexTitle = isAfterHeading && above.marker.style === 'annex'
    const isOuter = isAfterText && !isInner && opensHeading(next, lines[index + 2])
    if (isOuter) outer.add(line.content.start)
    if (isAnnexTitle || isOuter || opens(next, headings.length > 0))
      headings.push(toCandidate(line, outer.size > 0 && !isOuter ? 'plain-inner' : 'plain'))
  }
  return headings
}

/** Whether the next line is itself a heading without a number, with a paragraph under it. */
function opensHeading(next: ReadableLine, behind: ReadableLine | undefined): boolean {
  return (
    isPlainHeading(next) && behind !== undefined && markerAt(behind.view) === undefined && opens(behind, true)
  )
}

type ReadableLine = Pick<Line, 'content' | 'view'>

/** What of a line is not excluded; nothing when all of it is. */
function readable({ content, view }: Line, exclusions: readonly Exclusion[]): readonly ReadableLine[] {
  const words = ({ start, end }: Range) => view.slice(start - content.start, end - content.start)
  const parts = subtract(content, exclusions).filter((part) => words(part).trim() !== '')
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return []
  return [{ content: { start: first.start, end: last.end }, view: parts.map(words).join('').trim() }]
}

function isPlainHeading({ view }: ReadableLine): boolean {
  return view.length <= LONGEST && HEADING.test(view) && markerAt(view) === undefined
}

/**
 * Whether a line may stand under a heading: a paragraph, or a numbered item; where no heading without number came
 * before, the item must be a first one, for it may as well go on with the items above.
 */
function opens({ view }: ReadableLine, isLater: boolean): boolean {
  const marker = markerAt(view)
  if (marker !== undefined) return isLater || marker.ordinal === 1
  return view.length >= SHORTEST_BODY && PUNCTUATED.test(view)
}

function toCandidate({ content }: ReadableLine, style: 'plain' | 'plain-inner'): HeadingCandidate {
  return {
    marker: { style, number: '', ordinal: 0, prefix: '' },
    start: content.start,
    headingEnd: content.end,
    startsLine: true,
  }
}
