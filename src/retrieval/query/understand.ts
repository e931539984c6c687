import type { DocumentId, DocumentKind, Range } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'
import { type Catalogue, type CatalogueEntry, covers } from './catalogue.ts'
import { type ContentPiece, contentPieces } from './content.ts'

/** Filters a caller sets by hand; they take the place of what the question says. */
export interface Filters {
  readonly regions?: readonly string[]
  readonly years?: readonly number[]
  readonly documentKinds?: readonly DocumentKind[]
  readonly documentIds?: readonly DocumentId[]
}

/** A question as the retriever sees it. */
export interface Query {
  readonly text: string
  readonly view: string
  /** Places of the corpus that the question names, by jurisdiction name. */
  readonly regions: readonly string[]
  /** Places the question names of which the corpus holds no document, as written. */
  readonly foreignPlaces: readonly string[]
  readonly years: readonly number[]
  /** Years the question names that no document (of the named places) covers. */
  readonly foreignYears: readonly number[]
  readonly documentKinds: readonly DocumentKind[]
  readonly pieces: readonly ContentPiece[]
  /** The documents that pass the filters; empty when the filters shut every document out. */
  readonly documentIds: ReadonlySet<DocumentId>
}

/** Understands places, years and document kinds deterministically and takes them out of the words. */
export function understand(question: string, catalogue: Catalogue, filters: Filters = {}): Query {
  const view = normalisedView(question).replace(/\s+/gu, ' ').trim()
  const places = findPlaces(view, catalogue)
  const years = findQuestionYears(view, catalogue)
  const kinds = findKinds(view)
  const regions = filters.regions?.length ? resolveRegions(filters.regions, catalogue) : places.regions
  const wantedYears = filters.years?.length ? filters.years : years.years
  const documentKinds = filters.documentKinds?.length ? filters.documentKinds : kinds.kinds
  const inRegion = catalogue.entries.filter(
    (entry) => isIn(entry, regions) && isOneOf(entry, filters.documentIds),
  )
  const byKind = inRegion.filter((entry) => documentKinds.length === 0 || documentKinds.includes(entry.kind))
  const ofKind = byKind.length > 0 || filters.documentKinds?.length ? byKind : inRegion
  const inYears = ofKind.filter(
    (entry) => wantedYears.length === 0 || wantedYears.some((year) => covers(entry, year)),
  )
  return {
    text: question,
    view,
    regions,
    foreignPlaces: places.foreign,
    years: wantedYears,
    foreignYears: wantedYears.filter((year) => !ofKind.some((entry) => covers(entry, year))),
    documentKinds,
    pieces: contentPieces(view, [...places.ranges, ...years.ranges, ...kinds.ranges]),
    documentIds: new Set(inYears.map((entry) => entry.documentId)),
  }
}

function isIn(entry: CatalogueEntry, regions: readonly string[]): boolean {
  return regions.length === 0 || (entry.jurisdiction !== null && regions.includes(entry.jurisdiction.name))
}

function isOneOf(entry: CatalogueEntry, ids: readonly DocumentId[] | undefined): boolean {
  return ids === undefined || ids.length === 0 || ids.includes(entry.documentId)
}

/** Region names as people type them, matched to the corpus's jurisdictions; an unknown one is kept and matches none. */
function resolveRegions(names: readonly string[], catalogue: Catalogue): readonly string[] {
  const own = jurisdictionNames(catalogue)
  return names.map((name) => {
    const view = normalisedView(name)
    return own.find((known) => known === view) ?? own.find((known) => known.startsWith(view)) ?? view
  })
}

function jurisdictionNames(catalogue: Catalogue): readonly string[] {
  const names = catalogue.entries.flatMap((entry) =>
    entry.jurisdiction === null ? [] : [entry.jurisdiction.name],
  )
  return [...new Set(names)]
}

interface FoundPlaces {
  readonly regions: readonly string[]
  readonly foreign: readonly string[]
  readonly ranges: readonly Range[]
}

const WHOLE_PLACE = /^(?:市|区|县|省)(?=[\p{Script=Han}\d]|$)/u
/** 健康某地 is the name of a programme; the place in it stays part of what is asked. */
const SLOGAN = /(?:健康|平安|清廉|法治|数字|智慧|美丽|文明|幸福)$/u
const PART_OF_NAME = /^(?:大学|医院|医学院|学院|路|街|银行|话|菜)/u

function findPlaces(view: string, catalogue: Catalogue): FoundPlaces {
  const own = new Set(jurisdictionNames(catalogue))
  const regions: string[] = []
  const foreign: string[] = []
  const ranges: Range[] = []
  for (const mention of catalogue.gazetteer.find(view)) {
    const rest = view.slice(mention.end)
    const held = mention.divisions.find((division) => own.has(division.name))
    if (held !== undefined && !PART_OF_NAME.test(rest)) {
      regions.push(held.name)
      if (SLOGAN.test(view.slice(0, mention.start))) continue
      const ending = mention.isFull ? 0 : (WHOLE_PLACE.exec(rest)?.[0].length ?? 0)
      ranges.push({ start: mention.start, end: mention.end + ending })
    } else if (held === undefined && !PART_OF_NAME.test(rest)) {
      foreign.push(mention.name)
    }
  }
  return { regions: [...new Set(regions)], foreign: [...new Set(foreign)], ranges }
}

interface FoundYears {
  readonly years: readonly number[]
  readonly ranges: readonly Range[]
}

const DEADLINE =
  /(?:到|至|截至|截止)?\s*(?<from>20\d{2})\s*年?\s*(?:-|—|–|~|至|到)+\s*(?<to>20\d{2})\s*年?(?:底|末|期间)?/gu
const YEAR_EDGES = {
  before: /(?:截至|截止到?|到了?|至|在|从)\s*$/u,
  after: /^(?:年底|年末|底前?|末|度|的|全年|内)/u,
}
const RELATIVE: readonly (readonly [RegExp, (latest: number) => readonly number[]])[] = [
  [/近三年|最近三年/gu, (latest) => [latest - 2, latest - 1, latest]],
  [/近两年|最近两年|这两年/gu, (latest) => [latest - 1, latest]],
]
const FIVE_YEAR: readonly (readonly [RegExp, number])[] = [
  [/[“"]?十三五[”"]?(?:期间|时期)?/gu, 2016],
  [/[“"]?十四五[”"]?(?:期间|时期)?/gu, 2021],
  [/[“"]?十五五[”"]?(?:期间|时期)?/gu, 2026],
]

function findQuestionYears(view: string, catalogue: Catalogue): FoundYears {
  const years: number[] = []
  const ranges: Range[] = []
  for (const match of view.matchAll(DEADLINE)) {
    years.push(Number(match.groups?.from), Number(match.groups?.to))
    ranges.push({ start: match.index, end: match.index + match[0].length })
  }
  for (const { year, start, end } of findYears(view)) {
    if (ranges.some((range) => range.start <= start && end <= range.end)) continue
    years.push(year)
    const before = YEAR_EDGES.before.exec(view.slice(0, start))?.[0].length ?? 0
    const after = YEAR_EDGES.after.exec(view.slice(end))?.[0].length ?? 0
    ranges.push({ start: start - before, end: end + after })
  }
  const relative = findRelativeYears(view, catalogue)
  return { years: [...new Set([...years, ...relative.years])], ranges: [...ranges, ...relative.ranges] }
}

function findRelativeYears(view: string, catalogue: Catalogue): FoundYears {
  const latest = Math.max(
    ...catalogue.entries.flatMap((entry) => (entry.years === null ? [] : [entry.years[1]])),
  )
  const years: number[] = []
  const ranges: Range[] = []
  if (!Number.isFinite(latest)) return { years, ranges }
  for (const [pattern, yearsOf] of RELATIVE) {
    for (const match of view.matchAll(pattern)) {
      years.push(...yearsOf(latest))
      ranges.push({ start: match.index, end: match.index + match[0].length })
    }
  }
  for (const [pattern, from] of FIVE_YEAR) {
    for (const match of view.matchAll(pattern)) {
      if (/规划/.test(view.slice(match.index, match.index + match[0].length + 8))) continue
      years.push(...[0, 1, 2, 3, 4].map((offset) => from + offset))
      ranges.push({ start: match.index, end: match.index + match[0].length })
    }
  }
  return { years, ranges }
}

const KIND_WORDS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'multi_year_plan',
    /(?:[两三四五]年)(?:倍增)?(?:行动|发展)?(?:计划|规划|方案)|行动计划(?!落实|有效|推进|实施)/gu,
  ],
  ['annual_plan', /(?:年度)?(?:工作)?要点|年度(?:工作)?计划/gu],
]

function findKinds(view: string): {
  readonly kinds: readonly DocumentKind[]
  readonly ranges: readonly Range[]
} {
  const kinds: DocumentKind[] = []
  const ranges: Range[] = []
  for (const [kind, pattern] of KIND_WORDS) {
    for (const match of view.matchAll(pattern)) {
      kinds.push(kind)
      ranges.push({ start: match.index, end: match.index + match[0].length })
    }
  }
  return { kinds: [...new Set(kinds)], ranges }
}
