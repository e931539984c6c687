import type { Range } from '../../corpus/index.ts'
import { findPeriods, findYears } from '../../text/index.ts'
import { findShortYears } from './short-year.ts'

export interface FoundYear extends Range {
  readonly years: readonly number[]
  /** Worked out from 今年 or the like. */
  readonly isRelative: boolean
  /** One period (十四五) and not several years to be set side by side. */
  readonly isPeriod: boolean
}

const SPAN =
  /(?:到|至|截至|截止)?\s*(?<from>20\d{2})\s*年?\s*(?:-|—|–|~|至|到)+\s*(?<to>20\d{2})\s*年?(?:底|末|期间)?/gu
const BEFORE = /(?:截至|截止到?|到了?|至|在|从)\s*$/u
const AFTER = /^(?:年底|年末|底前?|末|度|的|全年|内)/u
const RELATIVE: readonly (readonly [RegExp, (current: number) => readonly number[]])[] = [
  [/今年|本年度?(?!度计划)|当前年度/gu, (current) => [current]],
  [/去年|上一?年度?/gu, (current) => [current - 1]],
  [/前年/gu, (current) => [current - 2]],
  [/明年|下一?年度/gu, (current) => [current + 1]],
  [/(?:近|最近|这|过去)三年(?!行动|计划|规划)/gu, (current) => [current - 2, current - 1, current]],
  [/(?:近|最近|这|过去)两年/gu, (current) => [current - 1, current]],
]
/** A year set against the one before it; 比上年提高 is what a plan says of itself and sets nothing against anything. */
const YEAR_BEFORE =
  /(?:和|与|跟|同)(?:去年|上一?年度?|前一年度?)(?=的|相?比|对比|比较|有)|(?:比|较)(?:去年|上一?年度?|前一年度?)(?=有(?:什么|哪些|何|啥)|(?:新提|新增|新加|新列|多|少|增加|减少|取消|删)(?:出|掉)?了?(?:什么|哪些|啥|新))/gu
/** A change against the year before, without a word for the year it leads to. */
const AGAINST_FORMER =
  /(?:比|较)(?:去年|上一?年度?|前一年)(?=(?:要|得|应该?|需|再|还|能|计划|打算|预计)*(?:多|少|高|低|增|减|降|涨|提|升|下|上|缩|快|慢|翻)(?!了?(?:哪|什么)))/gu
/** A plan for the period is a document, and no time. */
const OF_A_PLAN = /^.{0,8}规划/u

/** Years and periods as found, and how relative ones were taken. */
export interface QuestionYears {
  /** In reading order. */
  readonly found: readonly FoundYear[]
  /** Plain Chinese sentences. */
  readonly notes: readonly string[]
}

/** The year that 今年 means: by the calendar where a plan covers it, else the newest plan's. */
export interface CurrentYear {
  readonly year: number
  readonly isHeld: boolean
  /** Whether there is an annual plan of the year before too. */
  readonly isFormerHeld: boolean
  /** The one place that the plans belong to; empty for several. */
  readonly place: string
}

/**
 * Years and periods of a question, with the words around them that only date it.
 * @param current undefined where no plan has a year
 * @param places where the question names places
 */
export function findQuestionYears(
  view: string,
  current: CurrentYear | undefined,
  places: readonly Range[],
): QuestionYears {
  const spans = [...view.matchAll(SPAN)].map((match) => ({
    years: [Number(match.groups?.from), Number(match.groups?.to)],
    start: match.index,
    end: match.index + match[0].length,
    isRelative: false,
    isPeriod: false,
  }))
  const single = findYears(view).flatMap(({ year, start, end }): FoundYear[] => {
    if (spans.some((span) => span.start <= start && end <= span.end)) return []
    const before = BEFORE.exec(view.slice(0, start))?.[0].length ?? 0
    const after = AFTER.exec(view.slice(end))?.[0].length ?? 0
    return [{ years: [year], start: start - before, end: end + after, isRelative: false, isPeriod: false }]
  })
  const short = findShortYears(view, places).map((year) => ({ ...year, isRelative: false, isPeriod: false }))
  const stated = ofReport(view, [...spans, ...single, ...short])
  const relative = stated.length > 0 ? yearBefore(view, stated) : findRelative(view, current)
  const periods = stated.length === 0 || places.length > 1 ? periodsIn(view) : []
  return {
    found: [...stated, ...relative, ...periods].sort((a, b) => a.start - b.start),
    notes: stated.length > 0 ? [] : relative.flatMap((mention) => noteOf(view, mention, current)),
  }
}

/** 2023年的报告中，上一年的…: the year before the document's is meant. */
function ofReport(view: string, stated: readonly FoundYear[]): readonly FoundYear[] {
  const [only] = stated
  if (
    stated.length !== 1 ||
    only === undefined ||
    !/(?:报告|要点|计划|文件|总结)[中里内]?[，,的]?(?:上一年|上年|前一年|去年)/u.test(view)
  )
    return stated
  return [{ ...only, years: only.years.map((year) => year - 1) }]
}

/** 和去年相比 beside one year that is written out. */
function yearBefore(view: string, stated: readonly FoundYear[]): readonly FoundYear[] {
  const years = [...new Set(stated.flatMap(({ years }) => years))]
  const [year] = years
  return year === undefined || years.length > 1 ? [] : rangesOf(view, YEAR_BEFORE, [year - 1])
}

function noteOf(view: string, { start, end, years, isPeriod }: FoundYear, current: CurrentYear | undefined) {
  if (isPeriod || current === undefined || years.length === 0) return []
  const said = `“${view.slice(start, end)}”按${years.join('、')}年理解。`
  return [current.isHeld ? said : `文库中${current.place}最新的计划是${current.year}年的，${said}`]
}

function findRelative(view: string, current: CurrentYear | undefined): readonly FoundYear[] {
  const near = current === undefined ? [] : RELATIVE
  const against = rangesOf(view, AGAINST_FORMER, formerAndCurrent(current))
  const named = near.flatMap(([pattern, yearsOf]) => rangesOf(view, pattern, yearsOf(current?.year ?? 0)))
  const others = named.filter(
    ({ start, end }) => !against.some((one) => one.start <= start && end <= one.end),
  )
  return others.length > 0 ? named : against
}

function periodsIn(view: string): readonly FoundYear[] {
  return findPeriods(view)
    .filter(({ end }) => !OF_A_PLAN.test(view.slice(end)))
    .map((period) => ({ ...period, isRelative: true, isPeriod: period.years.length > 1 }))
}

/** With no plan of the year before, 比去年下降 is what the one plan says of itself. */
function formerAndCurrent(current: CurrentYear | undefined): readonly number[] {
  return current?.isFormerHeld === true ? [current.year - 1, current.year] : []
}

function rangesOf(view: string, pattern: RegExp, years: readonly number[]): readonly FoundYear[] {
  return [...view.matchAll(pattern)].map((match) => ({
    years,
    start: match.index,
    end: match.index + match[0].length,
    isRelative: true,
    isPeriod: false,
  }))
}
