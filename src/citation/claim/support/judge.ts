import { VERB } from '../adverb.ts'
import { isDependent } from '../binding.ts'
import {
  CIRCUMSTANCE,
  CONDITION,
  EXCEPTION,
  FRAME,
  HEDGED,
  PROHIBITION,
  SOMEBODY,
  VERBAL,
} from './clause-words.ts'
import type { Cover } from './cover.ts'
import { keepsFigures } from './figure.ts'
import { isLeading, isSilent, survives, survivesWhole } from './omission.ts'
import type { Statement, Wording } from './wording.ts'

/** A clause of the claim and where its words stand. */
export interface Reading {
  /** Position among the clauses of the claim. */
  readonly clause: number
  readonly wording: Wording
  readonly cover: Cover
}

/** Whether the clauses of a claim that rest on one statement say together what the statement says. */
export function holdsTogether(readings: readonly Reading[], statement: Statement): boolean {
  const { wordings } = statement
  const used = wordings.map(({ tokens }, clause) =>
    usedIn(
      readings.map(({ cover }) => cover),
      clause,
      tokens.length,
    ),
  )
  const touched = used.flatMap((own, clause) => (own.includes(true) ? [clause] : []))
  if (!isPaired(statement, used) || !takesFiguresOnce(readings, wordings)) return false
  if (!readings.every((reading) => keepsLists(reading, statement))) return false
  if (!readings.every((reading) => isBound(reading, wordings))) return false
  if (!readings.every((reading) => isMeasured(reading, wordings))) return false
  if (!keepsSubjects(readings, wordings)) return false
  for (const clause of touched) {
    const wording = wordings[clause]
    const own = used[clause]
    if (wording === undefined || own === undefined) return false
    // A condition of which only the subject is left is a condition left out.
    const isTornOff = !own.slice(-3).includes(true) && CONDITION.test(wording.letters)
    if (isTornOff && touched.some((kept) => kept > clause)) return false
    const isFrame = FRAME.test(lettersIn(wording, own)) && servesAsSubject(clause, readings)
    if (!isFrame && !survives(wording, own, servesAsSubject(clause, readings))) return false
    if (!hasItsSubject(clause, touched, readings[0], wordings)) return false
  }
  return !wordings.some(
    (wording, clause) => !touched.includes(clause) && limits(wording, clause, touched, wordings),
  )
}

function usedIn(covers: readonly Cover[], clause: number, length: number): readonly boolean[] {
  const used = new Array<boolean>(length).fill(false)
  for (const cover of covers) for (const place of cover) if (place?.clause === clause) used[place.at] = true
  return used
}

/** Whether a later clause carries on with the subject of this one and nothing else of it. */
function servesAsSubject(clause: number, readings: readonly Reading[]): boolean {
  return readings.every(({ cover }) => {
    const clauses = cover.flatMap((place) => (place === null ? [] : [place.clause]))
    return !clauses.includes(clause) || Math.max(...clauses) > clause
  })
}

/** Subject and predicate from different clauses: the subject leads, and nobody else takes its place in between. */
function isBound({ cover }: Reading, wordings: readonly Wording[]): boolean {
  const places = cover.filter((place) => place !== null)
  const clauses = [...new Set(places.map(({ clause }) => clause))].sort((a, b) => a - b)
  if (!keepsFigures(cover, clauses, wordings)) return false
  if (clauses.length < 2) return true
  const own = wordings.map(({ tokens }, clause) => usedIn([cover], clause, tokens.length))
  const last = clauses.at(-1) ?? 0
  const isEnded = startsWhole(last, own, wordings, clauses) && endsWhole(own[last] ?? [], wordings[last])
  if (!isEnded) return clauses.every((clause) => isWholly(own[clause] ?? [], wordings[clause]))
  return clauses.slice(0, -1).every((clause) => leadsOn(clause, last, own, clauses, wordings))
}

/** Whether what is used of a clause is a subject, or a frame, that still holds for the last clause used. */
function leadsOn(
  clause: number,
  last: number,
  own: readonly (readonly boolean[])[],
  touched: readonly number[],
  wordings: readonly Wording[],
): boolean {
  const wording = wordings[clause]
  if (wording === undefined || !startsWhole(clause, own, wordings, [])) return false
  if (FRAME.test(lettersIn(wording, own[clause] ?? []))) return true
  const between = wordings.slice(clause + 1, last).filter((_, at) => !touched.includes(clause + 1 + at))
  const isCondition = CONDITION.test(wording.letters)
  return (
    !between.some(isOwnSubject) &&
    (isCondition || !(isOwnSubject(wordings[last]) && SOMEBODY.test(wordings[last]?.letters ?? '')))
  )
}

/** Only silent words stand before what is used; a modal may be said once for two clauses. */
function startsWhole(
  clause: number,
  own: readonly (readonly boolean[])[],
  wordings: readonly Wording[],
  others: readonly number[],
): boolean {
  const wording = wordings[clause]
  const first = own[clause]?.indexOf(true) ?? -1
  if (wording === undefined || first === -1) return false
  if (isSilent({ start: 0, end: first }, wording) || isLeading(wording, first)) return true
  const modal = /^、?(?<modal>要|将|应|可|会|拟)(?:逐步)?$/u.exec(wording.letters.slice(0, first))?.groups
    ?.modal
  return (
    modal !== undefined &&
    others.some((other) => other < clause && wordings[other]?.letters.includes(modal) === true)
  )
}

function endsWhole(own: readonly boolean[], wording: Wording | undefined): boolean {
  const first = own.indexOf(true)
  return isWholly(
    own.map((isUsed, at) => isUsed || at < first),
    wording,
  )
}

function lettersIn({ letters }: Wording, used: readonly boolean[]): string {
  return [...letters].filter((_, at) => used[at] === true).join('')
}

function isWholly(used: readonly boolean[], wording: Wording | undefined): boolean {
  return wording !== undefined && survivesWhole(wording, used)
}

/** Whether a clause brings its own subject, rather than going on about the one before. */
export function isOwnSubject(wording: Wording | undefined): boolean {
  if (wording === undefined) return false
  const letters = wording.letters.replace(/^[、h]+/u, '').replace(/^其中(?=[^#、])/u, '')
  return (
    !CONDITION.test(letters) &&
    !isDependent({ letters: letters.replaceAll('#', '\uE000') }) &&
    !VERBAL.test(letters) &&
    !CIRCUMSTANCE.test(letters)
  )
}

/** Whether a clause only says how or when: it states nothing by itself. */
export function isCircumstance({ tokens, letters }: Wording): boolean {
  const words = letters.replace(/^[、h]+/u, '')
  return (
    !tokens.some(({ kind }) => kind === 'amount') &&
    (words.length < 3 || CIRCUMSTANCE.test(words) || CONDITION.test(words))
  )
}

/** A year before that only the claim names goes with a movement that is measured against nothing else. */
function isMeasured({ cover, wording }: Reading, wordings: readonly Wording[]): boolean {
  return wording.tokens.every((token, index) => {
    if (token.kind !== 'base' || cover[index] !== null) return true
    const next = cover.slice(index + 1).find((place) => place !== null)
    if (next === undefined) return false
    const { tokens, letters } = wordings[next.clause] ?? { tokens: [], letters: '' }
    return /[升降多少高低快慢]/u.test(letters[next.at] ?? '') && !tokens.some(({ kind }) => kind === 'base')
  })
}

/** Surely so: it does not begin like a verb either. */
export function isNewSubject(wording: Wording | undefined): boolean {
  return isOwnSubject(wording) && !VERB.test(wording?.letters.replace(/^[、h]+/u, '') ?? '')
}

/** Of a list of pairs one member is taken with its figure, and nothing of the others but what all share. */
function isPaired({ pair }: Statement, used: readonly (readonly boolean[])[]): boolean {
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
function keepsLists({ cover }: Reading, { wordings, pair }: Statement): boolean {
  return wordings.every((wording, clause) => {
    const own = usedIn([cover], clause, wording.tokens.length)
    const figures = wording.tokens.flatMap(({ kind }, at) => (kind === 'amount' ? [at] : []))
    const taken = figures.filter((at) => own[at] === true)
    if (taken.length === 0) return true
    if (pair === undefined && figures.length > 1 && /分别|依次/u.test(wording.letters))
      return isWholly(own, wording) && isInOrder(cover, clause)
    const first = own.indexOf(true)
    const last = taken.at(-1) ?? 0
    return figures.every((at) => own[at] === true || at < first || at > last)
  })
}

/** No figure serves two clauses of the claim, and one in points goes with the share it speaks of. */
function takesFiguresOnce(readings: readonly Reading[], wordings: readonly Wording[]): boolean {
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

/** A clause that leans on an earlier one comes in the claim behind the same subject. */
function keepsSubjects(readings: readonly Reading[], wordings: readonly Wording[]): boolean {
  return readings.every(({ cover }, number) => {
    const touched = clausesOf(cover)
    const clause = Math.max(...touched)
    if (touched.some((own) => isOwnSubject(wordings[own]))) return true
    const antecedent = wordings.findLastIndex((wording, at) => at < clause && isOwnSubject(wording))
    const before = readings
      .slice(0, number)
      .findLast((other) => clausesOf(other.cover).some((own) => isOwnSubject(wordings[own])))
    return antecedent === -1 || before === undefined || clausesOf(before.cover).includes(antecedent)
  })
}

function clausesOf(cover: Cover): readonly number[] {
  return [...new Set(cover.flatMap((place) => place?.clause ?? []))]
}

/** A clause that leans on an earlier one is used with that one, or with nothing before it. */
function hasItsSubject(
  clause: number,
  touched: readonly number[],
  first: Reading | undefined,
  wordings: readonly Wording[],
): boolean {
  if (isOwnSubject(wordings[clause])) return true
  for (let earlier = clause - 1; earlier >= 0; earlier--)
    if (isOwnSubject(wordings[earlier]))
      return touched.includes(earlier) || first?.cover.some((place) => place?.clause === clause) === true
  return true
}

/** An approval given in the past, or one for a permission behind which another subject stands, limits no more. */
function isBeyond(letters: string, clause: number, kept: number, wordings: readonly Wording[]): boolean {
  if (!/^经.*(?:批准|同意|审核|核实)后?的?$/u.test(letters)) return false
  const told = wordings[kept]
  const permitted = wordings.slice(clause + 1, kept).some((own) => /可/u.test(own.letters))
  return permitted ? isNewSubject(told) : !/[可应]|不得|允许/u.test(told?.letters ?? '可')
}

/** Whether a clause that was left out limits one that was kept. */
function limits(
  left: Wording,
  clause: number,
  touched: readonly number[],
  wordings: readonly Wording[],
): boolean {
  const letters = left.letters
  if (
    EXCEPTION.test(letters) &&
    (touched.includes(clause - 1) || (/除外$/u.test(letters) && touched.some((kept) => kept < clause)))
  )
    return true
  const behind = touched.filter((kept) => kept > clause)
  if (CONDITION.test(letters)) return behind.some((kept) => !isBeyond(letters, clause, kept, wordings))
  const isFrame = HEDGED.exec(letters)
  if (
    isFrame !== null &&
    (isFrame[0].length === letters.length ||
      behind.some(
        (kept) => !isOwnSubject(wordings[kept]) && !/^(?:原则上|不)/u.test(wordings[kept]?.letters ?? ''),
      ))
  )
    return behind.length > 0
  if (PROHIBITION.test(letters))
    return behind.some((kept) => !/[不应可#]|鼓励|支持|允许/u.test(wordings[kept]?.letters ?? ''))
  return false
}
