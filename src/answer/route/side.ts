import type { DocumentId, DocumentKind } from '../../corpus/index.ts'
import { type CatalogueEntry, covers, type Query } from '../../retrieval/index.ts'
import type { Desk } from '../desk.ts'

/** One cell of a comparison: the documents of one place and time, and the years its evidence must speak of. */
export interface Side {
  readonly region: string | null
  readonly years: readonly number[]
  readonly documentIds: ReadonlySet<DocumentId>
}

const ALL_PLACES =
  /各(?:市|地|区|县|城市|地区)|哪(?:些|个|几个)(?:市|城市|地方|地区)|所有(?:市|城市|地方|地区)|几个(?:市|城市|地方)/u
const OVER_TIME = /变化|不同|区别|相比|对比|比较|怎么变|前后|两年|历年|逐年/u

/** The sides a question sets against each other; one or none when it compares nothing. */
export function sidesOf(query: Query, { catalogue }: Desk): readonly Side[] {
  const isOfAll = query.regions.length === 0 && ALL_PLACES.test(query.view)
  const regions = isOfAll ? placesOf(catalogue.entries) : query.regions
  const axis = regions.length === 0 ? [null] : regions
  if (query.regionYears.length > 0) {
    return query.regionYears.map(({ region, years }) => ({
      region,
      years,
      documentIds: idsOf(
        inPlace(catalogue.entries, region).filter((entry) => years.some((year) => covers(entry, year))),
      ),
    }))
  }
  if (query.documentKinds.length > 1)
    return axis.flatMap((region) => sidesByKind(query, region, catalogue.entries))
  if (regions.length > 1 || (query.years.length > 1 && !query.isPeriod))
    return axis.flatMap((region) => sidesByYear(query, region, catalogue.entries))
  return OVER_TIME.test(query.view) && query.years.length === 0 ? sidesOverTime(query, catalogue.entries) : []
}

/** The places the corpus has documents of. */
export function placesOf(entries: readonly CatalogueEntry[]): readonly string[] {
  return [...new Set(entries.flatMap((entry) => entry.jurisdiction?.name ?? []))]
}

function sidesByYear(
  query: Query,
  region: string | null,
  entries: readonly CatalogueEntry[],
): readonly Side[] {
  const kinds = query.documentKinds
  const own = inPlace(entries, region)
  const ofKind = own.filter((entry) => kinds.length === 0 || kinds.includes(entry.kind))
  const used = ofKind.length === 0 ? own : ofKind
  if (query.years.length === 0) return [{ region, years: [], documentIds: idsOf(used) }]
  if (query.isPeriod)
    return [
      {
        region,
        years: query.years,
        documentIds: idsOf(used.filter((entry) => query.years.some((year) => covers(entry, year)))),
      },
    ]
  return query.years.map((year) => ({
    region,
    years: [year],
    documentIds: idsOf(used.filter((entry) => covers(entry, year))),
  }))
}

/** 「2022年要点」与「三年行动计划」：annual plans of the named years on one side, the multi-year plan on the other. */
function sidesByKind(
  query: Query,
  region: string | null,
  entries: readonly CatalogueEntry[],
): readonly Side[] {
  const own = inPlace(entries, region)
  const annual = own.filter((entry) => entry.kind === 'annual_plan')
  const years = query.years.filter((year) => annual.some((entry) => covers(entry, year)))
  const yearly = years.map((year) => ({
    region,
    years: [year],
    documentIds: idsOf(annual.filter((entry) => covers(entry, year))),
  }))
  const other = (kind: DocumentKind) => own.filter((entry) => entry.kind === kind)
  const spanning = query.documentKinds.filter((kind) => kind !== 'annual_plan')
  const whole = spanning.map((kind) => ({ region, years: [], documentIds: idsOf(other(kind)) }))
  return [...(yearly.length === 0 ? [{ region, years: [], documentIds: idsOf(annual) }] : yearly), ...whole]
}

/** No years named, but a change asked for: every plan of the one place is a side. */
function sidesOverTime(query: Query, entries: readonly CatalogueEntry[]): readonly Side[] {
  return entries
    .filter((entry) => query.documentIds.has(entry.documentId))
    .sort((a, b) => (a.years?.[0] ?? 0) - (b.years?.[0] ?? 0))
    .map((entry) => ({
      region: entry.jurisdiction?.name ?? null,
      years: [],
      documentIds: new Set([entry.documentId]),
    }))
}

/** A question about every place asks for each of them. */
const known = new WeakMap<
  readonly CatalogueEntry[],
  ReadonlyMap<string | undefined, readonly CatalogueEntry[]>
>()

/** The documents of one place; of every place for null. */
export function inPlace(
  entries: readonly CatalogueEntry[],
  region: string | null,
): readonly CatalogueEntry[] {
  if (region === null) return entries
  const byPlace = known.get(entries) ?? Map.groupBy(entries, ({ jurisdiction }) => jurisdiction?.name)
  known.set(entries, byPlace)
  return byPlace.get(region) ?? []
}

/** The ids of catalogue entries. */
export function idsOf(entries: readonly CatalogueEntry[]): ReadonlySet<DocumentId> {
  return new Set(entries.map((entry) => entry.documentId))
}
