import type { Exclusion, Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { trimBlank } from '../text/index.ts'

/** One line without its line break; `content` is the line without blanks at its ends. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly content: Range
  /** Normalised text of `content`. */
  readonly view: string
}

/** @param view normalised view of the whole text, offset for offset */
export function linesOf(view: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= view.length) {
    const next = view.indexOf('\n', start)
    const end = next === -1 ? view.length : next
    const content = trimBlank(view, { start, end })
    lines.push({ start, end, content, view: view.slice(content.start, content.end) })
    if (next === -1) break
    start = next + 1
  }
  return lines
}

/**
 * The lines that hold words of the document, each without excluded text at its ends; excluded text within one is
 * blank in its view.
 * @param exclusions ascending and disjoint
 */
export function readableLines(lines: readonly Line[], exclusions: readonly Exclusion[]): readonly Line[] {
  return lines.flatMap((line) => {
    const parts = subtract(line.content, exclusions)
    if (parts.length === 1 && parts[0]?.start === line.content.start && parts[0].end === line.content.end)
      return line.view === '' ? [] : [line]
    const view = maskedView(line.view, line.content.start, parts)
    const kept = view.trim()
    if (kept === '') return []
    const start = line.content.start + view.indexOf(kept)
    return [{ ...line, content: { start, end: start + kept.length }, view: kept }]
  })
}

/** The words of `parts` in their places, and blanks between them. */
function maskedView(view: string, start: number, parts: readonly Range[]): string {
  let masked = ''
  for (const part of parts) {
    masked = masked.padEnd(part.start - start) + view.slice(part.start - start, part.end - start)
  }
  return masked.padEnd(view.length)
}
