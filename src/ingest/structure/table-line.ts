import type { Line } from '../line.ts'
import { markerAt } from './numbering.ts'

/** Lines that are rows of a table: cells cut by tabs or bars. A tab behind a heading's number cuts no cells. */
export function tableLines(lines: readonly Line[]): ReadonlySet<Line> {
  const filled = lines.filter(({ view }) => view !== '')
  const rows = new Set<Line>()
  for (const [index, line] of filled.entries()) {
    const cells = cellsIn(line)
    if (cells < 2) continue
    const neighbours = [filled[index - 1], filled[index + 1]]
    const isBeside = neighbours.some((other) => other !== undefined && cellsIn(other) >= 2)
    if (isBeside || cells > 2 || !isNumberAndWords(line)) rows.add(line)
  }
  return rows
}

function cellsIn({ view }: Line): number {
  if (/^[|｜].*[|｜]$/u.test(view)) return view.split(/[|｜]/u).length
  return view.includes('\t') ? view.split(/\t+/u).filter((cell) => cell.trim() !== '').length : 1
}

function isNumberAndWords({ view }: Line): boolean {
  const [first = ''] = view.split('\t')
  const marker = markerAt(view)
  return marker !== undefined && marker.number.trim().length >= first.trim().length
}
