import type { PreparedEvidence } from '../clause/evidence.ts'
import type { BoundClause, Segment } from '../clause/segment.ts'
import { type Calendar, type Time, timesIn } from '../word/time.ts'
import type { Setting } from './setting.ts'

/** Of documents, not of what they tell. */
const NAMES = /《[^《》]*》|\d{4}年第\d+号/gu

interface Dated {
  readonly used: readonly BoundClause[]
  readonly segment: Segment
  readonly setting: Setting
}

/** Heads of another time that they do not name. */
const OTHER_TIME = /回顾|总结|完成情况|以前年度|往年|历年|远期|远景|展望|中长期|下一?年度|次年/u
const PERIOD = /十[一二三四五六七]五/u
const AT_HEAD =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|其中|力争|争取|预计|同时|并|[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|[^\p{L}\d])*/u

/**
 * Whether the times of a claim are those its grounds stand under. A year in a heading, a list head or a sentence before
 * in the same paragraph governs until another is named; the title's year is for what stands under none.
 */
export function keepsYear(
  claim: string,
  isQuoted: boolean,
  grounds: readonly Dated[],
  { calendar, titleView, view }: PreparedEvidence,
): boolean {
  const words = claim.replace(NAMES, '').replaceAll(titleView === '' ? '《》' : titleView, '')
  const claimed = timesIn(words, calendar).filter(({ isBase }) => !isBase)
  const own = grounds.flatMap(({ segment: { start, end, clauses } }) => [
    ...clauses.flatMap(({ governing }) => governing),
    ...timesIn(view.slice(start, end), calendar),
  ])
  return grounds.every((ground) => {
    const [first] = ground.used
    if (first === undefined || first.times.length > 0 || first.governing.length > 0) return true
    const headed = timesOfHeads(ground.setting, titleView, calendar)
    const governing = timesBefore(ground.setting, calendar) ?? headed
    if (claimed.length > 0)
      return (
        governing === undefined ||
        claimed.every((time) => [...own, ...governing].some((other) => isOneTime(time, other)))
      )
    // Without a year it would be told of the title's.
    const isOther = governing === headed && headed?.some((time) => !isOfTitle(time, calendar)) === true
    return isQuoted || calendar.ownYear === null || !isOther
  })
}

/** Part of a year, of which its figures are the sum. */
const PART_OF_YEAR =
  /上半年|下半年|前[一二三两]季度|[一二三四1-4]季度|\d{1,2}月?[—–~至到-]\d{1,2}月|截[至止]到?\d{1,2}月/u

/** Whether no figure of a part of the year is told of all of it: 一季度新增3000人 as 2024年新增3000人. */
export function keepsPeriod(claim: string, grounds: readonly Dated[]): boolean {
  if (PART_OF_YEAR.test(claim) || !/全年|全年度|\d{4}年/u.test(claim)) return true
  return grounds.every(({ used, segment }) =>
    used.every(({ order, words, governing }) => {
      if (!/\d/u.test(words)) return true
      if (governing.some(({ part }) => PART_OF_YEAR.test(part))) return false
      const before = segment.clauses.filter((clause) => clause.order <= order)
      const dated = before.findLast(
        (clause) => PART_OF_YEAR.test(clause.words) || /全年|\d{4}年(?!\d)/u.test(clause.words),
      )
      return dated === undefined || !PART_OF_YEAR.test(dated.words)
    }),
  )
}

/** The times a sentence in front in the same paragraph begins with. */
function timesBefore({ before }: Setting, calendar: Calendar): readonly Time[] | undefined {
  for (const sentence of before) {
    const [start = 0] = [AT_HEAD.exec(sentence)?.[0].length]
    const times = timesIn(sentence, calendar).filter((time) => time.start <= start && time.relation === 'in')
    if (times.length > 0) return times
  }
  return undefined
}

/** Undefined when no head names a time; none when it names one without its year. */
function timesOfHeads({ heads }: Setting, title: string, calendar: Calendar): readonly Time[] | undefined {
  for (const head of heads) {
    if (title.includes(head.replace(/\s/gu, ''))) continue
    const times = timesIn(head, calendar)
    if (times.length > 0) return times
    const [period] = PERIOD.exec(head) ?? []
    if (OTHER_TIME.test(head) || (period !== undefined && !title.includes(period))) return []
  }
  return undefined
}

function isOneTime(a: Time, b: Time): boolean {
  return a.from === b.from && a.to === b.to
}

function isOfTitle({ from, to }: Time, { titleYears, thisYear }: Calendar): boolean {
  return from === to && (titleYears.includes(to) || to === thisYear)
}
