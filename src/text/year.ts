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
