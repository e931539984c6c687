import type { Enumeration, Range, Section } from '../../corpus/index.ts'
import { firstEndingAfter } from '../../corpus/index.ts'
import { parseChineseNumeral, trimMarks } from '../../text/index.ts'
import type { Line } from '../line.ts'

interface Numbered {
  readonly family: string
  readonly ordinal: number
  readonly number: string
  readonly start: number
}

const HAN = '[一二三四五六七八九十]{1,2}'
/** What may stand in front of an item: the start of a clause, never the middle of a word. */
const EDGE = '(?<=^|[\\s,，;；。:：、!！)”])'
const MARKS = new RegExp(
  [
    `${EDGE}(?<is>${HAN})是(?!否|非)`,
    `${EDGE}(?<must>${HAN})要(?!素|点)`,
    `${EDGE}第(?<nth>${HAN})[,，、]`,
    `${EDGE}(?<word>首先|其次|再次|最后)(?=[,，要是])`,
    `${EDGE}\\((?<bracket>\\d{1,2})\\)`,
    `${EDGE}\\((?<han>${HAN})\\)`,
    '(?<circled>[①-⑳])',
    `${EDGE}(?<plain>\\d{1,2})[.、．](?=\\s?\\p{Script=Han})`,
  ].join('|'),
  'gu',
)
const SEQUENCE = ['首先', '其次', '再次', '最后']

/** Items counted inside a paragraph, each enumeration with at least two that follow on each other from 1. */
export function findEnumerations(
  view: string,
  lines: readonly Line[],
  sections: readonly Section[],
): readonly Enumeration[] {
  const starts = new Set(sections.map(({ start }) => start))
  const found: Enumeration[] = []
  for (const { content } of lines) {
    const marks = marksIn(view, content).filter(({ start }) => !starts.has(start))
    const runs = runsOf(marks)
    const borders = runs.length === 0 ? [] : bordersIn(view, content, starts)
    for (const run of runs) {
      const end = firstEndingAfter(borders, run.at(-1)?.start ?? content.end)?.end ?? content.end
      const items = itemsOf(view, run, end)
      const [first, last] = [items[0], items.at(-1)]
      if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end, items })
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function marksIn(view: string, content: Range): readonly Numbered[] {
  const line = view.slice(content.start, content.end)
  return [...line.matchAll(MARKS)].flatMap((match) => {
    const [family, written] =
      Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (family === undefined || written === undefined) return []
    return [
      { family, ordinal: ordinalOf(family, written), number: match[0], start: content.start + match.index },
    ]
  })
}

function ordinalOf(family: string, written: string): number {
  if (family === 'word') return SEQUENCE.indexOf(written) + 1
  if (family === 'circled') return written.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return /\d/.test(written) ? Number(written) : (parseChineseNumeral(written) ?? 0)
}

/** Marks of one family that count 1, 2, 3 …; 首先 may be followed by 最后 at any point. */
function runsOf(marks: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const runs: Numbered[][] = []
  for (const family of new Set(marks.map((mark) => mark.family))) {
    let run: Numbered[] = []
    for (const mark of marks.filter((other) => other.family === family)) {
      const last = run.at(-1)?.ordinal ?? 0
      const follows = mark.ordinal === last + 1 || (family === 'word' && last > 0 && mark.ordinal > last)
      if (!follows) {
        runs.push(run)
        run = []
      }
      if (follows || mark.ordinal === 1) run.push(mark)
    }
    runs.push(run)
  }
  return runs.filter((run) => run.length > 1)
}

/** Where a last item may end: with its sentence, or where a heading begins. */
function bordersIn(view: string, content: Range, starts: ReadonlySet<number>): readonly Range[] {
  const borders: Range[] = []
  for (let at = content.start; at < content.end; at++) {
    if (starts.has(at)) borders.push({ start: at, end: at })
    if (view[at] === '。' || view[at] === '!') borders.push({ start: at, end: at + 1 })
  }
  return borders
}

function itemsOf(view: string, run: readonly Numbered[], end: number): Enumeration['items'] {
  return run.map(({ number, start }, index) => ({
    number: number.replace(/[,，、\s]+$/u, ''),
    ...trimMarks(view, { start, end: run[index + 1]?.start ?? end }),
  }))
}
