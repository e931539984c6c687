import type { Range } from '../../corpus/index.ts'
import type { Match } from './clause/topic.ts'

/** What of a text bears a claim out. */
export interface Proof {
  readonly ranges: readonly Range[]
  readonly matches: readonly Match[]
}
