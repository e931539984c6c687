import type { Disagreement } from './align.ts'
import type { BoundClause } from './evidence.ts'
import { isTimeWithin, type Time } from './time.ts'

/**
 * What the times of claim and original disagree on; undefined when the claim says or leaves out a time that the
 * original gives no ground for. A time only inherited by the claim's clause does not reach into another sentence.
 */
export function timeDisagreements(
  claim: readonly BoundClause[],
  originals: readonly BoundClause[],
  documentYear: number | null,
): readonly Disagreement[] | undefined {
  const stated = originals.flatMap(({ governing }) => governing)
  const found: Disagreement[] = []
  for (const clause of claim) {
    for (const time of clause.governing) {
      if (stated.some((original) => isTimeWithin(time, original))) continue
      if (stated.length === 0 && (clause.times.length === 0 || isYearOf(time, documentYear))) continue
      if (stated.length === 0 && documentYear === null) return undefined
      found.push({ kind: 'year', claimed: nameOf(time), original: stated.map(nameOf).join('、') })
    }
  }
  const isUndated = claim.every(({ governing }) => governing.length === 0)
  const isLost = isUndated && stated.some((time) => !isYearOf(time, documentYear))
  return isLost ? undefined : found
}

function isYearOf(time: Time, documentYear: number | null): boolean {
  return documentYear !== null && time.from === documentYear && time.to === documentYear
}

function nameOf({ from, to, part, relation }: Time): string {
  const years = from === to ? `${from}年` : `${from}—${to}年`
  return years + part + { in: '', since: '起', after: '后', before: '前' }[relation]
}
