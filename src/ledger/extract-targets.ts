import type { Document, Passage, Range, Section, TargetRow } from '../corpus/index.ts'
import { normalisedView, subtract } from '../corpus/index.ts'
import { turnOf } from '../text/index.ts'
import { assignedTo } from './assignment.ts'
import { figureRows } from './clause-rows.ts'
import { type Deadline, deadlineOf } from './deadline.ts'
import { milestoneOf } from './milestone.ts'
import { type ClauseContext, isProject, type Subject } from './naming.ts'
import { type Reading, readingOf } from './reading.ts'
import { milestoneRow, type RowDraft } from './row.ts'
import { type Part, type Sentence, sentencesOf } from './sentence.ts'
import { tableRows } from './table.ts'

/** A state when it has a year, a habit when it has none. */
const RUNS = /(?:全面|正式|实体化|规范|常态化)运行$/u

/** 2025年开展中期评估: done within the year. */
const REVIEWS = /(?:开展|组织|进行|实施)\p{Script=Han}{0,6}(?:评估|验收|考核|评价)$/u

/** A row without its id, which counts through the whole document. */
export type UnnumberedTarget = Omit<TargetRow, 'id'>

/**
 * Every quantitative target and milestone of a document, in reading order. Pure: the same document gives the
 * same rows on every runtime.
 * @param view the document's normalised view, offset for offset as long as its text
 */
export function extractTargets(document: Document, view: string): readonly TargetRow[] {
  return numbered(document, [...targetsByPassage(document, view, document.passages).values()].flat())
}

/** Rows of all passages of a document, with their ids. */
export function numbered(document: Document, rows: readonly UnnumberedTarget[]): readonly TargetRow[] {
  return rows
    .toSorted((a, b) => a.start - b.start)
    .map((row, ordinal) => ({ id: `${document.id}.t${ordinal}`, ...row }))
}

/** The rows of some passages of a document; no passage is read with the help of another. */
export function targetsByPassage(
  document: Document,
  view: string,
  passages: readonly Passage[],
): ReadonlyMap<Passage, readonly UnnumberedTarget[]> {
  const reading = readingOf(document, view)
  const borders = document.sections.map(({ start }) => ({ start, end: start }))
  const sections = new Map(document.sections.map((section) => [section.id, section]))
  const read = (sentence: Sentence, earlier: Subject | null) =>
    rowsOfSentence(reading, sentence, earlier).rows
  return new Map(
    passages.map((passage) => {
      const drafts = passage.path.some(turnsRound)
        ? []
        : [
            ...rowsOfText(reading, passage, sections.get(passage.sectionId ?? '')).map((draft) =>
              withAssignment(reading, borders, view, draft),
            ),
            ...tableRows(reading, passage, read),
          ]
      return [passage, drafts.map((draft) => ({ documentId: document.id, ...draft }))]
    }),
  )
}

/** What is forbidden, called off, complained of or only put forward is no target. */
function turnsRound(heading: string): boolean {
  const turn = turnOf(normalisedView(heading))
  return turn !== null && turn !== 'qualified'
}

function rowsOfText(reading: Reading, passage: Passage, section: Section | undefined): readonly RowDraft[] {
  const rows: RowDraft[] = []
  let subject: Subject | null = null
  for (const sentence of sentencesOf(reading, passage, section)) {
    const found = rowsOfSentence(reading, sentence, subject)
    rows.push(...found.rows)
    subject = found.subject
  }
  return rows
}

/** A row without a date of its own is due when the note behind its item says. */
function withAssignment(
  { assignments }: Reading,
  borders: readonly Range[],
  view: string,
  draft: RowDraft,
): RowDraft {
  if (draft.deadlineIsExplicit && draft.deadlineYear !== null) return draft
  const due = assignedTo(borders, view, assignments, draft)?.deadline ?? null
  if (due === null) return draft
  const year = due.year ?? draft.deadlineYear
  if (draft.deadlineIsExplicit || draft.isYearly) return { ...draft, deadlineYear: year }
  return { ...draft, deadline: due.words, deadlineYear: year, deadlineIsExplicit: true }
}

/** @param earlier what the last row before the sentence was about */
function rowsOfSentence(reading: Reading, sentence: Sentence, earlier: Subject | null) {
  const rows: RowDraft[] = []
  let atHead: Deadline | null = null
  let subject = earlier
  for (const [index, part] of sentence.parts.entries()) {
    const found = rowsOfPart(reading, sentence, part, { atHead, earlier: subject })
    rows.push(...found.rows)
    if (found.subject?.isRow === true) subject = found.subject
    if (index === 0 || found.isDateAlone) atHead = found.atHead
  }
  return { rows, subject }
}

interface Before {
  /** The date at the head of the sentence. */
  readonly atHead: Deadline | null
  readonly earlier: Subject | null
}

function rowsOfPart(reading: Reading, { passage }: Sentence, part: Part, before: Before) {
  const { earlier } = before
  const rows: RowDraft[] = []
  let { atHead } = before
  let hasDateAlone = false
  let isMonth = false
  let previous: ClauseContext['previous'] = null
  let project: ClauseContext['project'] = null
  for (const clause of part.clauses) {
    const own = deadlineOf(reading.view, clause)
    const standsAlone = own?.isHead === true && isDateAlone(reading.view, clause, own)
    if (standsAlone || (own !== null && holdsOn(own) && clause === part.clauses[0])) atHead = own
    hasDateAlone ||= standsAlone
    const isHeaded = isMonth
    isMonth = standsAlone && /月|季度|半年/u.test(own.words)
    const context: ClauseContext = {
      reading,
      passage,
      clause,
      own,
      deadline: dueBy(own, atHead),
      previous,
      project,
      earlier,
      isHeaded,
    }
    const found = figureRows(context)
    const milestone = found.rows.length === 0 && !part.isHeading ? milestoneIn(context) : null
    rows.push(...(milestone ?? found).rows)
    const { subject } = milestone ?? found
    previous = subject ?? previous
    project = subject !== null && isProject(subject) ? subject : project
  }
  return { rows, atHead, subject: previous, isDateAlone: hasDateAlone }
}

/** Whether a date at the head of a sentence speaks for its later clauses too; 每季度 does not. */
function holdsOn({ isHead, year, words }: Deadline): boolean {
  return isHead && (year !== null || /^(?:力争|争取)?每年/u.test(words))
}

/** A clause's own date takes the year from the head of its sentence: 2024年,…6月底前…. */
function dueBy(own: Deadline | null, atHead: Deadline | null): Deadline | null {
  return own === null ? atHead : { ...own, year: own.year ?? atHead?.year ?? null }
}

/** 到2024年, as a clause of its own; 10月底前挂牌 is short, but a deed. */
function isDateAlone(view: string, clause: Range, { ranges }: Deadline): boolean {
  const rest = subtract(clause, ranges).map(({ start, end }) => view.slice(start, end))
  return /^(?:力争|争取|确保|其中|.)?$/u.test(rest.join('').trim())
}

function milestoneIn(context: ClauseContext) {
  const { reading, clause, own, deadline, isHeaded } = context
  const words = reading.view.slice(clause.start, clause.end)
  const runs = deadline !== null && deadline.year !== null && RUNS.test(words)
  const reviews = own?.isHead === true && own.year !== null && REVIEWS.test(words)
  const isDated = runs || reviews || isHeaded || own?.isPoint === true
  const found = milestoneOf(reading, clause, own?.ranges ?? [], isDated)
  return found === null ? null : milestoneRow(context, found)
}
