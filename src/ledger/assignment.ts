import type { Range } from '../corpus/index.ts'
import { firstEndingAfter } from '../corpus/index.ts'
import { type Deadline, deadlineOf } from './deadline.ts'

/** Who answers for an item and by when, as a note behind it: (责任单位:基层处;完成时限:2024年12月). */
export interface Assignment extends Range {
  /** Null when the note names no date. */
  readonly deadline: Deadline | null
}

const WHO =
  '(?:责任|牵头|配合|负责|主办|承办|协办|主责|分管|参与|落实|实施)(?:单位|部门|科室|处室|股室|室|领导|人员?|主体|县领导)+'
const WHEN = '(?:完成|办结|推进|工作)?(?:时限|时间|期限|时间节点|节点)(?:要求)?'
const LABEL = `(?:${WHO}|${WHEN})\\s*:`
const INSIDE = '(?:[^()\\n]|\\([^()\\n]*\\))'
const NOTE = new RegExp(
  [
    // That it closes at all comes first: else each label of a bracket left open is tried as far as the line goes.
    `\\((?=${INSIDE}*\\))${INSIDE}*?(?:${LABEL}|(?:牵头|负责|配合)(?=[,，;；)]))${INSIDE}*\\)`,
    // The label first: else every blank looks back through all the blanks before it.
    `(?=${LABEL})(?<=(?:^|[。;；])[^\\S\\n]*)${LABEL}[^\\n]*`,
  ].join('|'),
  'gmu',
)
const FROM_DATE = new RegExp(`${WHEN}\\s*:`, 'u')

/** The notes of assignment of a document; tables keep theirs in columns. @param view the whole text, normalised */
export function assignmentsIn(view: string): readonly Assignment[] {
  const isInRow = rowTest(view)
  const notes = [...view.matchAll(NOTE)]
    .filter(({ index }) => !isInRow(index))
    .map(({ index, 0: note }) => {
      const range = { start: index, end: index + note.length }
      const label = FROM_DATE.exec(note)
      const from = label === null ? range.start : range.start + label.index + label[0].length
      return { ...range, deadline: deadlineOf(view, { start: from, end: range.end }) }
    })
  const joined: Assignment[] = []
  for (const note of notes) {
    const before = joined.at(-1)
    const isApart = before === undefined || /[^\s。;；]/u.test(view.slice(before.end, note.start))
    joined.push(isApart ? note : bothOf(joined.pop() ?? note, note))
  }
  return joined
}

/** Who and when on lines of their own, one behind the other, are one note. */
function bothOf(before: Assignment, { end, deadline }: Assignment): Assignment {
  return { start: before.start, end, deadline: before.deadline ?? deadline }
}

/** Tells of ascending offsets whether a border of cells stands before them in their line; each character is seen once. */
function rowTest(view: string): (at: number) => boolean {
  let seen = 0
  let isRow = false
  return (at) => {
    const words = view.slice(seen, at)
    const lineStart = words.lastIndexOf('\n') + 1
    isRow = (isRow && lineStart === 0) || /[\t|]/u.test(words.slice(lineStart))
    seen = at
    return isRow
  }
}

/**
 * The note that a row falls under: the next one of its line, or one that opens a later line of its section.
 * @param borders where each section starts, as an empty range; ascending
 */
export function assignedTo(
  borders: readonly Range[],
  view: string,
  assignments: readonly Assignment[],
  row: Range,
): Assignment | undefined {
  const next = firstEndingAfter(assignments, row.start)
  if (next === undefined) return undefined
  const isOfLine = !view.slice(row.end, next.start).includes('\n')
  if (isOfLine) return next
  if (lineUpTo(view, next.start).trim() !== '') return undefined
  const border = firstEndingAfter(borders, row.start)
  return border === undefined || border.start > next.start ? next : undefined
}

function lineUpTo(view: string, at: number): string {
  return view.slice(view.lastIndexOf('\n', at - 1) + 1, at)
}
