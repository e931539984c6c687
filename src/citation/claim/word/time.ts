import { parseChineseNumeral } from '../../../text/index.ts'

/** A point or stretch of time named in a clause. */
export interface Time {
  readonly from: number
  readonly to: number
  /** `in` 2025年; `by` 到2025年, 2025年底前; `since` 2025年起; `after` 2025年以后; `before` 2025年以前. */
  readonly relation: 'in' | 'by' | 'since' | 'after' | 'before'
  /** 底, 上半年, 3月, 3月5日; empty for a whole year. */
  readonly part: string
  readonly start: number
  readonly end: number
  /** What something is measured against (比2020年), and so part of its clause's words. */
  readonly isBase: boolean
  /** A month without its year: no claim may leave it out. */
  readonly isBare?: boolean
}

/** In 1912 the calendar of the Republic begins; 112年 is 2023. */
const REPUBLIC = 1911
const YEAR =
  '(?:(?:19|20)\\d{2}|[一二][〇零o九一二三四五六七八]{3}|(?<!\\d)1[01]\\d(?=年(?:度|底|末|初|全年|上|下|第|\\d{1,2}月|[一-十]{1,2}月)|年(?![来间内以之期的历多级制,。]|$)))'
const PART =
  '底|末|初|中|上半年|下半年|[一二三四1-4]季度|第[一二三四]季度|前[一二三]季度|\\d{1,2}月(?:份|底|末|初)?(?:\\d{1,2}日)?|[一二三四五六七八九十]{1,2}月(?:份|底|末|初)?(?:[一二三四五六七八九十]{1,3}日)?'
const TIME = new RegExp(
  `(?<lead>截至|截止到?|到|至|自|从|于|在)?(?:(?<first>${YEAR})年?(?:-|—|–|~|至|到))?(?:(?<year>${YEAR})年度?(?:期间)?|(?<relative>今年|过去一年|(?<![\\d〇零一二三四五六七八九十两几每近多])一年(?:以)?来|过去的一年|本年度?|当年|全年|去年度?|上年度?|上一年度?|明年|(?<![今以此])后年|(?<!以)前年|(?<![\\d〇零一二三四五六七八九十两几每历近多前逐连同])年(?=[底末初](?!报)))(?!度同期))(?<part>${PART}|年底|年末|年初)?(?<rest>之前|以前|前|起|以来|之后|以后|后|期间|内|止|间)?`,
  'gu',
)
const RELATIVE: Readonly<Record<string, number>> = {
  过去一年: -1,
  过去的一年: -1,
  去年: -1,
  上年: -1,
  上一年: -1,
  明年: 1,
  后年: 2,
  前年: -2,
}

/** The years a document's relative words go by; null where it does not say. */
export interface Calendar {
  /** 今年 */
  readonly thisYear: number | null
  /** What the document speaks of where it names no year. A report looks back and ahead, so it has none. */
  readonly ownYear: number | null
  /** The year a report gives account of: 一年来. */
  readonly reportedYear?: number | null
  /** The last year of a plan for several years. */
  readonly horizon?: number | null
  /** All years its title names. */
  readonly titleYears: readonly number[]
}

/** 十四五 is 2021 to 2025. */
const PLAN_PERIOD =
  /到?["“]?十(?<plan>[二三四五六])五["”]?(?:(?<rest>规划期末|收官之年|末)|时期|期间|规划期(?:间|内)?)/gu
const FIRST_YEARS: Readonly<Record<string, number>> = { 二: 2011, 三: 2016, 四: 2021, 五: 2026, 六: 2031 }

function planPeriods(view: string): readonly Time[] {
  return [...view.matchAll(PLAN_PERIOD)].map(({ index, 0: words, groups }) => {
    const first = FIRST_YEARS[groups?.plan ?? ''] ?? 0
    const isEnd = groups?.rest !== undefined
    return {
      from: isEnd ? first + 4 : first,
      to: first + 4,
      relation: isEnd ? 'by' : 'in',
      part: '',
      start: index,
      end: index + words.length,
      isBase: view.startsWith('的', index + words.length),
    }
  })
}

const COMPARED = /(?:[高低多少快慢优好大小]于|超过|相当于|不及)$/u

/** The times of a clause, relative ones resolved where the document tells. @param view normalised text */
export function timesIn(view: string, calendar: Calendar): readonly Time[] {
  const times: Time[] = [...planPeriods(view)]
  for (const match of view.matchAll(TIME)) {
    const { lead = '', first, year, relative, part = '', rest = '' } = match.groups ?? {}
    const to = year === undefined ? relativeYear(relative ?? '', calendar) : yearNamed(year)
    const before = view.slice(Math.max(0, match.index - 1), match.index)
    // 比上年 and 不高于上年 say what is compared with, not when.
    const led = view.slice(Math.max(0, match.index - 2), match.index) + lead
    const isOf = view.startsWith('的', match.index + match[0].length)
    if (
      to === undefined ||
      (relative !== undefined && (/[比较]/u.test(before) || (!isOf && COMPARED.test(led))))
    )
      continue
    times.push({
      from: first === undefined ? to : yearNamed(first),
      to,
      relation: relationOf(lead, rest, part),
      part: partOf(part),
      start: match.index,
      end: match.index + match[0].length,
      isBase: /[比较与以按和及、同]/u.test(before) || isOf,
    })
  }
  return times
}

/** The year that 2024, 二〇二四 or, in the calendar of the Republic, 113 names. */
export function yearNamed(year: string): number {
  const number = /^\d/u.test(year) ? Number(year) : (parseChineseNumeral(year.replaceAll('o', '〇')) ?? 0)
  return number < 200 ? number + REPUBLIC : number
}

/** How the part of a year is compared: 12月31日 is 底, 第1季度 一季度. */
export function partOf(part: string): string {
  const plain = part
    .replace(/份|^年|^第/gu, '')
    .replace(/[一二三四五六七八九十]+(?=[月日])/gu, (numeral) =>
      String(parseChineseNumeral(numeral) ?? numeral),
    )
    .replace(/^[1-4](?=季)/u, (digit) => '一二三四'[Number(digit) - 1] ?? digit)
  return /^(?:底|末|12月(?:31日|底|末)?)$/u.test(plain) && plain !== '12月' ? '底' : plain
}

function relativeYear(word: string, { thisYear, ownYear, reportedYear }: Calendar): number | undefined {
  if (/来$/u.test(word)) return reportedYear ?? undefined
  if (word.startsWith('本年')) return thisYear ?? ownYear ?? undefined
  const year = /^(?:全年|当年|年)/u.test(word) ? ownYear : thisYear
  return year === null ? undefined : year + (RELATIVE[word.replace(/度$/u, '')] ?? 0)
}

/** What the words around a time make of it. */
export function relationOf(lead: string, rest: string, part: string): Time['relation'] {
  if (/自|从/u.test(lead) || rest === '起' || rest === '以来') return 'since'
  if (/后/u.test(rest)) return 'after'
  if (/前/u.test(rest) && part === '') return 'before'
  // 2025年底前 is what others write as 到2025年底.
  return /到|至/u.test(lead) || /底|末/u.test(part) || /前|止/u.test(rest) ? 'by' : 'in'
}

/** Whether a claim's time says no more than the original's. */
export function isTimeWithin(claimed: Time, original: Time): boolean {
  if (claimed.from !== original.from || claimed.to !== original.to) return false
  if (claimed.relation !== original.relation) return false
  return (
    claimed.part === original.part || claimed.part === '' || (claimed.part === '底' && original.part === '')
  )
}
