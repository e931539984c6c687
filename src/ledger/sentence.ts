import type { Passage, Range, Section } from '../corpus/index.ts'
import { contains } from '../corpus/index.ts'
import { clausesIn, sentencesIn, takenBackBy, takesBack, takesBackEarlier } from '../text/index.ts'
import { lastYearOf } from './deadline.ts'
import type { Reading } from './reading.ts'

const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)](?!\d)|[①-⑳]|[-—–●•■◆▪·]+)\s*/u
/** 具体任务:, 工作目标: say what kind of words come, nothing more. */
const LABEL = /^\p{Script=Han}{0,4}(?:任务|目标|措施|内容|要求|举措|安排|要点|事项)[:：]\s*/u
/** Sections that look back: what stands there was reached, it is no target. */
const LOOKS_BACK =
  /总结(?:$|[和与及])|回顾|(?:发展|工作|现实)基础$|发展背景|现状|(?:主要|工作|取得|实施)的?成[效就]|面临的?形势|形势与|存在的?(?:主要)?问题/u
const LOOKS_AHEAD = /计划|目标|任务|安排|打算|夯实|筑牢|打牢|巩固|奠定|强化|加强|提升/u
const FIVE_YEARS = /十(?<ordinal>[一二三四五六])五[”"]?(?:时期|期间|以来)/u
const PAST = /过去的?[一二三五]年|近[两二三五]年来|^(?:自|从)?20\d{2}年以来/u
/** What there is, not what shall be. */
const STANDING = /^(?:目前|当前|现有|全?[市区县省州我]{0,2}(?:共|现)有|我[市区县省州](?:共|现)?有|辖区内?有)/u
const YEAR_REACHED = /^(?:截至|截止)?(?:到)?(?<year>20\d{2})年(?:[年]?[末底]|\d{1,2}月[底末]?)?[,，]/u

/** 2022年我市2家医院进入全国前列: a clause of a year before the plan. */
const EARLIER = /^(?:截至|截止|到)?(?<year>20\d{2})年(?!起|至|到|[-—~度]?(?:工作)?(?:计划|要点|方案))/u
const AHEAD =
  /^(?:今年要?|力争|下一步|计划(?:到)?|要(?=.{3})|(?:到|力争)?(?<year>20\d{2})年(?!以来|[,，]?(?:已|共有)))/u

const OPEN = /(?:建立|构建|成立|组建|搭建)[由以][^的]*$/u
const LONGEST_CLAUSE = 500

/** What a semicolon ends: clauses that may borrow their subject from one another. */
export interface Part {
  readonly clauses: readonly Range[]
  /** Whether it is the heading over a body; such a line announces, the body commits. */
  readonly isHeading: boolean
}

/** What a full stop ends. */
export interface Sentence {
  readonly passage: Passage
  readonly parts: readonly Part[]
}

/** The sentences of a passage that look ahead, in reading order; results reached before are left out, and so are tables. */
export function sentencesOf(
  reading: Reading,
  passage: Passage,
  section: Section | undefined,
): readonly Sentence[] {
  if (passage.path.some(looksBack)) return []
  return sentencesOfPassage(reading, passage, section, tableTest(reading.view))
}

function looksBack(heading: string): boolean {
  return LOOKS_BACK.test(heading) && !LOOKS_AHEAD.test(heading)
}

function sentencesOfPassage(
  reading: Reading,
  passage: Passage,
  section: Section | undefined,
  isInTable: (sentence: Range) => boolean,
): readonly Sentence[] {
  const { document, view } = reading
  const hasHeading = section !== undefined && section.start === passage.start
  const headingEnd = hasHeading
    ? reading.inView({ start: section.headingEnd, end: section.headingEnd }).end
    : 0
  const shown = reading.inView(passage)
  const hasBody = /\p{L}/u.test(view.slice(headingEnd, shown.end))
  const sentences: { passage: Passage; parts: Part[] }[] = []
  let isOpen = false
  for (const range of sentencesIn(view, shown)) {
    const words = view.slice(range.start, range.end)
    if (isInTable(range)) continue
    const isHeading = hasBody && range.end <= headingEnd + 1
    const announced = withoutAnnouncement(view, range, headingEnd)
    const undone = takenBackBy(words)
    if (undone !== null) sentences.splice(undone === 'all' ? 0 : -1)
    const clauses = stillMeant(view, clausesAhead(view, announced, document.metadata.years?.value[0]))
    if (clauses.length === 0) continue
    const part = { clauses, isHeading }
    if (isOpen) sentences.at(-1)?.parts.push(part)
    else sentences.push({ passage, parts: [part] })
    isOpen = /[；;]$/u.test(words)
  }
  return sentences
}

/** The clauses that no words of their own, and none behind them, take back. */
function stillMeant(view: string, clauses: readonly Range[]): readonly Range[] {
  const words = ({ start, end }: Range) => view.slice(start, end)
  const back = clauses.findLastIndex((clause) => takesBackEarlier(words(clause)))
  return clauses.slice(back + 1).filter((clause) => !takesBack(words(clause)))
}

/** Whether the line of a sentence has cells; it is looked through once for all its sentences. */
function tableTest(view: string): (sentence: Range) => boolean {
  let line: Range = { start: 0, end: -1 }
  let isTable = false
  return (sentence) => {
    if (contains(line, sentence)) return isTable
    const to = view.indexOf('\n', sentence.end)
    line = { start: view.lastIndexOf('\n', sentence.start - 1) + 1, end: to === -1 ? view.length : to }
    isTable = /[\t|]/u.test(view.slice(line.start, line.end))
    return isTable
  }
}

/** 成立由市领导牵头,各部门参与的专班: a clause whose object comes behind a comma goes on until it does. */
function joined(view: string, clauses: readonly Range[]): readonly Range[] {
  const whole: Range[] = []
  let until = -1
  for (const [at, clause] of clauses.entries()) {
    if (at <= until) continue
    const isOpen = OPEN.test(view.slice(clause.start, clause.end))
    const closing = clauses
      .slice(at + 1, at + 4)
      .findIndex((next) => /的/u.test(view.slice(next.start, next.end)))
    until = isOpen && closing !== -1 ? at + 1 + closing : at
    whole.push({ start: clause.start, end: clauses[until]?.end ?? clause.end })
  }
  return whole
}

const NEXT_STATE = /(?<=开工|竣工|完工|封顶|启用|投用|挂牌|验收|选址)、(?=(?:20\d{2}年|\d{1,2}月|年底|年内))/u

/** 6月底前开工、年底前主体完工: two states, each with its own date. */
function byState(view: string, clause: Range): readonly Range[] {
  const found = NEXT_STATE.exec(view.slice(clause.start, clause.end))
  if (found === null) return [clause]
  const cut = clause.start + found.index
  return [{ start: clause.start, end: cut }, ...byState(view, { start: cut + 1, end: clause.end })]
}

/** Longer runs without a comma are no prose, and some patterns take quadratic time. */
export function isReadable({ start, end }: Range): boolean {
  return end - start <= LONGEST_CLAUSE
}

/** Whether a sentence speaks of a time before the plan. */
function isReached(words: string, firstYear: number | undefined): boolean {
  const head = words.slice(0, 16)
  if (PAST.test(head) || STANDING.test(words)) return true
  if (firstYear === undefined) return false
  const ordinal = FIVE_YEARS.exec(head)?.groups?.ordinal
  if (ordinal !== undefined) return lastYearOf(ordinal) < firstYear
  return Number(YEAR_REACHED.exec(words)?.groups?.year ?? firstYear) < firstYear
}

/** The clauses that may commit: in a sentence about what was reached, those from the first one that turns ahead. */
function clausesAhead(view: string, range: Range, firstYear: number | undefined): readonly Range[] {
  const words = ({ start, end }: Range) => view.slice(start, end)
  const clauses = joined(
    view,
    clausesIn(view, withoutNumber(view, range)).flatMap((clause) => byState(view, clause)),
  ).filter((clause) => isReadable(clause) && !isEarlier(words(clause), firstYear))
  if (!isReached(words(range), firstYear)) return clauses
  const turn = clauses.findIndex((clause) => turnsAhead(words(clause), firstYear))
  return turn === -1 ? [] : clauses.slice(turn)
}

function turnsAhead(words: string, firstYear: number | undefined): boolean {
  const found = AHEAD.exec(words)
  if (found === null) return false
  return found.groups?.year === undefined || Number(found.groups.year) >= (firstYear ?? Infinity)
}

function isEarlier(words: string, firstYear: number | undefined): boolean {
  const year = EARLIER.exec(words)?.groups?.year
  return year !== undefined && firstYear !== undefined && Number(year) < firstYear
}

/** 严格考核:2025年开展中期评估. The heading before a colon is what the words behind it are about, not a part of them. */
function withoutAnnouncement(view: string, range: Range, headingEnd: number): Range {
  const isGlued = range.start < headingEnd && headingEnd < range.end && /[:：]/u.test(view[headingEnd] ?? '')
  const heading = view.slice(withoutNumber(view, range).start, headingEnd)
  return isGlued && !/\d/u.test(heading) ? { start: headingEnd + 1, end: range.end } : range
}

function withoutNumber(view: string, range: Range): Range {
  const words = view.slice(range.start, range.end)
  const number = NUMBERING.exec(words)?.[0].length ?? 0
  const label = LABEL.exec(words.slice(number))?.[0].length ?? 0
  return { start: range.start + number + label, end: range.end }
}
