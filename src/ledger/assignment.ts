import type { Document, Range } from '../corpus/index.ts'
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
const NOTE = new RegExp(
  [
    `\\((?:[^()\\n]|\\([^()\\n]*\\))*?(?:${LABEL}|(?:牵头|负责|配合)(?=[,，;；)]))(?:[^()\\n]|\\([^()\\n]*\\))*\\)`,
    `(?<=(?:^|[。;；])[^\\S\\n]*)${LABEL}[^\\n]*`,
  ].join('|'),
  'gmu',
)
const FROM_DATE = new RegExp(`${WHEN}\\s*:`, 'u')

/** The notes of assignment of a document; tables keep theirs in columns. @param view the whole text, normalised */
export function assignmentsIn(view: string): readonly Assignment[] {
  const notes = [...view.matchAll(NOTE)]
    .filter(({ index }) => !/[\t|]/u.test(lineUpTo(view, index)))
    .map(({ index, 0: note }) => {
      const range = { start: index, end: index + note.length }
      const label = FROM_DATE.exec(note)
      const from = label === null ? range.start : range.start + label.index + label[0].length
      return { ...range, deadline: deadlineOf(view, { start: from, end: range.end }) }
    })
  return notes.reduce<readonly Assignment[]>((joined, note) => withNote(view, joined, note), [])
}

/** Who and when on lines of their own, one behind the other, are one note. */
function withNote(view: string, notes: readonly Assignment[], note: Assignment): readonly Assignment[] {
  const before = notes.at(-1)
  if (before === undefined || /[^\s。;；]/u.test(view.slice(before.end, note.start))) return [...notes, note]
  const deadline = before.deadline ?? note.deadline
  return [...notes.slice(0, -1), { start: before.start, end: note.end, deadline }]
}

/** The note that a row falls under: the next one of its line, or one that opens a later line of its section. */
export function assignedTo(
  document: Document,
  view: string,
  assignments: readonly Assignment[],
  row: Range,
): Assignment | undefined {
  const next = assignments.find(({ end }) => end > row.start)
  if (next === undefined) return undefined
  const isOfLine = !view.slice(row.end, next.start).includes('\n')
  if (isOfLine) return next
  const opensLine = lineUpTo(view, next.start).trim() === ''
  const border = document.sections.find(({ start }) => start > row.start && start <= next.start)
  return opensLine && border === undefined ? next : undefined
}

function lineUpTo(view: string, at: number): string {
  return view.slice(view.lastIndexOf('\n', at - 1) + 1, at)
}
