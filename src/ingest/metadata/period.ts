import type { Metadata, Range } from '../../corpus/index.ts'
import { findYears, parseChineseNumeral } from '../../text/index.ts'

type Field<K extends keyof Metadata> = Metadata[K]

const DASH = '(?:-|—|–|―|－|~|～|〜|至|到)+'
const RANGE = new RegExp(`(?<from>20\\d{2})\\s*年?(?:度)?\\s*${DASH}\\s*(?<to>20\\d{2})\\s*年?`, 'u')
const HAN_RANGE = new RegExp(
  `(?<from>二[〇○零O][〇○零一二三四五六七八九]{2})年?\\s*${DASH}\\s*(?<to>二[〇○零O][〇○零一二三四五六七八九]{2})年?`,
  'u',
)
const SPAN_OF_YEARS =
  /(?<count>[二两三四五六七八九十]|(?<!\d)\d)年\p{Script=Han}{0,14}?(?:(?:行动|实施|工程|攻坚)?(?:计划|规划|方案)|(?:行动|工程|攻坚)(?!\p{Script=Han}{0,8}(?:计划|规划|方案)))/u
const FIVE_YEAR_PLAN =
  /[“"]?(?<ordinal>十[一二三四五六七八九]?)五[”"]?(?:时期|期间)?[\p{Script=Han}]{0,24}(?:规划|计划|纲要|方案|思路)/u
/** Five-year plans have followed each other without a gap since the sixth (1981); counted back, the first starts here. */
const FIRST_FIVE_YEARS = 1956
const PLAN = /(?:要点|计划|规划|方案|安排|任务|思路|打算|纲要|措施|意见|重点|行动)/u
/** What a body plans anew each year, year named or not. */
const YEARLY = /(?:工作要点|工作计划|工作安排|工作思路|工作打算|重点工作|重点任务|任务分解|任务清单)/u
/** 2023年工作总结和2024年工作计划: a review and a plan in one. */
const REVIEW_AND_PLAN = /总结[\p{Script=Han}、,]{0,6}$/u
/** 2024年，全县… and 2024年是…的关键一年 at the start of a paragraph. */
const OPENING = /(?:^|\n)\s*(?<year>20\d{2})年(?=[,，]|是|度|全|我|，|卫生|工作|[市县区省州]|的)/u
const LONGEST_OPENING = 1500

export interface PeriodInput {
  readonly view: string
  readonly title: Range | null
  readonly issuedOn: Metadata['issuedOn']
}

/** Annual, multi-year or other: by the words of the title, else inferred from the deadlines of the text. */
export function findKind({ view, title, issuedOn }: PeriodInput): Field<'kind'> {
  if (title === null) return null
  const words = view.slice(title.start, title.end)
  const isPlan = PLAN.test(words)
  const multi = rangeIn(words) ?? SPAN_OF_YEARS.exec(words) ?? FIVE_YEAR_PLAN.exec(words)
  const year = findYears(words).at(-1)
  const isOneYearOfIt = multi !== null && year !== undefined && year.start >= multi.index + multi[0].length
  if (multi !== null && isPlan && !isOneYearOfIt)
    return { value: 'multi_year_plan', evidence: at(title, multi), inferred: false }
  if (year !== undefined && isPlan) {
    const evidence = { start: title.start + year.start, end: title.end }
    return { value: 'annual_plan', evidence, inferred: false }
  }
  if (YEARLY.test(words)) return { value: 'annual_plan', evidence: title, inferred: true }
  const deadline = isPlan ? lastDeadline(view, undefined) : undefined
  const issued = yearOf(issuedOn)
  if (deadline !== undefined && deadline.year > (issued ?? deadline.year)) {
    return { value: 'multi_year_plan', evidence: deadline.evidence, inferred: true }
  }
  return { value: 'other', evidence: title, inferred: true }
}

/**
 * The years a plan covers. Stated in the title, or inferred: of a multi-year plan that only gives its end from its
 * length or its year of issue to its last deadline, of a yearly plan without a year from its opening words.
 */
export function findPeriod(input: PeriodInput, kind: Field<'kind'>): Field<'years'> {
  const { view, title, issuedOn } = input
  if (title === null) return null
  const words = view.slice(title.start, title.end)
  const range = rangeIn(words)
  if (range !== null) {
    const value = [yearNumber(range.groups?.from), yearNumber(range.groups?.to)] as const
    return { value, evidence: at(title, range), inferred: false }
  }
  if (kind?.value === 'multi_year_plan') return inferredPeriod(input, title, words)
  const years = findYears(words)
  const last = years.at(-1)
  if (last !== undefined) {
    const first = reviewed(words, years) ?? last
    const evidence = { start: title.start + first.start, end: title.start + last.end }
    return { value: [first.year, last.year], evidence, inferred: false }
  }
  return kind?.value === 'annual_plan' ? openingYear(view, title, issuedOn) : null
}

function rangeIn(words: string): RegExpExecArray | null {
  return RANGE.exec(words) ?? HAN_RANGE.exec(words)
}

function yearNumber(written = ''): number {
  return /^\d+$/.test(written) ? Number(written) : (parseChineseNumeral(written.replace('O', '〇')) ?? 0)
}

type Year = ReturnType<typeof findYears>[number]

/** The year that is looked back on in the first half of a title. */
function reviewed(words: string, years: readonly Year[]): Year | undefined {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first.year >= last.year) return undefined
  return REVIEW_AND_PLAN.test(words.slice(first.end, last.start)) ? first : undefined
}

function inferredPeriod({ view, issuedOn }: PeriodInput, title: Range, words: string): Field<'years'> {
  const fiveYear = FIVE_YEAR_PLAN.exec(words)
  if (fiveYear !== null) {
    const ordinal = parseChineseNumeral(fiveYear.groups?.ordinal ?? '') ?? 0
    const from = FIRST_FIVE_YEARS + (ordinal - 1) * 5
    return { value: [from, from + 4], evidence: at(title, fiveYear), inferred: true }
  }
  const length = lengthInYears(words)
  const issued = yearOf(issuedOn)
  const deadline = lastDeadline(
    view,
    length === undefined || issued === undefined ? undefined : issued + length,
  )
  if (deadline === undefined) {
    if (issued === undefined || length === undefined) return null
    return { value: [issued, issued + length - 1], evidence: issuedOn?.evidence ?? null, inferred: true }
  }
  const byLength = length === undefined ? undefined : deadline.year - length + 1
  const isNear = byLength !== undefined && (issued === undefined || Math.abs(byLength - issued) <= 1)
  const from = isNear ? byLength : (issued ?? byLength)
  if (from === undefined || from > deadline.year) return null
  return { value: [from, deadline.year], evidence: deadline.evidence, inferred: true }
}

function lengthInYears(words: string): number | undefined {
  const count = SPAN_OF_YEARS.exec(words)?.groups?.count
  if (count === undefined) return undefined
  return /\d/.test(count) ? Number(count) : parseChineseNumeral(count)
}

/**
 * The year that 到20XX年 names most often; the later one of two equals.
 * @param latest no plan of a stated length reaches beyond this year
 */
function lastDeadline(
  view: string,
  latest: number | undefined,
): { readonly year: number; readonly evidence: Range } | undefined {
  const found = new Map<number, { count: number; evidence: Range }>()
  for (const match of view.matchAll(/(?:到|至|截至|力争)(?<year>20\d{2})年/gu)) {
    const year = Number(match.groups?.year)
    if (latest !== undefined && year > latest) continue
    const known = found.get(year)
    const evidence = { start: match.index, end: match.index + match[0].length }
    found.set(year, { count: (known?.count ?? 0) + 1, evidence: known?.evidence ?? evidence })
  }
  const [best] = [...found].sort((a, b) => b[1].count - a[1].count || b[0] - a[0])
  return best === undefined ? undefined : { year: best[0], evidence: best[1].evidence }
}

/** No year in the title of a yearly plan: the year its text opens with, else the year of issue. */
function openingYear(view: string, title: Range, issuedOn: Metadata['issuedOn']): Field<'years'> {
  const opening = view.slice(title.end, title.end + LONGEST_OPENING)
  const match = OPENING.exec(opening)
  const year = match === null ? undefined : Number(match.groups?.year)
  if (match !== null && year !== undefined) {
    const start = title.end + match.index + match[0].length - 5
    return { value: [year, year], evidence: { start, end: start + 5 }, inferred: true }
  }
  const issued = yearOf(issuedOn)
  if (issued === undefined) return null
  return { value: [issued, issued], evidence: issuedOn?.evidence ?? null, inferred: true }
}

function yearOf(issuedOn: Metadata['issuedOn']): number | undefined {
  return issuedOn === null ? undefined : Number(issuedOn.value.slice(0, 4))
}

function at(title: Range, match: { readonly index: number; readonly 0: string }): Range {
  return { start: title.start + match.index, end: title.start + match.index + match[0].length }
}
