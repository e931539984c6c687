import type { Range } from '../../corpus/index.ts'
import { subtract } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { type Marker, markerAt, type Style } from './numbering.ts'

/** A place where a section begins. Offsets are into the document's text. */
export interface HeadingCandidate {
  readonly marker: Marker
  readonly start: number
  /** End of the heading itself, its closing full stop not included. */
  readonly headingEnd: number
  /** Whether it starts its line; a heading in the middle of a line must continue the numbering to count. */
  readonly startsLine: boolean
}

/** A first sentence longer than this is the body of a numbered paragraph and not its heading. */
const LONGEST_HEADING = 50
const LONGEST_LABEL = 30
const LONGEST_LINE = 60

/** Numbered headings in reading order; text that is excluded is looked through. */
export function findHeadings(
  view: string,
  lines: readonly Line[],
  excluded: readonly Range[],
): readonly HeadingCandidate[] {
  const headings: HeadingCandidate[] = []
  for (const line of lines) {
    const [firstPart] = subtract(line.content, excluded)
    if (firstPart === undefined) continue
    const content = { start: skipBlank(view, firstPart.start), end: line.content.end }
    const inLine: HeadingCandidate[] = []
    pushHeading(inLine, view, content, true)
    for (const at of sentenceStarts(view, content)) {
      pushHeading(inLine, view, { start: at, end: content.end }, false)
    }
    headings.push(...withoutLoneFirsts(inLine))
  }
  return headings
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

function pushHeading(into: HeadingCandidate[], view: string, content: Range, startsLine: boolean): void {
  const marker = markerAt(view.slice(content.start, Math.min(content.end, content.start + 24)))
  if (marker === undefined) return
  const bodyStart = content.start + marker.number.length
  const headingEnd = headingEndOf(view, { start: bodyStart, end: content.end })
  into.push({ marker, start: content.start, headingEnd, startsLine })
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

/**
 * Where a heading that shares its line with the body ends: at its first full stop, or at a label's colon or
 * a wide gap before that. Returns the start of `text` when what follows the number is no heading at all.
 */
function headingEndOf(view: string, text: Range): number {
  const line = view.slice(text.start, text.end)
  const stop = line.search(/[。！？]/u)
  const first = stop === -1 ? line : line.slice(0, stop)
  const label = /^[^，,；;。:：]{2,}?(?=[:：]\s*\S|\u3000|\s{2,}\S)/u.exec(first)
  if (label !== null && label[0].length <= LONGEST_LABEL) return text.start + label[0].length
  const longest = stop === -1 ? LONGEST_LINE : LONGEST_HEADING
  if (first.length > longest || /[；;]/.test(first)) return text.start
  return text.start + first.trimEnd().length
}
