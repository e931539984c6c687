import { parseChineseNumeral } from './numeral.ts'

export interface YearMention {
  readonly year: number
  readonly start: number
  readonly end: number
}

const YEAR =
  /(?<![\d.])(?<digits>(?:19|20)\d{2})(?!\d)年?|(?<spelled>[一二]?[〇零○一二三四五六七八九]{3,4})年/gu

/**
 * Calendar years written as 2022, 2022年 or 二〇二二年. A figure followed by a unit other than 年 is no year.
 * @param view normalised text
 */
export function findYears(view: string): readonly YearMention[] {
  const mentions: YearMention[] = []
  for (const match of view.matchAll(YEAR)) {
    const end = match.index + match[0].length
    const digits = match.groups?.digits
    if (digits !== undefined && !match[0].endsWith('年') && isQuantity(view, end)) continue
    const year = digits === undefined ? parseChineseNumeral(match.groups?.spelled ?? '') : Number(digits)
    if (year === undefined || year < 1900 || year > 2099) continue
    mentions.push({ year, start: match.index, end })
  }
  return mentions
}

function isQuantity(view: string, at: number): boolean {
  return /^\s*(?:个(?!体)|家(?![庭医长属])|人(?![口均才员民群])|对(?![口接标])|管(?!理)|名(?![医单称])|[张万亿元台辆例次%‰])/u.test(
    view.slice(at, at + 4),
  )
}

export interface PeriodMention {
  readonly years: readonly number[]
  readonly start: number
  readonly end: number
}

const FIVE_YEARS =
  /[“"]?(?<![一二三四五六七八九])十(?<which>[一二三四五六])五[”"]?(?:(?<last>期?末)|期间|时期)?/gu
const FIRST_YEAR_OF_NEXT = 2001
const PERIOD = 5

/** Five years called by the number of their plan, “十二五”期间, or the last of them. */
export function findPeriods(view: string): readonly PeriodMention[] {
  return [...view.matchAll(FIVE_YEARS)].map((match) => {
    const which = parseChineseNumeral(match.groups?.which ?? '') ?? 0
    const from = FIRST_YEAR_OF_NEXT + PERIOD * which
    const years = Array.from({ length: PERIOD }, (_, offset) => from + offset)
    return {
      years: match.groups?.last === undefined ? years : years.slice(-1),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
}
