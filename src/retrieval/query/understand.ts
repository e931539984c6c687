import type { DocumentId, DocumentKind, Range } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { Recent } from '../recent.ts'
import { type Catalogue, type CatalogueEntry, covers } from './catalogue.ts'
import { type ContentPiece, contentPieces } from './content.ts'
import { type FoundPlaces, findPlaces, wholePlaceIn } from './place.ts'
import { plainWording } from './plain-wording.ts'
import { type CurrentYear, type FoundYear, findQuestionYears } from './question-year.ts'

/** Filters a caller sets by hand; they take the place of what the question says, and an empty list lifts that filter. */
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
  /** Whether the years were written out or set by hand, and not worked out from 今年 or the like. */
  readonly areYearsStated: boolean
  /** How a slip in a place's name, and 今年 and the like, were taken, in plain Chinese. */
  readonly notes: readonly string[]
  /** Whether the years are one period (十四五) and not to be set side by side. */
  readonly isPeriod: boolean
  /** Each place with the year or period written next to it, when every place has one; else empty. */
  readonly regionYears: readonly { readonly region: string; readonly years: readonly number[] }[]
  readonly documentKinds: readonly DocumentKind[]
  readonly pieces: readonly ContentPiece[]
  /** What is asked of each place, when the question says something of its own after every one of them; else empty. */
  readonly piecesByRegion: ReadonlyMap<string, readonly ContentPiece[]>
  /** The documents that pass the filters; empty when the filters shut every document out. */
  readonly documentIds: ReadonlySet<DocumentId>
}

/** One answer asks for the same several times, and thousands of documents are gone through for it. */
const understood = new WeakMap<Catalogue, Recent<string, Query>>()

/** Understands places, years and document kinds deterministically and takes them out of the words. */
export function understand(question: string, catalogue: Catalogue, filters: Filters = {}): Query {
  const recent = understood.get(catalogue) ?? new Recent<string, Query>(8)
  understood.set(catalogue, recent)
  const key = JSON.stringify([question, filters, catalogue.now().getFullYear()])
  return recent.get(key, () => read(question, catalogue, filters))
}

function read(question: string, catalogue: Catalogue, filters: Filters): Query {
  const view = plainWording(normalisedView(question).replace(/\s+/gu, ' ').trim())
  const places = findPlaces(view, catalogue)
  const named = catalogue.findNamed(view)
  const ownPlaces = new Set(places.regions.map(({ name }) => name))
  const own = catalogue.entries.filter(
    (entry) => ownPlaces.size === 0 || ownPlaces.has(entry.jurisdiction?.name ?? ''),
  )
  const { found, notes } = findQuestionYears(view, currentYear(catalogue, own), places.ranges)
  const kinds = findKinds(view)
  const regions = filters.regions !== undefined ? resolveRegions(filters.regions, catalogue) : [...ownPlaces]
  const years =
    filters.years !== undefined ? filters.years : [...new Set(found.flatMap((mention) => mention.years))]
  const isOpen = filters.regions === undefined && regions.length + places.foreign.length === 0
  const whole = isOpen ? wholePlaceIn(view) : undefined
  const meant = catalogue.entries.filter(
    ({ jurisdiction }) => whole === undefined || jurisdiction === null || whole.isMeant(jurisdiction),
  )
  const documentKinds = filters.documentKinds !== undefined ? filters.documentKinds : kinds.kinds
  const isChosen = filters.documentIds !== undefined && filters.documentIds.length > 0
  const ids = isChosen ? new Set(filters.documentIds) : named.ids
  const pieces = contentPieces(view, [...places.ranges, ...found, ...kinds.ranges, ...named.ranges])
  return {
    text: question,
    view,
    regions,
    foreignPlaces: whole !== undefined && meant.length === 0 ? [whole.words] : places.foreign,
    years,
    areYearsStated: years.length > 0 && !found.some(({ isRelative }) => isRelative),
    notes: [
      ...(filters.regions === undefined ? places.notes : []),
      ...(filters.years === undefined ? notes : []),
    ],
    isPeriod: found.length > 0 && found.every((mention) => mention.isPeriod),
    regionYears: filters.regions !== undefined || filters.years !== undefined ? [] : pairUp(places, found),
    documentKinds,
    pieces,
    piecesByRegion: bindPieces(pieces, places),
    documentIds: filterDocuments(meant.length === 0 || isChosen ? catalogue.entries : meant, {
      // Documents chosen by hand are asked whatever place or year the question names.
      regions: isChosen && filters.regions === undefined ? [] : regions,
      years: isChosen && filters.years === undefined ? [] : years,
      documentKinds,
      ids,
      areKindsFixed: filters.documentKinds !== undefined,
    }),
  }
}

/** The calendar's year where a plan of the places asked about covers it, else the newest year that they have a plan for. */
export function currentYear({ now }: Catalogue, own: readonly CatalogueEntry[]): CurrentYear | undefined {
  const calendar = now().getFullYear()
  const isHeld = own.some((entry) => covers(entry, calendar))
  const annual = own.filter((entry) => entry.kind === 'annual_plan')
  const newest = annual.flatMap((entry) => (entry.years === null ? [] : [entry.years[1]]))
  if (!isHeld && newest.length === 0) return undefined
  const year = isHeld ? calendar : Math.max(...newest)
  const places = new Set(own.map(({ jurisdiction }) => jurisdiction?.name ?? ''))
  return {
    year,
    isHeld,
    isFormerHeld: annual.some((entry) => covers(entry, year - 1)),
    place: places.size === 1 ? ([...places][0] ?? '') : '',
  }
}

interface Wanted {
  readonly regions: readonly string[]
  readonly years: readonly number[]
  readonly documentKinds: readonly DocumentKind[]
  readonly ids: ReadonlySet<DocumentId>
  /** Whether a person chose the kinds; kinds a question only mentions give way when nothing is of that kind. */
  readonly areKindsFixed: boolean
}

function filterDocuments(entries: readonly CatalogueEntry[], wanted: Wanted): ReadonlySet<DocumentId> {
  const { regions, years, documentKinds, ids, areKindsFixed } = wanted
  const inPlace = entries.filter(
    (entry) =>
      (regions.length === 0 || regions.includes(entry.jurisdiction?.name ?? '')) &&
      (ids.size === 0 || ids.has(entry.documentId)),
  )
  const byKind = inPlace.filter((entry) => documentKinds.length === 0 || documentKinds.includes(entry.kind))
  const ofKind = byKind.length > 0 || areKindsFixed ? byKind : inPlace
  const inYears = ofKind.filter((entry) => years.length === 0 || years.some((year) => covers(entry, year)))
  return new Set(inYears.map((entry) => entry.documentId))
}

/** Region names as people type them, matched to the corpus's jurisdictions; an unknown one is kept and matches none. */
function resolveRegions(names: readonly string[], catalogue: Catalogue): readonly string[] {
  const own = [...catalogue.places.keys()]
  return names.map((name) => {
    const view = normalisedView(name)
    return own.find((known) => known === view) ?? own.find((known) => known.startsWith(view)) ?? view
  })
}

/** How far a year may stand behind its place: 衡阳2024 and 衡阳市的2024年 both pair. */
const NEXT_TO = 2

function pairUp({ regions }: FoundPlaces, found: readonly FoundYear[]): Query['regionYears'] {
  const pairs = regions.flatMap(({ name, end }) => {
    const next = found.find(
      ({ start, years, isPeriod }) =>
        start >= end && start - end <= NEXT_TO && (years.length === 1 || isPeriod),
    )
    return next === undefined ? [] : [{ region: name, years: next.years }]
  })
  return pairs.length === regions.length && pairs.length > 1 ? pairs : []
}

function bindPieces(pieces: readonly ContentPiece[], { regions }: FoundPlaces): Query['piecesByRegion'] {
  const bound = regions.map(({ name, end }, at) => {
    const next = regions[at + 1]?.start ?? Number.POSITIVE_INFINITY
    return [name, pieces.filter(({ start }) => end <= start && start < next)] as const
  })
  const isSaid = (own: readonly ContentPiece[]) =>
    own.some(({ weights }) => weights.some((weight) => weight === 1))
  const areDistinct = new Set(regions.map(({ name }) => name)).size === regions.length
  return new Map(regions.length > 1 && areDistinct && bound.every(([, own]) => isSaid(own)) ? bound : [])
}

const KIND_WORDS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'multi_year_plan',
    /[两三四五]年\p{Script=Han}{0,6}?(?:计划|规划|方案)|[两三四五]年行动|行动计划(?!落实|有效|推进|实施)/gu,
  ],
  ['annual_plan', /(?:年度)?(?:工作)?要点|年度(?:工作)?计划/gu],
]

/** Kinds of document a question names, with the words that name them. */
export function findKinds(view: string): {
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
