import type { Range } from '../corpus/index.ts'
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
