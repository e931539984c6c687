import type { Metadata, Range } from '../../corpus/index.ts'
import { findYears, parseChineseNumeral } from '../../text/index.ts'

type Field<K extends keyof Metadata> = Metadata[K]

const RANGE = /(?<from>20\d{2})\s*年?\s*(?:-|—|－|–|~|至|到)+\s*(?<to>20\d{2})\s*年?/u
const SPAN_OF_YEARS = /(?<count>[二两三四五六七八九十]|(?<!\d)\d)年\p{Script=Han}{0,6}?(?:计划|规划|方案)/u
const FIVE_YEAR_PLAN =
  /[“"]?(?<ordinal>十[一二三四五六七八九]?)五[”"]?(?:时期)?[\p{Script=Han}]{0,24}(?:规划|计划|纲要)/u
/** Five-year plans have followed each other without a gap since the sixth (1981); counted back, the first starts here. */
const FIRST_FIVE_YEARS = 1956
const PLAN = /(?:要点|计划|规划|方案|安排|任务|思路|纲要|措施|意见)/u

/** Annual, multi-year or other, by the words of the title. */
export function findKind(view: string, title: Range | null): Field<'kind'> {
  if (title === null) return null
  const words = view.slice(title.start, title.end)
  const isPlan = PLAN.test(words)
  const multi = RANGE.exec(words) ?? SPAN_OF_YEARS.exec(words) ?? FIVE_YEAR_PLAN.exec(words)
  const year = findYears(words).at(-1)
  const isOneYearOfIt = multi !== null && year !== undefined && year.start >= multi.index + multi[0].length
  if (multi !== null && isPlan && !isOneYearOfIt)
    return { value: 'multi_year_plan', evidence: at(title, multi), inferred: false }
  if (year !== undefined && isPlan) {
    return {
      value: 'annual_plan',
      evidence: { start: title.start + year.start, end: title.end },
      inferred: false,
    }
  }
  return { value: 'other', evidence: title, inferred: true }
}

/**
 * The years a plan covers. Stated in the title, or inferred for a multi-year plan that only gives its end:
 * from the year of issue to the latest deadline it names repeatedly.
 */
export function findPeriod(
  view: string,
  title: Range | null,
  kind: Field<'kind'>,
  issuedOn: Field<'issuedOn'>,
): Field<'years'> {
  const words = title === null ? '' : view.slice(title.start, title.end)
  const range = RANGE.exec(words)
  if (title !== null && range !== null) {
    return {
      value: [Number(range.groups?.from), Number(range.groups?.to)],
      evidence: at(title, range),
      inferred: false,
    }
  }
  if (title !== null && kind?.value === 'multi_year_plan') return inferredPeriod(view, title, words, issuedOn)
  const year = findYears(words).at(-1)
  if (title !== null && year !== undefined) {
    return {
      value: [year.year, year.year],
      evidence: at(title, { index: year.start, 0: words.slice(year.start, year.end) }),
      inferred: false,
    }
  }
  return mostNamedYear(view)
}

function inferredPeriod(
  view: string,
  title: Range,
  words: string,
  issuedOn: Field<'issuedOn'>,
): Field<'years'> {
  const fiveYear = FIVE_YEAR_PLAN.exec(words)
  if (fiveYear !== null) {
    const ordinal = parseChineseNumeral(fiveYear.groups?.ordinal ?? '') ?? 0
    const from = FIRST_FIVE_YEARS + (ordinal - 1) * 5
    return { value: [from, from + 4], evidence: at(title, fiveYear), inferred: true }
  }
  const deadline = lastDeadline(view)
  const length = lengthInYears(words)
  const issued = issuedOn === null ? undefined : Number(issuedOn.value.slice(0, 4))
  if (deadline === undefined) {
    if (issued === undefined || length === undefined) return null
    return { value: [issued, issued + length - 1], evidence: issuedOn?.evidence ?? null, inferred: true }
  }
  const from = issued ?? deadline.year - (length ?? 1) + 1
  return {
    value: [Math.min(from, deadline.year), deadline.year],
    evidence: deadline.evidence,
    inferred: true,
  }
}

function lengthInYears(words: string): number | undefined {
  const count = SPAN_OF_YEARS.exec(words)?.groups?.count
  if (count === undefined) return undefined
  return /\d/.test(count) ? Number(count) : parseChineseNumeral(count)
}

/** The year that 到20XX年 names most often; the later one of two equals. */
function lastDeadline(view: string): { readonly year: number; readonly evidence: Range } | undefined {
  const found = new Map<number, { count: number; evidence: Range }>()
  for (const match of view.matchAll(/(?:到|至|截至|力争)(?<year>20\d{2})年/gu)) {
    const year = Number(match.groups?.year)
    const known = found.get(year)
    const evidence = { start: match.index, end: match.index + match[0].length }
    found.set(year, { count: (known?.count ?? 0) + 1, evidence: known?.evidence ?? evidence })
  }
  const [best] = [...found].sort((a, b) => b[1].count - a[1].count || b[0] - a[0])
  return best === undefined ? undefined : { year: best[0], evidence: best[1].evidence }
}

/** No year in the title: the first 20XX年 that opens the text, marked as inferred. */
function mostNamedYear(view: string): Field<'years'> {
  const [first] = findYears(view.slice(0, 600))
  if (first === undefined) return null
  return { value: [first.year, first.year], evidence: { start: first.start, end: first.end }, inferred: true }
}

function at(title: Range, match: { readonly index: number; readonly 0: string }): Range {
  return { start: title.start + match.index, end: title.start + match.index + match[0].length }
}
