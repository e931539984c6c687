import type { BoundClause } from '../clause/segment.ts'
import { type Calendar, isTimeWithin, type Time } from '../word/time.ts'
import type { Disagreement } from './move.ts'

const LEVEL = /达|提高[到至]|提升[到至]|[降减][到至低]|增[加至]|保持|稳定|控制在|突破|超过|占比|率|总数/u
const FLOW = /新增|累计|完成|新建|改造|建设|培训|净增|发放|安排/u

/**
 * What the times of claim and original disagree on; undefined when the claim says or leaves out a time that the
 * original gives no ground for. A time only inherited by the claim's clause does not reach into another sentence.
 * @param whole all clauses of the claim
 */
export function timeDisagreements(
  claim: readonly BoundClause[],
  originals: readonly BoundClause[],
  whole: readonly BoundClause[],
  { ownYear, titleYears }: Calendar,
): readonly Disagreement[] | undefined {
  if (claim.some(({ idle }) => idle.length > 0)) return undefined
  const stated = originals.flatMap(({ governing }) => governing)
  const found: Disagreement[] = []
  for (const clause of claim) {
    for (const time of clause.governing) {
      if (stated.some((original) => isTimeWithin(time, original) || isReachedIn(time, original, clause)))
        continue
      if (stated.length === 0 && (isYearOf(time, ownYear) || isPassedOn(clause, whole))) continue
      const isOnlyLoose = stated.some(({ from, to }) => from === time.from && to === time.to)
      if (isOnlyLoose || (stated.length === 0 && ownYear === null)) return undefined
      found.push({ kind: 'year', claimed: nameOf(time), original: stated.map(nameOf).join('、') })
    }
  }
  const isUndated = claim.every(({ governing }) => governing.length === 0)
  const lost = isUndated
    ? stated.filter(
        (time) =>
          !isYearOf(time, ownYear) && !isSaidElsewhere(time, whole) && !isTitled(time, originals, titleYears),
      )
    : []
  return lost.length > 0 ? undefined : found
}

/** What the times of claim and original differ in, whether or not that is for certain a fault. */
export function timeDifferences(
  claim: readonly BoundClause[],
  originals: readonly BoundClause[],
  ownYear: number | null,
): readonly Disagreement[] {
  const stated = originals.flatMap(({ governing }) => governing)
  const claimed = claim.flatMap(({ governing }) => governing)
  const isOpen = claimed.some(
    (time) => !stated.some((original) => isTimeWithin(time, original)) && !isYearOf(time, ownYear),
  )
  const isLost = claimed.length === 0 && stated.some((time) => !isYearOf(time, ownYear))
  if (!isOpen && !isLost) return []
  return [{ kind: 'year', claimed: claimed.map(nameOf).join('、'), original: stated.map(nameOf).join('、') }]
}

/** Whether an earlier clause already stands under the same time, which then must hold for that one. */
function isPassedOn(clause: BoundClause, whole: readonly BoundClause[]): boolean {
  if (clause.times.length > 0) return false
  const earlier = whole.slice(0, whole.indexOf(clause))
  return earlier.some(({ governing }) => governing === clause.governing)
}

/** Whether the claim's other clauses all name this time, so that it is clear for this one too. */
function isSaidElsewhere(time: Time, whole: readonly BoundClause[]): boolean {
  const times = whole.flatMap(({ governing }) => governing)
  return times.length > 0 && times.every((claimed) => isTimeWithin(claimed, time))
}

/** 2025年达到5家 says what 到2025年达到5家 says; 2025年新增5家 does not. */
function isReachedIn(claimed: Time, original: Time, { letters }: BoundClause): boolean {
  const isSameYear = claimed.from === original.from && claimed.to === original.to
  const isLevel = LEVEL.test(letters) && !FLOW.test(letters)
  return (
    isSameYear &&
    isLevel &&
    claimed.relation === 'in' &&
    original.relation === 'by' &&
    claimed.part === '' &&
    original.part === ''
  )
}

/** Whether a year that only an earlier clause names is that of the whole text. */
function isTitled(time: Time, originals: readonly BoundClause[], titleYears: readonly number[]): boolean {
  const isInherited = originals.every(({ times }) => times.length === 0)
  return isInherited && time.relation === 'in' && time.from === time.to && titleYears.includes(time.to)
}

function isYearOf(time: Time, ownYear: number | null): boolean {
  return ownYear !== null && time.from === ownYear && time.to === ownYear
}

function nameOf({ from, to, part, relation }: Time): string {
  const years = from === to ? `${from}年` : `${from}—${to}年`
  return years + part + { in: '', by: '前', since: '起', after: '后', before: '以前' }[relation]
}
