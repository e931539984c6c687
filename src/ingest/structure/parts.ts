import type { Part, Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import type { Notice } from '../metadata/notice.ts'
import { datedLine, isImprintLine, isSignatureLine } from '../official-form.ts'
import type { HeadingCandidate } from './heading.ts'

export interface PartsInput {
  readonly text: string
  /** Readable lines: neither blank nor excluded. */
  readonly lines: readonly Line[]
  readonly notice: Notice | null
  readonly title: Range | null
  /** The headings that carry a number, in reading order. */
  readonly numbered: readonly HeadingCandidate[]
}

/** As many names may stand under a plan without a date or a sentence in front. */
const MOST_UNDATED = 2
/** A drawn line between the parts of a document. */
const RULE_LINE = /^[-—–―_=─━*·\s]{3,}$/u
const BARE_ANNEX = /^附\s*[件录表]\s*(?:\d{0,2}|[一二三四五六七八九十]{1,2})\s*[:：]?$/u

/**
 * What the text consists of, in order and without a gap: the covering notice, the plan, its annexes, and what
 * stands under them (signature, date, copies, printing office).
 */
export function findParts(input: PartsInput): readonly Part[] {
  const { text, lines } = input
  const planStart = planStartOf(input)
  const annexes = annexStarts(input, planStart)
  const borders = [planStart, ...annexes, text.length]
  const parts: Part[] = planStart > 0 ? [{ kind: 'notice', start: 0, end: planStart }] : []
  let next = lines.findIndex(({ start }) => start >= planStart)
  for (let index = 0; index + 1 < borders.length; index++) {
    const [start = 0, end = 0] = [borders[index], borders[index + 1]]
    const first = next
    while (next !== -1 && (lines[next]?.start ?? end) < end) next++
    const closing = index === 0 || end === text.length ? closingOf(lines, first, next) : undefined
    const kind = index === 0 ? 'plan' : 'annex'
    parts.push({ kind, start, end: closing ?? end })
    if (closing !== undefined) parts.push({ kind: 'imprint', start: closing, end })
  }
  return parts.filter(({ start, end }) => end > start)
}

/** Where the plan begins: at its title, or behind a notice that is signed and has sections under it; else at 0. */
function planStartOf({ lines, notice, title, numbered }: PartsInput): number {
  if (notice === null) return 0
  const behind = notice.closing === null ? undefined : lines[notice.closing + 1]
  const hasOwnTitle = title !== null && title.start > (lines[notice.at]?.content.end ?? 0)
  const first = hasOwnTitle ? lines.findIndex(({ content }) => content.start >= title.start) : -1
  if (first === -1) {
    const goesOn = numbered.some(
      ({ marker, start }) => marker.style !== 'annex' && start >= (behind?.start ?? Infinity),
    )
    return behind !== undefined && goesOn ? behind.start : 0
  }
  const above = lines[first - 1]
  return (above !== undefined && BARE_ANNEX.test(above.view) ? above : lines[first])?.start ?? 0
}

function annexStarts({ lines, numbered, title }: PartsInput, planStart: number): readonly number[] {
  const byStart = new Map(lines.map((line, index) => [line.content.start, index]))
  return numbered
    .filter(({ marker, startsLine, start }) => marker.style === 'annex' && startsLine && start > planStart)
    .flatMap(({ start }) => {
      const index = byStart.get(start)
      const line = index === undefined ? undefined : lines[index]
      const isOverTitle = index !== undefined && lines[index + 1]?.content.start === title?.start
      return line === undefined || isOverTitle || start < (title?.start ?? 0) ? [] : [line.start]
    })
}

/**
 * Where the lines under a part begin, found from its end upwards: nothing but bodies, dates, notes and rules.
 * Many names without a date must follow a finished sentence.
 */
function closingOf(lines: readonly Line[], first: number, end: number): number | undefined {
  let at = end
  let certain = false
  while (at > first) {
    const line = lines[at - 1]
    if (line === undefined) break
    const isCertain = isImprintLine(line) || datedLine(line) !== undefined
    if (!isCertain && !RULE_LINE.test(line.view) && !isSignatureLine(line, lines[at])) break
    certain ||= isCertain
    at--
  }
  const top = lines[at]
  if (at === end || at === first || top === undefined) return undefined
  const follows = /[。！!；;]["”)]?$/u.test(lines[at - 1]?.view ?? '')
  return certain || follows || end - at <= MOST_UNDATED ? top.start : undefined
}
