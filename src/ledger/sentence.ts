import type { Passage, Range, Section } from '../corpus/index.ts'
import { contains } from '../corpus/index.ts'
import { clausesIn, sentencesIn } from '../text/index.ts'
import { lastYearOf } from './deadline.ts'
import type { Reading } from './reading.ts'

const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)](?!\d)|[①-⑳])\s*/u
/** Sections that look back: what stands there was reached, it is no target. */
const LOOKS_BACK =
  /总结(?:$|[和与及])|回顾|(?:发展|工作|现实)基础$|发展背景|现状|(?:主要|工作|取得|实施)的?成[效就]|面临的?形势|形势与|存在的?(?:主要)?问题/u
const LOOKS_AHEAD = /计划|目标|任务|安排|打算/u
const FIVE_YEARS = /十(?<ordinal>[一二三四五六])五[”"]?(?:时期|期间|以来)/u
const PAST = /过去的?[一二三五]年|近[两二三五]年来|^(?:自|从)?20\d{2}年以来/u
/** What there is, not what shall be. */
const STANDING = /^(?:目前|当前|现有|全?[市区县省州我]{0,2}(?:共|现)有|我[市区县省州](?:共|现)?有|辖区内?有)/u
const YEAR_REACHED = /^(?:截至|截止)?(?:到)?(?<year>20\d{2})年(?:[年]?[末底]|\d{1,2}月[底末]?)?[,，]/u

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

/** The sentences that look ahead, in reading order; results reached before are left out, and so are tables. */
export function sentencesOf(reading: Reading): readonly Sentence[] {
  const { passages, sections } = reading.document
  const isInTable = tableTest(reading.view)
  const byId = new Map(sections.map((section) => [section.id, section]))
  return passages
    .filter(({ path }) => !path.some(looksBack))
    .flatMap((passage) => sentencesOfPassage(reading, passage, byId.get(passage.sectionId ?? ''), isInTable))
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
    if (isInTable(range) || isReached(words, document.metadata.years?.value[0])) continue
    const isHeading = hasBody && range.end <= headingEnd + 1
    const clauses = joined(view, clausesIn(view, withoutNumber(view, range))).filter(isReadable)
    const part = { clauses, isHeading }
    if (isOpen) sentences.at(-1)?.parts.push(part)
    else sentences.push({ passage, parts: [part] })
    isOpen = /[；;]$/u.test(words)
  }
  return sentences
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

function withoutNumber(view: string, range: Range): Range {
  const number = NUMBERING.exec(view.slice(range.start, range.end))?.[0] ?? ''
  return { start: range.start + number.length, end: range.end }
}
