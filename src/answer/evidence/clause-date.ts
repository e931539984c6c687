import type { Range, Section } from '../../corpus/index.ts'
import { findPeriods, findYears } from '../../text/index.ts'

const DEADLINE_CLAUSE =
  /^(?:(?:到|至|截至|截止到?|力争)?20\d{2}年(?:底|末|内|底前|末前)?|(?:到|至)?(?:20\d{2}年)?\d{1,2}月底?前?|年内|年底前|年底|上半年|下半年|(?:到)?“?十[三四五六]五”?末|三年内)$/u

const MONTH = /\d{1,2}月/u
/** A date behind a subject of its own; 12月底前搬迁 goes on about the subject before. */
const OWN_MONTH = /^(?!力争|确保|争取|预计|计划|并)\p{Script=Han}{2,}[^,，]*?\d{1,2}月/u

/** Two clauses with years, or with months, of their own are two statements. */
export function speakOfTwoDates(view: string, a: Range, b: Range): boolean {
  if (MONTH.test(view.slice(a.start, a.end)) && OWN_MONTH.test(view.slice(b.start, b.end))) return true
  const [own, other] = [a, b].map(({ start, end }) =>
    findYears(view.slice(start, end)).map(({ year }) => year),
  )
  return (
    own !== undefined &&
    other !== undefined &&
    own.length > 0 &&
    other.length > 0 &&
    !own.some((year) => other.includes(year))
  )
}

/** （二）到2024年底: the number of an item is no part of what it says; 一、二级医院 has none. */
const ITEM_NUMBER =
  /^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、(?![二三四五六七八九十])|\d+[.、．](?!\d))\s*/u

/** A clause without the number of the item it opens. */
export function withoutItemNumber(view: string, { start, end }: Range): Range {
  return { start: start + (ITEM_NUMBER.exec(view.slice(start, end))?.[0].length ?? 0), end }
}

function deadlineIn(view: string, clause: Range): Range | null {
  const bare = withoutItemNumber(view, clause)
  return DEADLINE_CLAUSE.test(view.slice(bare.start, bare.end)) ? bare : null
}

/** 2020年末人均预期寿命82.25岁，…: a date in front of what it dates. */
const OPENING =
  /^[\s—–-]*(?:其中[,，]?)?(?:截至|截止到?|到|至|在|自)?(?:20\d{2}年(?:[、和及]20\d{2}年)*|[“"]?十[一二三四五六]五[”"]?(?:期间|时期|期?末))/u

/** A clause that opens with a date, and the years that hold for what goes on behind it. */
export interface Opening {
  readonly clause: Range
  readonly years: readonly number[]
}

/** The nearest clause with a date in front, of those that begin no later than the window; null once one names another year. */
export function openingOf(view: string, clauses: readonly Range[], window: Range): Opening | null {
  for (const clause of clauses.filter(({ start }) => start <= window.start).toReversed()) {
    const bare = withoutItemNumber(view, clause)
    const words = OPENING.exec(view.slice(bare.start, bare.end))?.[0]
    if (words !== undefined) return { clause: bare, years: yearsSaid(words) }
    if (findYears(view.slice(clause.start, clause.end)).length > 0) return null
  }
  return null
}

/** Calendar years, and the years of a period that is called by its plan. */
function yearsSaid(words: string): readonly number[] {
  const single = findYears(words).map(({ year }) => year)
  return [...new Set([...single, ...findPeriods(words).flatMap(({ years }) => years)])]
}

/** The nearest deadline clause that precedes the window in its sentence. */
export function deadlineBefore(view: string, clauses: readonly Range[], window: Range): Range | null {
  const before = clauses.filter((clause) => clause.end <= window.start).toReversed()
  for (const clause of before) {
    const deadline = deadlineIn(view, clause)
    if (deadline !== null) return deadline
  }
  return null
}

/**
 * The deadline that opens a row of statements and governs those behind it: 到2024年底，…；…；….
 * @param inherited what governs the statement itself
 * @returns what governs the one behind it; null once a statement names a year of its own
 */
export function deadlineBeyond(
  view: string,
  sentence: Range,
  clauses: readonly Range[],
  inherited: Range | null,
): Range | null {
  const [first] = clauses
  const opening = first === undefined ? null : deadlineIn(view, first)
  const own = opening ?? inherited
  if (own === null) return null
  const rest = opening === null ? sentence : { start: opening.end, end: sentence.end }
  const years = (range: Range) => findYears(view.slice(range.start, range.end))
  return years(own).length > 0 && years(rest).length === 0 ? own : null
}

/** What opens a statement holds for those behind its semicolons until one names other years; a period even behind a full stop. */
export function openingBeyond(
  view: string,
  sentence: Range,
  clauses: readonly Range[],
  inherited: Opening | null,
): Opening | null {
  const isNamed = findYears(view.slice(sentence.start, sentence.end)).length > 0
  const beyond =
    openingOf(view, clauses, { start: sentence.end, end: sentence.end }) ?? (isNamed ? null : inherited)
  return endsRow(view, sentence) || (beyond?.years.length ?? 0) > 1 ? beyond : null
}

/** Statements behind semicolons are one row. */
export function endsRow(view: string, { end }: Range): boolean {
  return /[；;]/u.test(view[end - 1] ?? '')
}

const GOAL_YEAR = /(?<=^|[。；;\n]\s*)(?:到|至|截至)20\d{2}年(?:底|末)?(?=[,，:：])/gu

/** The deadline that opens what a section says, when no other year stands between it and a passage: 到2020年，…。具体指标：—— */
export function deadlineAbove(view: string, section: Section, passage: Range): Range | null {
  if (section.headingEnd >= passage.start) return null
  const above = view.slice(section.headingEnd, passage.start)
  const last = [...above.matchAll(GOAL_YEAR)].at(-1)
  if (last === undefined) return null
  const end = last.index + last[0].length
  if (findYears(above.slice(end)).length > 0) return null
  return { start: section.headingEnd + last.index, end: section.headingEnd + end }
}
