import type { IndexedDocument, Range } from '../corpus/index.ts'
import { sentencesIn, trimBlank, trimMarks } from '../text/index.ts'
import type { PlanNode } from './tree.ts'

/** Marks that stand before a heading nobody numbered. */
const BULLET = /^[■◆●▲★□◇○▶►◎※]\s*/u
const LOOSE_NUMBER = /^(?:0?[1-9]|[1-9]\d)(?:[\s.、．]\s*|(?=[^\d\s年月日.、%％‰个家人名]))/u
const LONGEST_HEADING = 40
const FEWEST = 3

interface Line {
  readonly range: Range
  readonly level: 1 | 2
  readonly number: string
  readonly heading: Range
}

/** Headings of a plan whose reader found none: marked lines, and lines that begin with a count. Empty when too few. */
export function looseNodes(indexed: IndexedDocument, whole: Range): readonly PlanNode[] {
  const lines = linesOf(indexed.view, whole).flatMap((range) => headingLine(indexed.view, range) ?? [])
  if (lines.length < FEWEST) return []
  const top = lines.some(({ level }) => level === 1) ? 1 : 2
  return nodesOf(lines, top, whole.end, null)
}

function linesOf(view: string, { start, end }: Range): readonly Range[] {
  const lines: Range[] = []
  let from = start
  for (const line of view.slice(start, end).split('\n')) {
    const range = trimBlank(view, { start: from, end: from + line.length })
    if (range.end > range.start) lines.push(range)
    from += line.length + 1
  }
  return lines
}

function headingLine(view: string, range: Range): Line | undefined {
  const words = view.slice(range.start, range.end)
  const bullet = BULLET.exec(words)?.[0]
  if (bullet !== undefined && words.length <= LONGEST_HEADING)
    return {
      range,
      level: 1,
      number: '',
      heading: trimMarks(view, { start: range.start + bullet.length, end: range.end }),
    }
  const number = LOOSE_NUMBER.exec(words)?.[0]
  if (number === undefined) return undefined
  const body = { start: range.start + number.length, end: range.end }
  const [first] = sentencesIn(view, body)
  if (first === undefined || first.end - first.start > LONGEST_HEADING) return undefined
  return { range, level: 2, number: number.trim(), heading: trimMarks(view, first) }
}

function nodesOf(
  lines: readonly Line[],
  level: 1 | 2,
  end: number,
  parent: string | null,
): readonly PlanNode[] {
  return lines.flatMap((line, at) => {
    if (line.level !== level) return []
    const next = lines.slice(at + 1).find((other) => other.level <= level)
    const to = next?.range.start ?? end
    const inside = lines.slice(at + 1).filter(({ range }) => range.start < to)
    const id = `loose.${line.range.start}`
    const children = level === 1 ? nodesOf(inside, 2, to, id) : []
    const headingEnd = line.heading.end
    return [
      {
        section: {
          id,
          parentId: parent,
          level,
          number: line.number,
          heading: '',
          start: line.range.start,
          end: to,
          headingEnd,
        },
        heading: line.heading,
        body: { start: headingEnd, end: children[0]?.section.start ?? to },
        children,
      },
    ]
  })
}
