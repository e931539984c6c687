import { isLightIn, isRoleIn, isSpokenIn } from './light.ts'
import type { Statement, Wording } from './wording.ts'

/** Where a token of the claim stands in a statement. */
export interface Place {
  readonly clause: number
  readonly at: number
}

/** For each token of the claim's clause its place; null where it says nothing of its own. */
export type Cover = readonly (Place | null)[]

interface Step {
  readonly cost: number
  readonly place: Place | null
  /** Last place that was taken. */
  readonly last: Place | null
  readonly run: number
  readonly from: Step | null
}

const BEAM = 48
const MOST_COVERS = 12
const SKIP = 0.1
const JUMP = 1
const BACKWARD = 0.4
const OTHER_CLAUSE = 0.3

/** What of the claim may be without a place. */
interface Given {
  /** How many tokens at the head: names the title gives. */
  readonly free: number
  /** Tokens that only repeat what the title says the whole text is about. */
  readonly titled: readonly boolean[]
  /** What the year before is called: 下降3% is said of it too, behind 比上年增长5%. */
  readonly yearBefore: readonly string[]
}

/** Ways to find all tokens of a clause in one statement, in as few pieces as possible. */
export function coversIn(
  { tokens }: Wording,
  statement: Statement,
  { free, titled, yearBefore }: Given,
): readonly Cover[] {
  const { wordings, isYearly } = statement
  const places = placesIn(statement)
  let steps: readonly Step[] = [{ cost: 0, place: null, last: null, run: 2, from: null }]
  for (const [index, token] of tokens.entries()) {
    const candidates = token.keys.flatMap((key) => places.get(key) ?? [])
    const next: Step[] = []
    const isInside = token.kind === 'home' && tokens.slice(0, index).some(({ kind }) => kind === 'letter')
    const isGiven = isYearly && token.kind === 'base' && token.keys.some((key) => yearBefore.includes(key))
    const mayBeFree =
      index < free ||
      titled[index] === true ||
      isGiven ||
      (!isInside && !isRoleIn(tokens, index) && (isLightIn(tokens, index) || isSpokenIn(tokens, index)))
    for (const step of steps) {
      if (mayBeFree) next.push({ ...step, cost: step.cost + SKIP, place: null, from: step })
      for (const place of candidates) {
        const cost = moveCost(step.last, place, wordings)
        if (cost > 0 && step.run < 2 && !mayLeave(step.last, place, wordings)) continue
        next.push({
          cost: step.cost + cost,
          place,
          last: place,
          run: cost === 0 ? step.run + 1 : 1,
          from: step,
        })
      }
    }
    steps = pruned(next)
    if (steps.length === 0) return []
  }
  const ended = steps.filter(({ run, last }) => last !== null && (run >= 2 || standsAlone(last, wordings)))
  return ended.map(coverOf).filter(isOnce).slice(0, MOST_COVERS)
}

/** No word of the original serves twice. */
function isOnce(cover: Cover): boolean {
  const places = cover.flatMap((place) => (place === null ? [] : [`${place.clause}:${place.at}`]))
  return new Set(places).size === places.length
}

/** A single letter is found everywhere; a figure or a word that rules its clause is not. */
function standsAlone({ clause, at }: Place, wordings: readonly Wording[]): boolean {
  const token = wordings[clause]?.tokens[at]
  return token !== undefined && (token.kind !== 'letter' || /[应可升降将拟约要会]/u.test(token.keys[0] ?? ''))
}

/** A word of one letter is left for one close behind it: 经本人申请, as 经申请. */
function mayLeave(last: Place | null, { clause, at }: Place, wordings: readonly Wording[]): boolean {
  if (last === null || standsAlone(last, wordings)) return true
  return clause === last.clause && at > last.at && at - last.at <= 4
}

function moveCost(last: Place | null, place: Place, wordings: readonly Wording[]): number {
  if (last === null) return JUMP
  const { clause, at } = place
  if (clause === last.clause && at > last.at) {
    const between = wordings[clause]?.tokens ?? []
    let next = last.at + 1
    while (next < at && isLightIn(between, next)) next++
    return next === at ? 0 : JUMP
  }
  if (clause === last.clause) return JUMP + BACKWARD
  return JUMP + OTHER_CLAUSE + (clause < last.clause ? BACKWARD : 0)
}

function pruned(steps: Step[]): readonly Step[] {
  steps.sort((a, b) => a.cost - b.cost)
  const kept: Step[] = []
  const seen = new Map<string, number>()
  for (const step of steps) {
    const key = `${step.last?.clause}:${step.last?.at}`
    const count = seen.get(key) ?? 0
    if (count >= 3) continue
    seen.set(key, count + 1)
    kept.push(step)
    if (kept.length >= BEAM) break
  }
  return kept
}

const known = new WeakMap<Statement, ReadonlyMap<string, readonly Place[]>>()

/** Where each key stands in a statement. */
export function placesIn(statement: Statement): ReadonlyMap<string, readonly Place[]> {
  const cached = known.get(statement)
  if (cached !== undefined) return cached
  const places = new Map<string, Place[]>()
  for (const [clause, { tokens }] of statement.wordings.entries())
    for (const [at, { keys }] of tokens.entries())
      for (const key of keys) {
        const own = places.get(key)
        if (own === undefined) places.set(key, [{ clause, at }])
        else own.push({ clause, at })
      }
  known.set(statement, places)
  return places
}

function coverOf(step: Step): Cover {
  const places: (Place | null)[] = []
  for (let at: Step | null = step; at?.from; at = at.from) places.unshift(at.place)
  return places
}

/** Which tokens of a clause of the original serve. */
export function usedIn(covers: readonly Cover[], clause: number, length: number): readonly boolean[] {
  const used = new Array<boolean>(length).fill(false)
  for (const cover of covers) for (const place of cover) if (place?.clause === clause) used[place.at] = true
  return used
}

/** The clauses of the original that words are taken from. */
export function clausesOf(cover: Cover): readonly number[] {
  return [...new Set(cover.flatMap((place) => place?.clause ?? []))]
}
