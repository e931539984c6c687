import type { DocumentTextJson } from '../api/document-schema.ts'
import type { CodePointIndex, TextRange } from './code-point.ts'
import type { CodePointSpan } from './route.ts'

/** A stretch of one line that is set in one way. The texts of all segments joined are the original text. */
export interface Segment extends TextRange {
  readonly kind: 'indent' | 'body' | 'heading' | 'excluded'
  /** Why the text is not part of the plan; only for `excluded`. */
  readonly reason: string | null
  /** The whole excluded range, in code points; only for the first segment of it. */
  readonly opens: CodePointSpan | null
}

/** One line of the original with its line break. */
export interface SourceLine extends TextRange {
  readonly kind: 'line'
  readonly segments: readonly Segment[]
  readonly role: 'title' | 'heading' | 'body' | 'blank'
}

/** Neighbouring lines that are no part of the plan, folded away with their reasons. */
export interface FoldedLines extends TextRange {
  readonly kind: 'folded'
  readonly lines: readonly SourceLine[]
  readonly reasons: readonly string[]
  readonly characters: number
}

export type SourceBlock = SourceLine | FoldedLines

/** A whole excluded line longer than this is folded even when it stands alone. */
const FOLD_FROM = 60

interface Marked extends TextRange {
  readonly kind: 'heading' | 'excluded'
  readonly reason: string | null
  readonly span: CodePointSpan | null
}

/** Cuts a document into lines and segments for display. Every character is in exactly one segment. */
export function toSourceBlocks(source: DocumentTextJson, index: CodePointIndex): readonly SourceBlock[] {
  const { text, title } = source
  const marks = marksOf(source, index)
  const lines: SourceLine[] = []
  let hasTitle = false
  let nextMark = 0
  for (let start = 0; start < text.length; ) {
    const breakAt = text.indexOf('\n', start)
    const end = breakAt === -1 ? text.length : breakAt + 1
    while ((marks[nextMark]?.end ?? Number.POSITIVE_INFINITY) <= start) nextMark++
    const segments = segmentsOf(text, { start, end }, marks.slice(nextMark))
    const own = roleOf(text, segments)
    const isTitle =
      !hasTitle && own === 'body' && isWhole(segments, 'body') && text.slice(start, end).trim() === title
    if (isTitle) hasTitle = true
    const role = isTitle ? 'title' : own
    lines.push({ kind: 'line', start, end, segments, role })
    start = end
  }
  return fold(openedOnce(lines), text)
}

/** Of the segments of one exclusion only the first opens it. */
function openedOnce(lines: readonly SourceLine[]): readonly SourceLine[] {
  const opened = new Set<number>()
  const once = (segment: Segment): Segment => {
    if (segment.opens === null) return segment
    const { start } = segment.opens
    if (opened.has(start)) return { ...segment, opens: null }
    opened.add(start)
    return segment
  }
  return lines.map((line) => ({ ...line, segments: line.segments.map(once) }))
}

function marksOf(source: DocumentTextJson, index: CodePointIndex): readonly Marked[] {
  const excluded = source.excluded.map((range) => ({
    start: index.toUtf16(range.start),
    end: index.toUtf16(range.end),
    kind: 'excluded' as const,
    reason: range.reason,
    span: { start: range.start, end: range.end },
  }))
  const headings = source.sections.map((section) => ({
    start: index.toUtf16(section.start),
    end: index.toUtf16(section.heading_end),
    kind: 'heading' as const,
    reason: null,
    span: null,
  }))
  return [...excluded, ...headings].filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start)
}

/** @param marks ascending by start; what overlaps an earlier one only counts from that one's end */
function segmentsOf(text: string, line: TextRange, marks: readonly Marked[]): readonly Segment[] {
  const segments: Segment[] = []
  const add = (end: number, kind: Segment['kind'], mark?: Marked) => {
    const start = segments.at(-1)?.end ?? line.start
    if (start < end)
      segments.push({ start, end, kind, reason: mark?.reason ?? null, opens: mark?.span ?? null })
  }
  const indent = /^[^\S\n]+/u.exec(text.slice(line.start, line.end))?.[0].length ?? 0
  add(line.start + indent, 'indent')
  for (const mark of marks) {
    if (mark.start >= line.end) break
    add(Math.min(mark.start, line.end), 'body')
    add(Math.min(mark.end, line.end), mark.kind, mark)
  }
  add(line.end, 'body')
  return segments.length > 1 && isBlank(text, segments.at(-1)) ? joinLast(segments) : segments
}

/** The line break alone needs no segment of its own. */
function joinLast(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.at(-1)
  const previous = segments.at(-2)
  if (last === undefined || previous === undefined) return segments
  return [...segments.slice(0, -2), { ...previous, end: last.end }]
}

function isBlank(text: string, segment: Segment | undefined): boolean {
  return segment !== undefined && text.slice(segment.start, segment.end).trim() === ''
}

function isWhole(segments: readonly Segment[], kind: Segment['kind']): boolean {
  return (
    segments.some((segment) => segment.kind === kind) &&
    segments.every(({ kind: own }) => own === kind || own === 'indent')
  )
}

function roleOf(text: string, segments: readonly Segment[]): SourceLine['role'] {
  if (segments.every((segment) => isBlank(text, segment))) return 'blank'
  return isWhole(segments, 'heading') ? 'heading' : 'body'
}

function fold(lines: readonly SourceLine[], text: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const run = excludedRun(lines, at)
    const folded = foldedFrom(run, text)
    const line = lines[at]
    if (folded !== undefined) blocks.push(folded)
    else if (line !== undefined) blocks.push(line)
    at += folded === undefined ? 1 : run.length
  }
  return blocks
}

/** The lines from `at` on that are wholly excluded, with the blank lines between them. */
function excludedRun(lines: readonly SourceLine[], at: number): readonly SourceLine[] {
  let end = at
  for (let next = at; next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || (line.role !== 'blank' && !isWhole(line.segments, 'excluded'))) break
    if (line.role !== 'blank') end = next + 1
    else if (end === at) break
  }
  return lines.slice(at, end)
}

function foldedFrom(run: readonly SourceLine[], text: string): FoldedLines | undefined {
  const first = run[0]
  const last = run.at(-1)
  if (first === undefined || last === undefined) return undefined
  const excluded = run.flatMap((line) => line.segments).filter((segment) => segment.kind === 'excluded')
  const characters = excluded.reduce(
    (sum, { start, end }) => sum + [...text.slice(start, end).trimEnd()].length,
    0,
  )
  if (excluded.length < 2 && characters <= FOLD_FROM) return undefined
  const reasons = [...new Set(excluded.flatMap((segment) => segment.reason ?? []))]
  return { kind: 'folded', start: first.start, end: last.end, lines: run, reasons, characters }
}
