import { VERB } from '../word/adverb.ts'
import { SUPPOSED } from '../word/supposed.ts'
import { CONDITION, FRAME, SOMEBODY } from './clause-words.ts'
import { clausesOf, usedIn } from './cover.ts'
import { keepsFigures, keepsMovements } from './figure.ts'
import { hasAlternative, isMeans, limits } from './limit.ts'
import { isPaired, keepsLists, takesFiguresOnce } from './list.ts'
import { NAMED, NAMES } from './name.ts'
import { isLeading, isSilent, isWholly, survives } from './omission.ts'
import type { Reading } from './reading.ts'
import { isOwnSubject } from './subject.ts'
import { substitutes } from './substitution.ts'
import type { Statement, Wording } from './wording.ts'

/** What is measured, at the end of words, and how a figure is told of it. */
const MEASURE = /(?:比例|比重|[率额量值数]|收入|支出|面积|规模|增速|浓度|里程|余额|产能|占)$/u
const MEASURED =
  /^(?:[#b升降达为占约超共均仍再不从由是居较比高低快慢优净]|其中|控制|保持|位居|排|实现|全部|继续|连续|突破|首次|稳|分别|年均|累计|总|接近|提前|基本)/u

/** How a figure moved, and nothing of what it is a figure of. */
const MOVEMENT = /^(?:[b升降增减多少高低快慢]|净|实际|名义|分别)+#.{0,2}$/u

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
  if (readings.some(({ wording, cover }) => substitutes(wording, cover, wordings))) return false
  if (!readings.every((reading) => keepsLists(reading, statement))) return false
  if (!readings.every((reading) => isBound(reading, wordings))) return false
  if (!readings.every((reading) => isMeasured(reading, wordings))) return false
  if (!readings.every((reading) => keepsMovements(reading, wordings))) return false
  if (!keepsSubjects(readings, wordings)) return false
  const latest = Math.max(...touched)
  if (latest < wordings.length - 1 && SUPPOSED.test(wordings[latest]?.letters ?? '')) return false
  for (const clause of touched) {
    const wording = wordings[clause]
    const own = used[clause]
    if (wording === undefined || own === undefined) return false
    // A condition of which only the subject is left is a condition left out.
    const rest = wording.letters.slice(own.lastIndexOf(true) + 1)
    const isCondition = CONDITION.test(wording.letters) || hasAlternative(clause, wordings)
    const isTornOff = rest.length > 2 && !rest.startsWith('或') && isCondition
    if (isTornOff && touched.some((kept) => kept > clause)) return false
    const isFrame = FRAME.test(lettersIn(wording, own)) && servesAsSubject(clause, readings)
    const kept = withModal(clause, used, wordings)
    if (!isFrame && !survives(wording, kept, servesAsSubject(clause, readings))) return false
    if (!hasItsSubject(clause, touched, readings[0], wordings)) return false
  }
  return !wordings.some(
    (wording, clause) => !touched.includes(clause) && limits(wording, clause, touched, wordings),
  )
}

const MODAL_HEAD = /^、?(?<modal>要|将|应|可|会|拟)(?:逐步)?/u

/** 政府会增加甲，并会逐步增加乙: a modal at the head of a clause that is said of an earlier one is said. */
function withModal(
  clause: number,
  used: readonly (readonly boolean[])[],
  wordings: readonly Wording[],
): readonly boolean[] {
  const own = used[clause] ?? []
  const [head = ''] = MODAL_HEAD.exec(wordings[clause]?.letters ?? '') ?? []
  const modal = MODAL_HEAD.exec(head)?.groups?.modal ?? ''
  if (head === '' || own.indexOf(true) !== head.length) return own
  const isSaid = wordings.slice(0, clause).some(({ letters }, earlier) => {
    const at = letters.indexOf(modal)
    return at !== -1 && used[earlier]?.[at] === true
  })
  return isSaid ? own.map((isUsed, at) => isUsed || at < head.length) : own
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
  // A part of a later clause in front of words of an earlier one takes their predicate, or makes them its object.
  const isTorn = places.some(({ clause }, at) => {
    const before = places[at - 1]?.clause ?? 0
    return clause < before && !isWholeButLight(own[before] ?? [], wordings[before])
  })
  if (isTorn) return false
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
  const words = wording === undefined ? '' : lettersIn(wording, own[clause] ?? [])
  if (wording === undefined || !startsWhole(clause, own, wordings, [])) return false
  if (FRAME.test(words)) return true
  // 加强演练，开展培训 is not 加强培训: a verb does not lead on to another's object, nor 增长5% to another's subject.
  if (isVerbOnly(words) || MOVEMENT.test(words)) return false
  // …的比例达到90%，完成培训40人: what is measured does nothing.
  const isPart = /^、?其中/u.test(wordings[last]?.letters ?? '')
  if (MEASURE.test(words) && !isPart && !MEASURED.test(bare(wordings[last]))) return false
  if (losesShare(wording, own[clause] ?? [], wordings[last])) return false
  const left = wording.letters.slice((own[clause] ?? []).lastIndexOf(true) + 1)
  if (last === clause + 1 && isMeans(left, wordings[last])) return false
  if (passesOver(wording, own[clause] ?? [], wordings[last], own[last] ?? [])) return false
  const between = wordings.slice(clause + 1, last).filter((_, at) => !touched.includes(clause + 1 + at))
  // 市区优良天数为318天，重污染天数2天: what is named goes with all that is told of it, up to the next name.
  const isNamed = NAMED.test(words) && ![...between, wordings[last]].some((other) => NAMES.test(bare(other)))
  if (isNamed) return true
  const isCondition = CONDITION.test(wording.letters)
  return (
    !between.some(isOwnSubject) &&
    (isCondition || !(isOwnSubject(wordings[last]) && SOMEBODY.test(wordings[last]?.letters ?? '')))
  )
}

/** 提取额占缴存额的70%，比上年增加3个百分点: it is the share that grew. */
function losesShare({ letters }: Wording, used: readonly boolean[], later: Wording | undefined): boolean {
  const isInPoints = later?.tokens.some(({ amount }) => amount?.unit === '个百分点') === true
  return isInPoints && [...letters].some((letter, at) => letter === '占' && used[at] !== true)
}

/** 建成5个，其中今年2个: no bare figure of a later clause takes the place of the one that is passed over. */
function passesOver(
  { tokens }: Wording,
  used: readonly boolean[],
  later: Wording | undefined,
  usedLater: readonly boolean[],
): boolean {
  const taken = later?.tokens.filter((_, at) => usedLater[at] === true) ?? []
  const units = taken.map(({ amount }) => amount?.unit)
  const isBareFigure = taken.every(({ kind }) => kind === 'amount' || kind === 'mark' || kind === 'time')
  return (
    isBareFigure &&
    tokens.some(({ amount }, at) => amount !== undefined && used[at] !== true && units.includes(amount.unit))
  )
}

function bare(wording: Wording | undefined): string {
  return wording?.letters.replace(/^[、h]+|^其中/u, '') ?? ''
}

function isVerbOnly(words: string): boolean {
  return words.length <= 4 && VERB.test(words)
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
  const [head = ''] = MODAL_HEAD.exec(wording.letters.slice(0, first)) ?? []
  const modal = MODAL_HEAD.exec(head)?.groups?.modal
  return (
    modal !== undefined &&
    head.length === first &&
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

function isWholeButLight(own: readonly boolean[], wording: Wording | undefined): boolean {
  return (
    wording?.tokens.every((_, at) => own[at] === true || isSilent({ start: at, end: at + 1 }, wording)) ===
    true
  )
}

function lettersIn({ letters }: Wording, used: readonly boolean[]): string {
  return [...letters].filter((_, at) => used[at] === true).join('')
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

/** A clause that leans on an earlier one is used with that one, or with nothing before it. */
function hasItsSubject(
  clause: number,
  touched: readonly number[],
  first: Reading | undefined,
  wordings: readonly Wording[],
): boolean {
  if (isOwnSubject(wordings[clause])) return true
  for (let earlier = clause - 1; earlier >= 0; earlier--)
    if (isOwnSubject(wordings[earlier]) && !hasAlternative(earlier, wordings))
      return touched.includes(earlier) || first?.cover.some((place) => place?.clause === clause) === true
  return true
}
