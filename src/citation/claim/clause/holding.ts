import type { PreparedEvidence } from './evidence.ts'
import type { BoundClause } from './segment.ts'
import type { Match } from './topic.ts'

type Times = BoundClause['governing']

const known = new WeakMap<PreparedEvidence, ReadonlyMap<number, Times>>()

/** When each clause of a text holds: at the times that govern it, else at those of the last sentence with any. */
export function timesHolding(prepared: PreparedEvidence): ReadonlyMap<number, Times> {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  let last: Times = []
  let dated = -1
  const holding = new Map<number, Times>()
  for (const { sentence, clauses } of prepared.segments)
    for (const { order, governing } of clauses) {
      holding.set(order, governing.length > 0 ? governing : last)
      if (governing.length === 0) continue
      last = sentence === dated ? [...last, ...governing] : governing
      dated = sentence
    }
  known.set(prepared, holding)
  return holding
}

/**
 * Whether a time that a clause of the claim only takes over from one before it is not another than the text named last:
 * behind 2022年启动整治 the words 新增就业5万人 must not be of 2024.
 */
export function keepsTimes(
  matches: readonly Match[],
  claim: readonly BoundClause[],
  prepared: PreparedEvidence,
): boolean {
  const holding = timesHolding(prepared)
  return matches.every((match, at) => {
    const own = claim.find(({ order }) => order === match.claim)
    if (own === undefined || own.times.length > 0 || own.governing.length === 0) return true
    const isTogether = matches.slice(0, at).some(({ segment }) => segment === match.segment)
    const stated = holding.get(match.original) ?? []
    if (match.times.length > 0 || isTogether || stated.length === 0) return true
    return own.governing.every(({ to }) => stated.some((time) => time.from <= to && to <= time.to))
  })
}
