import type { Range } from '../../../corpus/index.ts'
import { bracketsBack, takenBackBy, takesBackEarlier, takesBackSome } from '../../../text/index.ts'
import { type PreparedEvidence, pairsOf } from '../clause/evidence.ts'
import type { BoundClause, Segment } from '../clause/segment.ts'
import { homesOf } from '../clause/source.ts'
import { entityIn, isNobodys } from '../clause/topic.ts'
import { rewritten } from '../support/rewrite.ts'
import { sectionsOf } from '../support/section.ts'
import { claimView } from '../word/fold.ts'
import { saysOtherwise } from './contrary.ts'
import { isUnderLimit } from './head.ts'
import { isCrossedOut, isLeftOpen, isOnlyMentioned } from './mention.ts'
import { isConditional, isHearsay, isProviso } from './not-plain.ts'
import { type Line, linesOf, type Setting, settingAt } from './setting.ts'
import { keepsPeriod, keepsYear } from './standing-year.ts'

/** What around a sentence of a text keeps it from being told alone, as a plain statement. */
export type StandingFault = 'year' | 'head' | 'withdrawn' | 'hearsay' | 'condition' | 'place' | 'order'

/** A claim as it is held against the surroundings of what it rests on. */
interface Told {
  readonly view: string
  readonly pairs: ReadonlySet<string>
  readonly isQuoted: boolean
}

/** A sentence that a claim rests on, with the clauses of it that the claim tells. */
interface Ground {
  readonly segment: Segment
  readonly used: readonly BoundClause[]
  readonly setting: Setting
}

/** Share of a clause's pairs of letters that a claim must have to tell it. */
const LEAST_TOLD = 0.6
/** A label or heading that only names who or where. */
const NAME =
  /^(?!各|全|主要|重点|有关|相关)[\p{Script=Han}]{2,16}?(?:街道|办事处|[镇乡村县区市省州旗]|社区|园区|[局委办院厅]|医院|中心|学校|大学|中学|小学|公司|集团|卫生[院所室站]|服务站|新区)$/u
/** What behind it may be told of those learnt from. */
const LESSON = /(?:学习|借鉴|参照|参考|对标)[^,。]{2,16}(?:经验|做法|模式)。?$/u
const NAMING_VERB = /^(?:建|办|创|打造|推|加|做|强|深|完善|健|提|优|落|开|实|抓|构|支|培|发|改|扩|新建|整)/u

const known = new WeakMap<PreparedEvidence, readonly Line[]>()

/** Why a claim must not be told by the ranges of a text that say it; undefined when nothing around them keeps it back. */
export function standingFault(
  claim: string,
  ranges: readonly Range[],
  isQuoted: boolean,
  whole: PreparedEvidence,
): StandingFault | undefined {
  const view = claimView(claim)
  const stretches = ranges.map(({ start, end }) => whole.view.slice(start, end)).join('\n')
  const before = whole.view.slice(0, Math.max(0, ...ranges.map(({ end }) => end)))
  if (ranges.some((range) => isCrossedOut(range, whole.view))) return 'hearsay'
  if (isQuoted && ranges.some((range) => isOnlyMentioned(range, whole.view))) return 'hearsay'
  if (!isQuoted && saysOtherwise(view, stretches, before)) return 'order'
  const told: Told = { view, pairs: pairsIn(view), isQuoted }
  const sections = sectionsOf(whole)
  // A volume of several documents: each stands under its own title only.
  const own = Map.groupBy(ranges, (range) => sections.findLast(({ start }) => start <= range.start))
  for (const [section, within] of own) {
    const { prepared, start } = section ?? { prepared: whole, start: 0 }
    const places = within.map((range) => ({ start: range.start - start, end: range.end - start }))
    const fault = faultIn(places, told, prepared)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultIn(
  ranges: readonly Range[],
  told: Told,
  prepared: PreparedEvidence,
): StandingFault | undefined {
  const grounds = ranges.flatMap((range) => groundsIn(range, told, prepared))
  for (const ground of grounds) {
    const taken = withdrawn(ground, told, prepared)
    if (taken !== undefined) return taken
    if (isUnderLimit(ground.setting, told.view, prepared.titleView)) return 'head'
    const place = placed(ground, told, prepared)
    if (place !== undefined) return place
  }
  const isKept = keepsPeriod(told.view, grounds) && keepsYear(told.view, told.isQuoted, grounds, prepared)
  return isKept ? undefined : 'year'
}

function groundsIn(range: Range, told: Told, prepared: PreparedEvidence): readonly Ground[] {
  const lines = known.get(prepared) ?? linesOf(prepared.view, prepared.evidence.above)
  known.set(prepared, lines)
  const touched = prepared.segments.filter(({ start, end }) => start < range.end && range.start < end)
  const grounds = touched.flatMap((segment) => {
    const used = told.isQuoted
      ? segment.clauses.filter(({ start, end }) => start < range.end && range.start < end)
      : segment.clauses.filter(({ words }) => isTold(words, told))
    const [first] = used
    return first === undefined
      ? []
      : [{ segment, used, setting: settingAt(prepared.view, startOf(first), lines) }]
  })
  if (grounds.length > 0) return grounds
  return touched.map((segment) => ({
    segment,
    used: segment.clauses,
    setting: settingAt(prepared.view, segment.clauses[0]?.start ?? segment.start, lines),
  }))
}

function startOf({ start, words }: BoundClause): number {
  return start + (/^\s*/u.exec(words)?.[0].length ?? 0)
}

function pairsIn(words: string): ReadonlySet<string> {
  return pairsOf(rewritten(words.replace(/\([^()]*\)/gu, '')).replace(/[^\p{L}\d]/gu, ''))
}

function isTold(words: string, { pairs }: Told): boolean {
  const own = [...pairsIn(words)]
  return own.filter((pair) => pairs.has(pair)).length >= LEAST_TOLD * own.length
}

/** What the text takes back, or does not say itself. */
function withdrawn(
  { segment, used, setting }: Ground,
  told: Told,
  { view }: PreparedEvidence,
): StandingFault | undefined {
  const [first, last] = [used[0]?.order ?? 0, used.at(-1)?.order ?? 0]
  const left = segment.clauses.filter(({ words }) => !isTold(words, told))
  if (left.some(({ order, words }) => order > first && takesBackEarlier(words))) return 'withdrawn'
  if (used.some(({ words }) => isBracketed(words, told))) return 'withdrawn'
  const [next] = setting.behind
  if (next !== undefined && !isTold(next, told) && takenBackBy(next) !== null) return 'withdrawn'
  if (
    [...setting.behind, ...setting.later].some(
      (sentence) => takenBackBy(sentence) === 'all' || takesBackSome(sentence),
    )
  )
    return 'withdrawn'
  const before = left.filter(({ order }) => order < last)
  if (before.some(({ words }) => isHearsay(words))) return 'hearsay'
  const isOpen = isLeftOpen(
    view.slice(segment.start, segment.end),
    used.map(({ words }) => words),
    left.length === 0,
    told.view,
  )
  const isLimited =
    isOpen ||
    before.some(({ words }) => isConditional(words)) ||
    left.some(({ order, words }) => order > first && isProviso(words))
  return isLimited ? 'condition' : undefined
}

function isBracketed(words: string, { view }: Told): boolean {
  const inside = bracketsBack(words)
  return inside !== undefined && !view.includes(inside)
}

/** Whether a sentence whose subject stands in front of it is told of another. */
function placed(ground: Ground, told: Told, prepared: PreparedEvidence): StandingFault | undefined {
  if (told.isQuoted) return undefined
  const { segment, used, setting } = ground
  const names = setting.heads.flatMap((head) => nameIn(head, prepared) ?? [])
  if (names.some((name) => !isNamed(name, told))) return 'place'
  const [first] = used
  const [lesson = ''] = setting.before
  if (LESSON.test(lesson) && first !== undefined && first.order === segment.clauses[0]?.order)
    return told.view.includes('经验') ? undefined : 'place'
  if (first === undefined || !isNobodys(first, prepared)) return undefined
  const before = segment.clauses.filter(({ order }) => order < first.order)
  const subject = before.map((clause) => entityIn(clause, prepared)).findLast((name) => name !== undefined)
  return subject !== undefined && !isNamed(subject, told) ? 'place' : undefined
}

function nameIn(head: string, prepared: PreparedEvidence): string | undefined {
  const words = head
    .replace(/[:\s]/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/\([^()]*\)/gu, '')
  if (!NAME.test(words) || NAMING_VERB.test(words) || homesOf(prepared).includes(words)) return undefined
  return prepared.titleView.includes(words) ? undefined : words
}

function isNamed(name: string, { view }: Told): boolean {
  return (
    view.includes(name) ||
    (name.length > 3 && view.includes(name.slice(0, -1))) ||
    view.includes(name.slice(0, 3))
  )
}
