import type { Range } from '../../../corpus/index.ts'
import type { PreparedEvidence } from '../evidence.ts'
import type { BoundClause, Segment } from '../segment.ts'
import { homesOf } from '../source.ts'
import { type Calendar, timesIn } from '../time.ts'
import { inPairs } from './respectively.ts'
import { BASE, type Token, tokensOf } from './token.ts'

/** A clause as tokens, with the times that hold for it. */
export interface Wording {
  readonly tokens: readonly Token[]
  readonly times: BoundClause['governing']
  /** The clause's own words in the form both sides are brought to, without figures. */
  readonly letters: string
}

/** What stands between two of 。；: the stretch that shares subjects, conditions and times. */
export interface Statement {
  readonly segment: number
  readonly wordings: readonly Wording[]
  /** The times of the last dated statement before, which hold for one without a date. */
  readonly carried: Wording['times']
  /** Whether growth is measured against the year before, if not said otherwise. */
  readonly isYearly: boolean
  /** Which member of a list of pairs it tells of. */
  readonly pair?: { readonly clause: number; readonly number: number; readonly members: readonly Range[] }
}

const known = new WeakMap<PreparedEvidence, readonly Statement[]>()

/** The statements of a text; one that lists pairs (甲、乙分别为1、2) comes once more for each pair. */
export function statementsOf(prepared: PreparedEvidence): readonly Statement[] {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  const homes = homeNames(prepared)
  let carried: Wording['times'] = []
  let isYearly = false
  const statements = prepared.segments.flatMap((segment, number) => {
    const own = statementOf(segment, number, prepared.calendar, homes)
    const bases = own.wordings.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'base'))
    if (bases.length > 0) isYearly = bases.every(({ keys }) => keys[0] === 'base:before')
    const statement = { ...own, carried, isYearly }
    const last = statement.wordings.findLast(({ times }) => times.length > 0)?.times ?? carried
    carried = last.every(({ relation }) => relation === 'in') ? last : []
    return inPairs(statement)
  })
  known.set(prepared, statements)
  return statements
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
      const times = timesOf(clause, calendar)
      const tokens = tokensOf(undated(clause.words, times), calendar, homes)
      return {
        tokens,
        times: times.length > 0 || clause.times.length > 0 ? times : clause.governing,
        letters: lettersOf(tokens),
      }
    }),
  }
}

/** All names of the place, and of the country where no place is named; longest first. */
export function homeNames(prepared: PreparedEvidence): readonly string[] {
  const bare = [...prepared.titleView.matchAll(/香港|澳门|台北市?|高雄市?|新北市?/gu)].map(([name]) => name)
  const own = [...homesOf(prepared), ...bare, ...(bare.length > 0 ? ['本港', '本地', '本澳'] : [])]
  const isNational = /全国|我国|国家|国务院|部(?:$|公布|通报|等|关于|20)|总局|总署/u.test(prepared.titleView)
  const names = isNational && own.length === 0 ? [...own, '全国', '我国'] : own
  return names.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)
}

export function lettersOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, keys }) => (kind === 'amount' ? '#' : (keys[0]?.slice(0, 1) ?? ''))).join('')
}

/** The one time of a clause besides the year it is compared with. */
function timesOf({ words, times: own }: BoundClause, calendar: Calendar): BoundClause['times'] {
  if (own.length > 0 && words.search(BASE) === -1) return own
  const rest = words.replace(BASE, (base) => ' '.repeat(base.length))
  const times = timesIn(rest, calendar).filter(({ isBase }) => !isBase)
  return times.length === 1 ? times : []
}

function undated(words: string, times: BoundClause['times']): string {
  return times.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    words,
  )
}
