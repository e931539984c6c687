import type { Range } from '../../../corpus/index.ts'
import { foldedView } from '../word/fold.ts'
import { type Calendar, yearNamed } from '../word/time.ts'
import type { Clause } from '../word/token.ts'
import { derivedClauses } from './derived.ts'
import { type BoundClause, type Segment, segmentsOf } from './segment.ts'

/** An original text, or a stretch of one, that a claim may rest on. */
export interface Evidence {
  readonly title: string
  readonly text: string
  /** Name of the place whose document it is; read from the title when absent. */
  readonly jurisdiction?: string | null
  /** The years the document is for; read from the title when absent. */
  readonly years?: readonly [number, number] | null
  /** Of a stretch: the headings and list heads of the whole text that it stands under, outermost first. */
  readonly above?: readonly string[]
}

/** A text taken apart once, to be asked about many times. */
export interface PreparedEvidence {
  readonly evidence: Evidence
  readonly view: string
  readonly titleView: string
  readonly jurisdictions: readonly string[]
  readonly calendar: Calendar
  readonly segments: readonly Segment[]
  /** As written, and with what they carry from earlier ones. */
  readonly clauses: readonly BoundClause[]
  /** Clauses by the pairs of letters they hold. */
  readonly byPair: ReadonlyMap<string, readonly number[]>
  /** Of a stretch of a text: nothing outside of it is read. */
  readonly isPart?: boolean
}

const PLACE = /[\p{Script=Han}]{2,8}?(?:省|自治区|市|自治州|州|县|区|旗|盟)/uy

export function prepareEvidence(evidence: Evidence): PreparedEvidence {
  const view = foldedView(evidence.text)
  const titleView = foldedView(evidence.title).replace(/[《》"'“”\s]/gu, '')
  const calendar = calendarOf(evidence, titleView, view)
  const segments = segmentsOf(view, calendar)
  const clauses = segments.flatMap((segment) => [...segment.clauses, ...derivedClauses(segment, calendar)])
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

/** A stretch of a text: its own clauses in the setting of the whole. */
export function stretchOf(prepared: PreparedEvidence, { start, end }: Range): PreparedEvidence {
  return keeping(prepared, (clause) => start <= clause.start && clause.end <= end)
}

/** A text without the clauses of some stretches. */
export function without(prepared: PreparedEvidence, stretches: readonly Range[]): PreparedEvidence {
  return keeping(prepared, (clause) =>
    stretches.every(({ start, end }) => clause.end <= start || end <= clause.start),
  )
}

function keeping(prepared: PreparedEvidence, isKept: (clause: BoundClause) => boolean): PreparedEvidence {
  const segments = prepared.segments.map((segment) => ({
    ...segment,
    clauses: segment.clauses.filter(isKept),
  }))
  const clauses = segments.flatMap((segment) => [
    ...segment.clauses,
    ...derivedClauses(segment, prepared.calendar),
  ])
  return { ...prepared, segments, clauses, byPair: indexPairs(clauses), isPart: true }
}

/** 2024, and in front of 年 二〇二四 or, in the calendar of the Republic, 113. */
const YEAR =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|[一二][〇零一二三四五六七八九]{3}(?=年)|(?<!\d)1[01]\d(?=年(?![以内来]))/gu
const LOOKS_BACK = /工作回顾|工作总结|过去一年|一年来|过去五年/u

/** Of a document for one year; a document for several has no year to go by. */
function calendarOf({ years }: Evidence, title: string, view: string): Calendar {
  const named = years ?? [...title.matchAll(YEAR)].map(([year]) => yearNamed(year))
  const thisYear =
    named.length === 0
      ? yearWritten(view)
      : new Set(named).size === 1
        ? (named[0] ?? null)
        : yearAhead(title, named)
  return {
    thisYear,
    titleYears: named,
    horizon: horizonOf(title, named),
    reportedYear: /政府工作报告/u.test(title) && thisYear !== null ? thisYear - 1 : null,
    ownYear: /报告|总结|草案/u.test(title) || LOOKS_BACK.test(view) || named.length === 0 ? null : thisYear,
  }
}

const FIVE_YEARS: Readonly<Record<string, number>> = { 三: 2020, 四: 2025, 五: 2030, 六: 2035 }

/** The year a plan for several years runs to. */
function horizonOf(title: string, named: readonly number[]): number | null {
  if (!/规划|纲要|计划|方案/u.test(title)) return null
  const period =
    FIVE_YEARS[
      /十(?<plan>[三四五六])五|第十(?<other>[三四五六])个五年/u.exec(title)?.slice(1).find(Boolean) ?? ''
    ]
  return period ?? (new Set(named).size === 2 ? Math.max(...named) : null)
}

/** 2023年预算执行情况和2024年预算草案 speaks in 2024. */
function yearAhead(title: string, named: readonly number[]): number | null {
  const [before = 0, ahead = 0, ...others] = named
  const isBoth = others.length === 0 && ahead === before + 1 && /执行|情况|完成/u.test(title)
  return isBoth && /草案|安排|计划/u.test(title) ? ahead : null
}

/** The year of the day a text without a year in its title was written: at its head, its end, or 截至 a month. */
function yearWritten(view: string): number | null {
  const text = view.trim()
  const dated = [
    /^[^。]{0,60}?(?<year>20\d\d)年\d{1,2}月\d{1,2}日/u.exec(text),
    /(?<year>20\d\d)年\d{1,2}月\d{1,2}日[)\s]*$/u.exec(text),
    ...text.matchAll(
      /截[至止]到?(?<year>20\d\d|二[〇零一二三四五六七八九]{3})年(?:[1-9]|1[01]|[一二三四五六七八九十]|十一)月/gu,
    ),
    ...text.matchAll(/今[(（](?<year>1[01]\d|20\d\d)[)）]年/gu),
  ]
  const years = new Set(
    dated.flatMap((match) => (match === null ? [] : [yearNamed(match.groups?.year ?? '')])),
  )
  const [year = null] = years
  return years.size === 1 ? year : null
}

function placesOf({ jurisdiction }: Evidence, title: string): readonly string[] {
  if (jurisdiction) return [foldedView(jurisdiction)]
  const places: string[] = []
  const head = title.replace(/^(?:关于|印发|中共|[\d年度—-])*/u, '')
  PLACE.lastIndex = 0
  for (let match = PLACE.exec(head); match !== null; match = PLACE.exec(head)) places.push(match[0])
  return places.filter((place) => !/^(?:全|我|本|各|年|度|高新|经济)/u.test(place))
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
