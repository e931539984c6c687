import { type Calendar, isTimeWithin, type Time } from '../word/time.ts'
import type { Cover } from './cover.ts'
import type { Statement, Wording } from './wording.ts'

/** Whether the times the claim names hold for the clauses of the original that it uses. */
export function agreeInTime(
  { times }: Wording,
  cover: Cover,
  { wordings, carried }: Statement,
  { ownYear, thisYear }: Calendar,
  isDated: boolean,
): boolean {
  const used = new Set(cover.flatMap((place) => place?.clause ?? []))
  const named = [...used].flatMap((clause) => wordings[clause]?.times ?? [])
  const isLost = (time: Time) => time.isBare === true && !times.some((claimed) => isSame(claimed, time))
  if (named.some(isLost)) return false
  // 工程于2018年完成，控制了…: a time named earlier in the sentence comes before one of another sentence.
  const earlier = wordings.slice(0, Math.max(...used)).flatMap(({ times: others }) => others)
  const own = named.length > 0 ? named : earlier.slice(-1)
  // A figure of a report is of the time named before it; a sentence without any may be of all time.
  const isFigured = [...used].some((clause) => wordings[clause]?.tokens.some(({ kind }) => kind === 'amount'))
  const stated = own.length > 0 ? own : isFigured ? carried : []
  const year = ownYear ?? thisYear
  // An aim for another year (到2025年) must not be told as if it were reached.
  if (!isDated && ownYear !== null && own.length > 0)
    return own.some(
      ({ from, to, relation }) => (from <= ownYear && ownYear <= to) || (relation !== 'by' && to <= ownYear),
    )
  return times.every((time) => {
    if (stated.length > 0) return stated.some((original) => isSame(time, original))
    return (
      ownYear !== null && time.from === year && time.to === year && (time.part === '' || time.part === '底')
    )
  })
}

/** 到2025年 and 2025年 name one aim. */
function isSame(claimed: Time, original: Time): boolean {
  const isLoose = [claimed, original].every(({ relation }) => relation === 'in' || relation === 'by')
  return isTimeWithin(isLoose ? { ...claimed, relation: original.relation } : claimed, original)
}
