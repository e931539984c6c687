import type { Cover, Place } from './cover.ts'
import { isLightIn } from './light.ts'
import type { Reading } from './reading.ts'
import type { Token } from './token.ts'
import type { Wording } from './wording.ts'

const LEAST_LETTERS = 3
const LONGEST_VERB = 6
const MODAL = /[应可要将]/u
const COMPARED = /[快慢高低优大小多少早晚]于/u

/** Where words change places, each figure keeps its words with it, so that none is taken for another. */
export function keepsFigures(
  cover: Cover,
  clauses: readonly number[],
  wordings: readonly Wording[],
): boolean {
  const places = cover.filter((place) => place !== null)
  if (places.every((place, at) => isBehind(place, places[at - 1]))) return true
  if (isTurnedRound(cover, wordings) || isReversed(cover, wordings)) return false
  if (clauses.some((clause) => COMPARED.test(wordings[clause]?.letters ?? ''))) return false
  const units = clauses.flatMap(
    (clause) =>
      wordings[clause]?.tokens.flatMap(({ amount }) => (amount === undefined ? [] : [amount.unit])) ?? [],
  )
  // A figure that is the only one of its unit cannot be taken for another.
  const isRival = (unit: string) => units.filter((own) => own === unit).length > 1
  const isFigure = ({ clause, at }: Place) => isRival(wordings[clause]?.tokens[at]?.amount?.unit ?? '')
  const all = units.filter(isRival)
  if (all.length < 2) return true
  const figures = places.filter(isFigure)
  const isFromTo = clauses.some((clause) => /从.*到/u.test(wordings[clause]?.letters ?? ''))
  if (isFromTo && !figures.every((place, at) => isBehind(place, figures[at - 1]))) return false
  const loose = places.filter((place, at) => isFigure(place) && isLoose(places, at, wordings))
  return loose.length <= (clauses.length === 1 && figures.length === all.length ? 1 : 0)
}

const MOVED = /^[升降]$/u
/** What may stand between how a figure moved and the figure. */
const BETWEEN = /^[到了为约达成]$/u
const NEAR = 4

/** 完成投资312亿元、增长9.4% told as 投资增长312亿元: how something moved goes with the figure that says how far. */
export function keepsMovements({ cover, wording }: Reading, wordings: readonly Wording[]): boolean {
  return wording.tokens.every((token, index) => {
    if (!MOVED.test(token.keys[0] ?? '')) return true
    let next = index + 1
    while (isBetween(wording.tokens[next])) next++
    const [moved, figure] = [cover[index], cover[next]]
    if (wording.tokens[next]?.kind !== 'amount' || !moved || !figure) return true
    if (moved.clause !== figure.clause) return false
    const between = wordings[moved.clause]?.tokens.slice(moved.at + 1, figure.at) ?? []
    if (figure.at > moved.at) return between.length <= NEAR && between.every(({ kind }) => kind !== 'amount')
    return moved.at - figure.at <= 2 && wordings[moved.clause]?.letters[figure.at + 1] === '的'
  })
}

function isBetween(token: Token | undefined): boolean {
  return token?.kind === 'mark' ? token.keys[0] !== '、' : BETWEEN.test(token?.keys[0] ?? '')
}

function isBehind({ clause, at }: Place, before: Place | undefined): boolean {
  return before === undefined || clause > before.clause || (clause === before.clause && at > before.at)
}

/** Whether a figure was moved without the words around it. */
function isLoose(places: readonly Place[], index: number, wordings: readonly Wording[]): boolean {
  let from = index
  while (isNext(places[from - 1], places[from], wordings)) from--
  let to = index
  while (isNext(places[to], places[to + 1], wordings)) to++
  const run = places.slice(from, to + 1)
  const { clause } = run[0] ?? { clause: 0 }
  const tokens = wordings[clause]?.tokens ?? []
  const letters = run.filter(({ at }) => tokens[at]?.kind === 'letter')
  const taken = new Set(run.map(({ at }) => at))
  return letters.length < LEAST_LETTERS && !tokens.every((_, at) => taken.has(at) || isLightIn(tokens, at))
}

function isNext(a: Place | undefined, b: Place | undefined, wordings: readonly Wording[]): boolean {
  if (a === undefined || b === undefined || a.clause !== b.clause || b.at <= a.at) return false
  const tokens = wordings[a.clause]?.tokens ?? []
  for (let at = a.at + 1; at < b.at; at++)
    if (!isLightIn(tokens, at) || tokens[at]?.kind === 'mark') return false
  return true
}

/** Somebody, at the end of words. */
const BODY =
  /(?:人员?|者|机构|企业|单位|部门|[局委厅办院行]|政府|公司|学校|集体|社区|银行|[省市县区镇乡村])$/u

/** 吸纳困难人员的机构 told as 困难人员吸纳机构: whom a verb is done to in front of it, and who does it behind. */
function isReversed(cover: Cover, wordings: readonly Wording[]): boolean {
  const runs: { clause: number; start: number; end: number }[] = []
  for (const place of cover) {
    const last = runs.at(-1)
    if (place === null) continue
    if (last !== undefined && last.clause === place.clause && place.at === last.end + 1) last.end = place.at
    else runs.push({ clause: place.clause, start: place.at, end: place.at })
  }
  return runs.some((object, at) => {
    const [verb, agent] = [runs[at + 1], runs[at + 2]]
    if (verb === undefined || agent === undefined) return false
    const { letters = '', tokens = [] } = wordings[object.clause] ?? {}
    return (
      [verb, agent].every(({ clause }) => clause === object.clause) &&
      object.start > verb.end &&
      verb.end - verb.start < LONGEST_VERB &&
      object.start - verb.end <= 2 &&
      agent.start > object.end &&
      BODY.test(letters.slice(object.start, object.end + 1)) &&
      tokens[agent.start]?.kind === 'letter'
    )
  })
}

/** 主要材料齐全、次要材料欠缺 told as 次要材料齐全、主要材料欠缺: two things that change places round a third. */
function isTurnedRound(cover: Cover, wordings: readonly Wording[]): boolean {
  const heads: { place: Place; isListed: boolean }[] = []
  let last: Place | undefined
  for (const [index, place] of cover.entries()) {
    // 应 and 可 stand before or behind whom they oblige.
    if (place === null) continue
    if (MODAL.test(wordings[place.clause]?.letters[place.at] ?? '')) {
      if (last !== undefined && place.clause === last.clause && place.at === last.at + 1) last = place
      continue
    }
    if (last === undefined || place.clause !== last.clause || place.at < last.at || place.at > last.at + 2)
      heads.push({ place, isListed: index > 0 && cover[index - 1] === null })
    last = place
  }
  return heads.some(({ place }, at) => {
    const [second, third] = [heads[at + 1], heads[at + 2]]
    if (second === undefined || third === undefined) return false
    const isDown = isBehind(place, second.place) && isBehind(second.place, third.place)
    return isDown && !(second.isListed && third.isListed)
  })
}
