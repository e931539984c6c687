import type { Line } from '../line.ts'
import { markerAt } from './numbering.ts'

const CONTENTS = /^目\s*[录次]$/u
/** An entry's leader and page number: 一、总体要求……3. */
const PAGE_NUMBER = /(?:(?<![.…·．])[.…·．]{2,}\s*|(?<!\s)(?=\s*\t|\s{3})\s+)(?:[-—]\s*)?\d{1,3}\s*[-—]?$/u

/** The lines of a table of contents, whose entries look like headings and come again as such. */
export function contentsLines(lines: readonly Line[]): ReadonlySet<Line> {
  const filled = lines.filter(({ view }) => view !== '')
  const found = new Set(filled.filter(({ view }) => PAGE_NUMBER.test(view) && markerAt(view) !== undefined))
  const top = filled.findIndex(({ view }) => CONTENTS.test(view))
  const first = filled[top + 1]
  if (top === -1 || first === undefined) return found
  const start = wordsOf(first)
  const again = filled.findIndex(({ view }, index) => index > top + 1 && wordsOf({ view }) === start)
  for (const line of filled.slice(top, again === -1 ? top + 1 : again)) found.add(line)
  return found
}

function wordsOf({ view }: Pick<Line, 'view'>): string {
  return view.replace(PAGE_NUMBER, '').replace(/\s+/gu, '')
}
