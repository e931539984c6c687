import type { Range } from '../../corpus/index.ts'
import { parseChineseNumeral } from '../../text/index.ts'

export interface DateMention extends Range {
  /** `YYYY-MM-DD`. */
  readonly date: string
}

const DIGIT_DATE =
  /(?<!\d)(?<year>(?:19|20)\d{2})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?/gu
const HAN_DATE =
  /(?<year>[一二][〇零○oο0九]?[〇零○oο0一二三四五六七八九]{2})\s*年\s*(?<month>[一二三四五六七八九十]{1,2})\s*月\s*(?<day>[一二三四五六七八九十]{1,3})\s*日/gu

/** @param view normalised text */
export function findDates(view: string): readonly DateMention[] {
  const mentions: DateMention[] = []
  for (const pattern of [DIGIT_DATE, HAN_DATE]) {
    for (const match of view.matchAll(pattern)) {
      const { year, month, day } = match.groups ?? {}
      const date = isoDate(toNumber(year), toNumber(month), toNumber(day))
      if (date === undefined) continue
      mentions.push({ date, start: match.index, end: match.index + match[0].trimEnd().length })
    }
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function toNumber(written: string | undefined): number {
  if (written === undefined) return Number.NaN
  return /^\d+$/.test(written)
    ? Number(written)
    : (parseChineseNumeral(written.replace(/[oο0]/gu, '〇')) ?? Number.NaN)
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 ? date.toISOString().slice(0, 10) : undefined
}
