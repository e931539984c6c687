import type { Range } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'

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

/** （二）到2024年底: the number of an item is no part of its date. */
const ITEM_NUMBER = /^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d+[.、．])\s*/u

function deadlineIn(view: string, { start, end }: Range): Range | null {
  const words = view.slice(start, end)
  const from = ITEM_NUMBER.exec(words)?.[0].length ?? 0
  return DEADLINE_CLAUSE.test(words.slice(from)) ? { start: start + from, end } : null
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
 * The deadline that opens a row of statements and governs those behind its semicolons: 到2024年底，…；…；….
 * @param inherited what governs the statement itself
 * @returns what governs the one behind it; null once a statement names a year of its own
 */
export function deadlineBeyond(
  view: string,
  sentence: Range,
  clauses: readonly Range[],
  inherited: Range | null,
): Range | null {
  if (!/[；;]/u.test(view[sentence.end - 1] ?? '')) return null
  const [first] = clauses
  const opening = first === undefined ? null : deadlineIn(view, first)
  const own = opening ?? inherited
  if (own === null) return null
  const rest = opening === null ? sentence : { start: opening.end, end: sentence.end }
  const years = (range: Range) => findYears(view.slice(range.start, range.end))
  return years(own).length > 0 && years(rest).length === 0 ? own : null
}
