import type { Range } from '../../../corpus/index.ts'
import type { BoundClause } from '../clause/segment.ts'
import type { Token } from './token.ts'

/** A clause as tokens, with the times that hold for it. */
export interface Wording {
  readonly tokens: readonly Token[]
  readonly times: BoundClause['governing']
  /** The clause's own words in the form both sides are brought to, without figures. */
  readonly letters: string
  /** Position of the clause among all of its text. */
  readonly order: number
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

export function lettersOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, keys }) => (kind === 'amount' ? '#' : kind === 'home' ? 'h' : (keys[0]?.slice(0, 1) ?? '')))
    .join('')
}
