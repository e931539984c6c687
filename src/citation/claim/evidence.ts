import { sentencesIn } from '../../text/index.ts'
import { foldedView } from './fold.ts'
import { connectiveLength } from './lexicon.ts'
import type { Calendar } from './time.ts'
import { type Clause, clauseOf } from './token.ts'

/** An original text, or a stretch of one, that a claim may rest on. */
export interface Evidence {
  readonly title: string
  readonly text: string
  /** Name of the place whose document it is; read from the title when absent. */
  readonly jurisdiction?: string | null
  /** The years the document is for; read from the title when absent. */
  readonly years?: readonly [number, number] | null
}

/** Clauses up to the next 。； or line break. `sentence` counts full stops. */
export interface Segment {
  readonly sentence: number
  readonly clauses: readonly BoundClause[]
  readonly start: number
  readonly end: number
}

/** A clause with what holds for it from its surroundings. */
export interface BoundClause extends Clause {
  /** Position among all clauses of the text, and of its segment among all segments. */
  readonly order: number
  readonly segment: number
  /** The times that govern the clause: its own, else those at the head of its sentence. */
  readonly governing: Clause['times']
  /** The segment where these times are named. */
  readonly governedFrom: number
}

/** A text taken apart once, to be asked about many times. */
export interface PreparedEvidence {
  readonly evidence: Evidence
  readonly view: string
  readonly titleView: string
  readonly jurisdictions: readonly string[]
  readonly calendar: Calendar
  readonly segments: readonly Segment[]
  readonly clauses: readonly BoundClause[]
  /** Clauses by the pairs of letters they hold. */
  readonly byPair: ReadonlyMap<string, readonly number[]>
}

const PLACE = /[\p{Script=Han}]{2,8}?(?:省|自治区|市|自治州|州|县|区|旗|盟)/uy

export function prepareEvidence(evidence: Evidence): PreparedEvidence {
  const view = foldedView(evidence.text)
  const titleView = foldedView(evidence.title).replace(/[《》"'“”\s]/gu, '')
  const calendar = calendarOf(evidence, titleView, view)
  const segments = segmentsOf(view, calendar)
  const clauses = segments.flatMap((segment) => segment.clauses)
  return {
    evidence,
    view,
    titleView,
    jurisdictions: placesOf(evidence, titleView),
    calendar,
    segments,
    clauses,
    byPair: indexPairs(clauses),
  }
}

const LOOKS_BACK = /工作回顾|工作总结|过去一年|一年来|过去五年/u

/** Of a document for one year; a document for several has no year to go by. */
function calendarOf({ years }: Evidence, title: string, view: string): Calendar {
  const named =
    years ?? [...title.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/gu)].map((match) => Number(match[1]))
  const thisYear = new Set(named).size === 1 ? (named[0] ?? null) : null
  return { thisYear, ownYear: /报告|总结/u.test(title) || LOOKS_BACK.test(view) ? null : thisYear }
}

function placesOf({ jurisdiction }: Evidence, title: string): readonly string[] {
  if (jurisdiction) return [foldedView(jurisdiction)]
  const places: string[] = []
  const head = title.replace(/^(?:关于|印发|中共|[\d年度—-])*/u, '')
  PLACE.lastIndex = 0
  for (let match = PLACE.exec(head); match !== null; match = PLACE.exec(head)) places.push(match[0])
  return places.filter((place) => !/^(?:全|我|本|各|年|度|高新|经济)/u.test(place))
}

/** Sentences of a text as segments of clauses. Times at the head of a sentence reach over its semicolons. */
export function segmentsOf(view: string, calendar: Calendar): readonly Segment[] {
  const segments: Segment[] = []
  let order = 0
  let governing: Clause['times'] = []
  let governedFrom = 0
  let sentence = 0
  for (const { start, end } of sentencesIn(view, { start: 0, end: view.length })) {
    const clauses: BoundClause[] = []
    let trailing: Clause['times'] = []
    for (const range of clauseRanges(view, start, end)) {
      const clause = clauseOf(view, range.start, range.end, calendar)
      if (clause.times.length > 0 && isAtHead(clause)) {
        governing = clause.times
        governedFrom = segments.length
      }
      // 到2025年, alone is no clause: it says when the following hold.
      const isOnlyTime = connectiveLength(clause.letters) === clause.letters.length
      trailing = isOnlyTime ? clause.times : []
      if (isOnlyTime) continue
      const own = clause.times.length > 0 ? clause.times : governing
      clauses.push({
        ...clause,
        order: order++,
        segment: segments.length,
        governing: own,
        governedFrom: own === governing ? governedFrom : segments.length,
      })
    }
    const dated = clauses.map((clause) =>
      clause.governing.length === 0 ? { ...clause, governing: trailing } : clause,
    )
    if (dated.length > 0) segments.push({ sentence, clauses: dated, start, end })
    if (/;["”’」』)》]*$/u.test(view.slice(start, end))) continue
    sentence++
    governing = []
  }
  return segments
}

const BEFORE_TIME = /^(?:力争|争取|预计|同时|并|其中|,|\s)*/u

function isAtHead({ times, words }: Clause): boolean {
  return (times[0]?.start ?? 0) <= (BEFORE_TIME.exec(words)?.[0].length ?? 0)
}

/** Clauses end at commas and colons outside of brackets. */
function clauseRanges(view: string, start: number, end: number): readonly { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let from = start
  let depth = 0
  for (let at = start; at < end; at++) {
    const character = view[at] ?? ''
    if (/[(《〔【「『“]/u.test(character)) depth++
    else if (/[)》〕】」』”]/u.test(character)) depth = Math.max(0, depth - 1)
    const isMark =
      /[,:，：]/u.test(character) && !(/\d/u.test(view[at - 1] ?? '') && /\d/u.test(view[at + 1] ?? ''))
    if (depth > 0 || !isMark) continue
    ranges.push({ start: from, end: at })
    from = at + 1
  }
  ranges.push({ start: from, end })
  return ranges.filter((range) => range.end > range.start)
}

/** The distinct neighbouring letters of a clause; its single letter when it has no more. */
export function pairsOf(letters: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2))
  return pairs.size > 0 ? pairs : new Set([letters])
}

function indexPairs(clauses: readonly Clause[]): ReadonlyMap<string, readonly number[]> {
  const byPair = new Map<string, number[]>()
  for (const [index, { letters }] of clauses.entries())
    for (const pair of pairsOf(letters)) {
      const known = byPair.get(pair)
      if (known === undefined) byPair.set(pair, [index])
      else known.push(index)
    }
  return byPair
}
