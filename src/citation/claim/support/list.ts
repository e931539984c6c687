import { type Cover, clausesOf, usedIn } from './cover.ts'
import { isOrigin, isOwnCounted, isWholly } from './omission.ts'
import type { Reading } from './reading.ts'
import { isOwnSubject } from './subject.ts'
import type { Statement, Wording } from './wording.ts'

/** Of a list of pairs one member is taken with its figure, and nothing of the others but what all share. */
export function isPaired({ pair }: Statement, used: readonly (readonly boolean[])[]): boolean {
  if (pair === undefined) return true
  const own = used[pair.clause] ?? []
  if (!own.includes(true)) return false
  const last = pair.members.length - 1
  return pair.members.every(({ start, end }, number) => {
    const isSharing = number === 0 || number === last
    if (number === pair.number) return own[number === 0 ? end - 1 : start] === true
    if (!isSharing) return !own.slice(start, end).includes(true)
    return own[number === 0 ? end - 1 : start] !== true
  })
}

/** No figure of a list is passed over for the next, and a list of pairs is taken whole or by its members. */
export function keepsLists({ cover }: Reading, { wordings, pair }: Statement): boolean {
  return wordings.every((wording, clause) => {
    const own = usedIn([cover], clause, wording.tokens.length)
    const figures = wording.tokens.flatMap(({ kind }, at) => (kind === 'amount' ? [at] : []))
    const taken = figures.filter((at) => own[at] === true)
    if (taken.length === 0) return true
    if (pair === undefined && figures.length > 1 && /分别|依次/u.test(wording.letters))
      return isWholly(own, wording) && isInOrder(cover, clause)
    const first = own.indexOf(true)
    const last = taken.at(-1) ?? 0
    const isPassed = (at: number) => {
      const start = own.lastIndexOf(true, at) + 1
      const gap = { start, end: own.indexOf(true, at) }
      return isOwnCounted(gap, wording, own) || isOrigin(gap, wording)
    }
    return figures.every((at) => own[at] === true || at < first || at > last || isPassed(at))
  })
}

/** No figure serves two clauses of the claim, and one in points goes with the share it speaks of. */
export function takesFiguresOnce(readings: readonly Reading[], wordings: readonly Wording[]): boolean {
  const taken = new Set<string>()
  return readings.every(({ cover }, number) =>
    cover.every((place) => {
      const token = place === null ? undefined : wordings[place.clause]?.tokens[place.at]
      if (place === null || token?.kind !== 'amount') return true
      const name = `${place.clause}:${place.at}`
      if (taken.has(name)) return false
      taken.add(name)
      const isFollowing = token.amount?.unit === '个百分点' && !isOwnSubject(wordings[place.clause])
      const near = [
        ...clausesOf(cover),
        ...(number === 0 ? [] : clausesOf(readings[number - 1]?.cover ?? [])),
      ]
      return (
        !isFollowing || (number === 0 && clausesOf(cover).length === 1) || near.includes(place.clause - 1)
      )
    }),
  )
}

function isInOrder(cover: Cover, clause: number): boolean {
  const places = cover.flatMap((place) => (place?.clause === clause ? [place.at] : []))
  return places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0))
}
