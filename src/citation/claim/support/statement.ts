import type { PreparedEvidence } from '../clause/evidence.ts'
import type { BoundClause, Segment } from '../clause/segment.ts'
import { homesOf } from '../clause/source.ts'
import { blanked } from '../word/fold.ts'
import { type Calendar, timesIn } from '../word/time.ts'
import { bareTime } from './bare-time.ts'
import { inPairs } from './respectively.ts'
import { selfNames } from './title.ts'
import { BASE, tokensOf } from './token.ts'
import { lettersOf, type Statement, type Wording } from './wording.ts'

/** Texts whose rates are all measured against the year before. */
const YEARLY = /公报|预算|决算|政府工作报告|运行情况|经济形势/u
/** Of a month in a text that tells no year. */
const NO_YEAR = 0
const PRESENT = /现有|目前|已|现状|过去/u
const known = new WeakMap<PreparedEvidence, readonly Statement[]>()

/** The statements of a text; one that lists pairs (甲、乙分别为1、2) comes once more for each pair. */
export function statementsOf(prepared: PreparedEvidence): readonly Statement[] {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  const homes = homeNames(prepared)
  let carried: Wording['times'] = []
  let isYearly = YEARLY.test(prepared.titleView)
  const statements = prepared.segments.flatMap((segment, number) => {
    const own = statementOf(segment, number, prepared.calendar, homes)
    const bases = own.wordings.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'base'))
    if (bases.length > 0) isYearly = bases.every(({ keys }) => keys[0] === 'base:before')
    const before = prepared.segments[number - 1]
    const isNewLine = before === undefined || prepared.view.slice(before.start, segment.start).includes('\n')
    if (isNewLine && isAim(carried)) carried = []
    const isPresent = own.wordings.some(({ letters }) => PRESENT.test(letters))
    const statement = { ...own, carried: isPresent && isAim(carried) ? [] : carried, isYearly }
    const last = statement.wordings.findLast(({ times }) => times.length > 0)?.times ?? carried
    const { horizon = null } = prepared.calendar
    // What a plan says behind the year it runs to is for that year, until it names another.
    const isHorizon = last.every(
      (time) => time.relation === 'by' && time.from === horizon && time.to === horizon,
    )
    const isLong = last.every(({ relation, part }) => relation === 'in' && !/[日月]/u.test(part))
    carried = isLong || isHorizon ? last : []
    return inPairs(statement)
  })
  known.set(prepared, statements)
  return statements
}

function isAim(times: Wording['times']): boolean {
  return times.some(({ relation }) => relation === 'by')
}

export function statementOf(
  { clauses }: Segment,
  segment: number,
  calendar: Calendar,
  homes: readonly string[],
): Statement {
  return {
    segment,
    carried: [],
    isYearly: false,
    wordings: clauses.map((clause) => {
      const times = timesOf(
        clause,
        calendar,
        yearOf(clause.governing, calendar) ?? calendar.thisYear ?? NO_YEAR,
      )
      const governing = times.length > 0 || clause.times.length > 0 ? times : clause.governing
      const year = yearOf(governing, calendar)
      const tokens = tokensOf(blanked(clause.words, times), { calendar, year, homes })
      return { tokens, times: governing, letters: lettersOf(tokens), order: clause.order }
    }),
  }
}

/** The year a clause tells of, which 上年 and 同比 go by. */
export function yearOf(times: Wording['times'], { ownYear }: Calendar): number | null {
  const years = new Set(times.flatMap(({ from, to }) => (from === to ? [to] : [0, to])))
  const [year = ownYear] = years
  return years.size > 1 ? null : year
}

/** All names of the place, and of the country where no place is named; longest first. */
export function homeNames(prepared: PreparedEvidence): readonly string[] {
  const bare = [...prepared.titleView.matchAll(/香港|澳门|台北市?|高雄市?|新北市?/gu)].map(([name]) => name)
  const own = [...homesOf(prepared), ...bare, ...(bare.length > 0 ? ['本港', '本地', '本澳'] : [])]
  const isNational = /全国|我国|国家|国务院|部(?:$|公布|通报|等|关于|20)|总局|总署/u.test(prepared.titleView)
  const itself = selfNames(prepared)
  const names = isNational && own.length === 0 ? [...own, ...itself, '全国', '我国'] : [...own, ...itself]
  return names.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)
}

/** The one time of a clause besides the year it is compared with. */
function timesOf({ words, times: own }: BoundClause, calendar: Calendar, year: number): BoundClause['times'] {
  const bare = own.length > 0 ? undefined : bareTime(words, year)
  if (bare !== undefined) return [bare]
  if (own.length > 0 && words.search(BASE) === -1) return own
  const rest = words.replace(BASE, (base) => ' '.repeat(base.length))
  const times = timesIn(rest, calendar).filter(({ isBase }) => !isBase)
  return times.length === 1 ? times : []
}
