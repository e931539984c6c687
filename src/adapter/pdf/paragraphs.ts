import { isLatin, type TextLine } from './text-line.ts'

const HEADING_START =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|第[一二三四五六七八九十百\d]+(?:[章节条编篇]|部分)|[①-⑳]|附件|附表)/u
/** In sizes of the body's type. */
const SHORT_OF_MARGIN = 1.6
const INDENT = 1.2
const LARGEST_GAP = 1.7
const SIZE_CHANGE = 0.12
/** Titles are set two sizes larger than the body, 22 points to 16. */
const TITLE_SIZE = 1.2
const TITLE_PITCH = 2.2
/** 28 points for type of 16, where there are no two lines to measure. */
const USUAL_PITCH = 1.75

/** The measures most lines of a document share. */
interface Frame {
  readonly left: number
  readonly right: number
  readonly pitch: number
  readonly size: number
}

/** Lines grouped into the paragraphs they were set from; across pages too. */
export function paragraphsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const frames = new Map(
    [...Map.groupBy(lines, ({ area }) => area)].map(([area, own]) => [area, frameOf(own)]),
  )
  const paragraphs: TextLine[][] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const last = open?.at(-1)
    if (open !== undefined && last !== undefined && goesOn(last, line, frames)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

/** Between two lines of a paragraph: nothing, unless two Latin words meet. */
export function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && isLatin(after) && !/^[,.;:!?)%]/.test(after) ? ' ' : ''
}

function goesOn(last: TextLine, line: TextLine, frames: ReadonlyMap<string, Frame>): boolean {
  const [frame, next] = [frames.get(last.area), frames.get(line.area)]
  if (frame === undefined || next === undefined) return false
  if (last.text.includes('\t') || line.text.includes('\t')) return false
  const size = Math.max(last.size, line.size)
  if (Math.abs(last.size - line.size) > size * SIZE_CHANGE) return false
  if (isTitle(last, frame) && isTitle(line, next))
    return last.page === line.page && line.baseline - last.baseline < size * TITLE_PITCH
  if (last.right < frame.right - size * SHORT_OF_MARGIN) return false
  if (line.left > next.left + size * INDENT) return false
  if (last.page === line.page && line.baseline - last.baseline > frame.pitch * LARGEST_GAP) return false
  return !(HEADING_START.test(line.text) && /[。；：！？.]$/u.test(last.text))
}

/** Set in larger type, in the middle between the margins; a long title is broken where its words allow. */
function isTitle(line: TextLine, { left, right, size }: Frame): boolean {
  const [before, after] = [line.left - left, right - line.right]
  return line.size > size * TITLE_SIZE && Math.abs(before - after) < line.size
}

function frameOf(lines: readonly TextLine[]): Frame {
  const long = lines.filter(({ left, right, size }) => right - left > size * 12)
  const measured = long.length > 0 ? long : lines
  const pitches = measured.flatMap((line, at) => {
    const next = measured[at + 1]
    return next === undefined || next.page !== line.page ? [] : [next.baseline - line.baseline]
  })
  return {
    left: mostCommon(measured.map(({ left }) => left)),
    right: quantile(
      measured.map(({ right }) => right),
      0.8,
    ),
    size: quantile(
      measured.map(({ size }) => size),
      0.5,
    ),
    pitch: pitches.length > 0 ? quantile(pitches, 0.5) : (measured[0]?.size ?? 0) * USUAL_PITCH,
  }
}

/** First lines are indented, so the margin is the leftmost place that many lines share. */
function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value / 4), (counts.get(Math.round(value / 4)) ?? 0) + 1)
  const most = Math.max(...counts.values(), 0)
  const [first] = [...counts].filter(([, count]) => count >= most * 0.3).sort(([a], [b]) => a - b)
  return (first?.[0] ?? 0) * 4
}

function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0
}
