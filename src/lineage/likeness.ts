import { matchTargets } from './indicator.ts'
import type { PlanItem } from './lineage.ts'
import type { Phrase, WeighedItem } from './weighing.ts'

/** How alike two items are, each number from 0 to 1. */
export interface Likeness {
  readonly value: number
  readonly heading: number
  /** How much of the earlier item is said again in the later one, and the other way round. */
  readonly carried: number
  readonly stemming: number
  readonly indicator: number
  readonly field: number
  /** The likest phrase of the later item, where it bundles many tasks; and the other way round. */
  readonly into: number
  readonly outOf: number
}

/** The likeness of every earlier item with every later one. */
export function likenessOf(
  earlier: readonly WeighedItem[],
  later: readonly WeighedItem[],
): readonly (readonly Likeness[])[] {
  const places = new Map(later.flatMap(({ phrases }) => phrases).map((phrase, at) => [phrase, at]))
  const holders = holdersOf([...places.keys()])
  return earlier.map((one) => {
    const shared = one.phrases.map((phrase) => sharedWeights(phrase, holders, places.size))
    return later.map((other) => {
      const best = one.phrases.map((a, at) =>
        other.phrases.map((b) => {
          const all = a.total + b.total
          return all === 0 ? 0 : (2 * (shared[at]?.[places.get(b) ?? -1] ?? 0)) / all
        }),
      )
      return likenessOfTwo(one, other, best)
    })
  })
}

/** For each term the places of the phrases that hold it. */
function holdersOf(phrases: readonly Phrase[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [at, { terms }] of phrases.entries())
    for (const term of terms.keys()) {
      const places = holders.get(term)
      if (places === undefined) holders.set(term, [at])
      else places.push(at)
    }
  return holders
}

/** The weight of what a phrase shares with each of many others. */
function sharedWeights(
  { terms }: Phrase,
  holders: ReadonlyMap<string, readonly number[]>,
  count: number,
): Float64Array {
  const weights = new Float64Array(count)
  for (const [term, weight] of terms)
    for (const at of holders.get(term) ?? []) weights[at] = (weights[at] ?? 0) + weight
  return weights
}

function likenessOfTwo(one: WeighedItem, other: WeighedItem, best: readonly (readonly number[])[]): Likeness {
  const carried = share(
    one.phrases,
    best.map((row) => Math.max(0, ...row)),
  )
  const stemming = share(
    other.phrases,
    other.phrases.map((_, at) => Math.max(0, ...best.map((row) => row[at] ?? 0))),
  )
  const heading = headingLikeness(one, other, best)
  const indicator = indicatorsShared(one.item, other.item)
  const body = Math.sqrt(carried * stemming)
  const field = cosine(one.fields, other.fields)
  const value = 0.35 * heading + 0.3 * body + 0.25 * field + 0.25 * indicator
  const into = takenIn(one, other, (at, by) => best[at]?.[by] ?? 0)
  const outOf = takenIn(other, one, (at, by) => best[by]?.[at] ?? 0)
  return { value, heading, carried, stemming, indicator, field, into, outOf }
}

/** An item with this many phrases bundles tasks that may stand alone in another year. */
const BUNDLE = 8
/** What a clause says is less telling than the heading. */
const BY_CLAUSE = 0.8
/** A phrase of the very field that the heading names is likelier to be its task. */
const OF_ITS_FIELD = 1.3

/** How like the likest phrase of a bundle is that speaks of no field which the item does not speak of. */
function takenIn(
  item: WeighedItem,
  bundle: WeighedItem,
  likeness: (at: number, by: number) => number,
): number {
  if (bundle.phrases.length < BUNDLE || item.phrases.length >= BUNDLE) return 0
  const [first] = item.phrases
  const found = bundle.phrases.flatMap(({ fields }, by) => {
    if (fields.some((field) => !item.fields.has(field))) return []
    const factor = fields.some((field) => first?.fields.includes(field)) ? OF_ITS_FIELD : 1
    return item.phrases.map(({ isHeading }, at) => (isHeading ? 1 : BY_CLAUSE) * likeness(at, by) * factor)
  })
  return Math.max(0, ...found)
}

function share(phrases: readonly Phrase[], found: readonly number[]): number {
  let all = 0
  let sum = 0
  for (const [at, { weight }] of phrases.entries()) {
    all += weight
    sum += weight * (found[at] ?? 0)
  }
  return all === 0 ? 0 : sum / all
}

/** The headings by each other, or where one of them is said again in the other item's words. */
function headingLikeness(one: WeighedItem, other: WeighedItem, best: readonly (readonly number[])[]): number {
  const direct = one.phrases[0]?.isHeading && other.phrases[0]?.isHeading ? (best[0]?.[0] ?? 0) : 0
  return Math.max(direct, 0.7 * (contained(one, other) + contained(other, one)) * 0.5)
}

function contained(one: WeighedItem, other: WeighedItem): number {
  const heading = one.phrases[0]
  if (heading === undefined) return 0
  let sum = 0
  for (const [term, weight] of heading.terms) {
    if (other.terms.has(term)) sum += weight
  }
  return heading.total === 0 ? 0 : sum / heading.total
}

/** Share of the figures of the side with fewer of them that the other side gives too. */
function indicatorsShared(one: PlanItem, other: PlanItem): number {
  const [a, b] = [one, other].map(({ targets }) => targets.filter(({ kind }) => kind === 'figure'))
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return 0
  return matchTargets(a, b).length / Math.min(a.length, b.length)
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0)
  const length = (side: typeof a) => Math.hypot(...side.values())
  return product === 0 ? 0 : product / (length(a) * length(b))
}
