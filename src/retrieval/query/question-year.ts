import type { Range } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'
import type { CatalogueEntry } from './catalogue.ts'

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
/** 24年 in a question is 2024年; a span of years (25年以上, 30年来) is not. */
const SHORT = /(?<![\d.])(?<short>[1-4]\d)年(?!以上|以内|以下|来|间|制|龄|代|级|限|左右)/gu
const RELATIVE: readonly (readonly [RegExp, (latest: number) => readonly number[]])[] = [
  [/今年|本年度?(?!度计划)/gu, (latest) => [latest]],
  [/去年|上年度?/gu, (latest) => [latest - 1]],
  [/明年|下一年度?/gu, (latest) => [latest + 1]],
  [/近三年|最近三年/gu, (latest) => [latest - 2, latest - 1, latest]],
  [/近两年|最近两年|这两年/gu, (latest) => [latest - 1, latest]],
]
const FIVE_YEAR: readonly (readonly [RegExp, number])[] = [
  [/[“"]?十三五[”"]?(?:期间|时期)?(?!.{0,8}规划)/gu, 2016],
  [/[“"]?十四五[”"]?(?:期间|时期)?(?!.{0,8}规划)/gu, 2021],
  [/[“"]?十五五[”"]?(?:期间|时期)?(?!.{0,8}规划)/gu, 2026],
]

/** Years and periods of a question, in reading order, with the words around them that only date it. */
export function findQuestionYears(view: string, entries: readonly CatalogueEntry[]): readonly FoundYear[] {
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
  const short = [...view.matchAll(SHORT)].map((match) => ({
    years: [2000 + Number(match.groups?.short)],
    start: match.index,
    end: match.index + match[0].length,
    isRelative: false,
    isPeriod: false,
  }))
  const stated = yearBefore(view, [...spans, ...single, ...short])
  const relative = stated.length > 0 ? [] : findRelative(view, entries)
  return [...stated, ...relative].sort((a, b) => a.start - b.start)
}

/** 2023年的报告中，上一年的…: the year before the document's is meant. */
function yearBefore(view: string, stated: readonly FoundYear[]): readonly FoundYear[] {
  const [only] = stated
  if (
    stated.length !== 1 ||
    only === undefined ||
    !/(?:报告|要点|计划|文件|总结).{0,6}(?:上一年|上年|前一年|去年)/u.test(view)
  )
    return stated
  return [{ ...only, years: only.years.map((year) => year - 1) }]
}

function findRelative(view: string, entries: readonly CatalogueEntry[]): readonly FoundYear[] {
  const annual = entries.filter((entry) => entry.kind === 'annual_plan')
  const latest = Math.max(...annual.flatMap((entry) => (entry.years === null ? [] : [entry.years[1]])))
  const near = Number.isFinite(latest) ? RELATIVE : []
  const rolling = near.flatMap(([pattern, yearsOf]) => rangesOf(view, pattern, yearsOf(latest), false))
  const fixed = FIVE_YEAR.flatMap(([pattern, from]) =>
    rangesOf(
      view,
      pattern,
      [0, 1, 2, 3, 4].map((offset) => from + offset),
      true,
    ),
  )
  return [...rolling, ...fixed]
}

function rangesOf(
  view: string,
  pattern: RegExp,
  years: readonly number[],
  isPeriod: boolean,
): readonly FoundYear[] {
  return [...view.matchAll(pattern)].map((match) => ({
    years,
    start: match.index,
    end: match.index + match[0].length,
    isRelative: true,
    isPeriod,
  }))
}
