import type { Exclusion, Jurisdiction, Metadata, Range } from '../../corpus/index.ts'
import { firstEndingAfter, overlaps } from '../../corpus/index.ts'
import { type Gazetteer, isPlaceObject } from '../../text/index.ts'

/** How strongly each kind of mention says that the document belongs to the place. */
const WEIGHT = { title: 20, body: 12, slogan: 8, child: 4, full: 2, bare: 1 } as const
/** A text that speaks of 健康某市 is that city's, however often it names the one above it. */
const OWN_SLOGAN = 20
const LEAST = WEIGHT.slogan
/** Enough when the text calls itself by words that fit the place and no other place like it is named as often. */
const LEAST_ALONE = 4
const BODY_BEHIND = /^(?:市|区|县|省)?(?:卫生健康[委局]|卫健[委局]|人民政府|卫生局|人民医院|中医医?院)/u

interface Tally {
  readonly division: Jurisdiction
  weight: number
  hasSlogan: boolean
  best: { readonly weight: number; readonly range: Range }
}

export interface InferenceInput {
  readonly view: string
  readonly title: Range | null
  readonly exclusions: readonly Exclusion[]
  readonly gazetteer: Gazetteer
}

/**
 * The place that the text speaks of as its own: the places it names are weighed, slogans such as 健康某市 most, a
 * place also by those under it, and only places count that fit what the text calls itself (全市, 我县).
 */
export function inferPlace(input: InferenceInput): Metadata['jurisdiction'] {
  const tallies = new Map<string, Tally>()
  const add = (division: Jurisdiction, weight: number, range: Range) => {
    const key = `${division.name}|${division.parent ?? ''}`
    const tally = tallies.get(key) ?? { division, weight: 0, hasSlogan: false, best: { weight: 0, range } }
    tally.weight += weight
    tally.hasSlogan ||= weight === WEIGHT.slogan
    if (weight > tally.best.weight) tally.best = { weight, range }
    tallies.set(key, tally)
  }
  for (const { divisions, weight, range } of mentionsIn(input)) {
    for (const division of divisions) add(division, weight, range)
  }
  for (const { division, best } of [...tallies.values()])
    addToParent(division, best.range, input.gazetteer, add)
  return strongest([...tallies.values()], input)
}

function addToParent(
  division: Jurisdiction,
  range: Range,
  gazetteer: Gazetteer,
  add: (division: Jurisdiction, weight: number, range: Range) => void,
): void {
  const isUnique = gazetteer.named(division.name).length === 1
  const parents = division.parent === null ? [] : gazetteer.named(division.parent)
  const [parent] = parents
  if (isUnique && parent !== undefined && parents.length === 1) add(parent, WEIGHT.child, range)
}

function strongest(tallies: readonly Tally[], { view, title }: InferenceInput): Metadata['jurisdiction'] {
  const own = ownEnding(view)
  // A text without a title that calls no place its own speaks of places and is the plan of none.
  if (title === null && own === undefined && !tallies.some(({ hasSlogan }) => hasSlogan)) return null
  const fitting = tallies.filter(({ division }) => own === undefined || division.name.endsWith(own))
  const ranked = fitting
    .map((tally) => ({
      tally,
      weight: tally.weight + (tally.hasSlogan ? OWN_SLOGAN : 0) + (isUnderNamed(tally, tallies) ? 1 : 0),
    }))
    .sort((a, b) => b.weight - a.weight || specificity(b.tally) - specificity(a.tally))
  const [first, second] = ranked
  if (first === undefined || isTie(first, second)) return null
  const isAlone =
    own !== undefined && first.weight >= LEAST_ALONE && (second?.weight ?? 0) * 2 <= first.weight
  if (first.tally.weight < LEAST && !isAlone) return null
  const { division, best } = lowest(first, ranked).tally
  return { value: division, evidence: best.range, inferred: true }
}

/** A plan speaks of the programme of the place above its own, seldom of that of one place below. */
function lowest(first: Ranked, ranked: readonly Ranked[]): Ranked {
  const below = ranked.filter(
    ({ tally }) => tally.hasSlogan && tally.division.parent === first.tally.division.name,
  )
  const [only] = below
  return only !== undefined && below.length === 1 ? only : first
}

interface Ranked {
  readonly tally: Tally
  readonly weight: number
}

/** Two places of one name that nothing tells apart. */
function isTie(best: Ranked, second: Ranked | undefined): boolean {
  return second?.weight === best.weight && second.tally.division.name === best.tally.division.name
}

function isUnderNamed({ division }: Tally, all: readonly Tally[]): boolean {
  return all.some((other) => other.division.name === division.parent && other.weight > WEIGHT.child)
}

/** The last character of the place's name by what the text calls it; undefined when it does not say. */
function ownEnding(view: string): string | undefined {
  const counts = new Map<string, number>()
  for (const match of view.matchAll(/[全我](?<own>[省市区县州旗盟])(?!域)/gu)) {
    const own = match.groups?.own ?? ''
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

interface WeighedMention {
  readonly divisions: readonly Jurisdiction[]
  readonly range: Range
  readonly weight: number
}

function mentionsIn({ view, title, exclusions, gazetteer }: InferenceInput): readonly WeighedMention[] {
  const planted = exclusions.filter(({ reason }) => reason === 'seo_spam' || reason === 'injected_term')
  const found: WeighedMention[] = []
  for (const { start, end, divisions, isFull } of gazetteer.find(view)) {
    const range = { start, end }
    const nearest = firstEndingAfter(planted, start)
    if (nearest !== undefined && overlaps(nearest, range)) continue
    if (isPlaceObject(view, range)) continue
    found.push({ divisions, range, weight: weightOf(view, range, isFull, title) })
  }
  return [...found, ...slogans(view, gazetteer)]
}

function weightOf(view: string, range: Range, isFull: boolean, title: Range | null): number {
  if (title !== null && overlaps(title, range)) return isFull ? WEIGHT.title : WEIGHT.full
  if (BODY_BEHIND.test(view.slice(range.end, range.end + 6))) return isFull ? WEIGHT.body : WEIGHT.full
  return isFull ? WEIGHT.full : WEIGHT.bare
}

/** 健康某地 and 平安某地 name the place by its bare name, which for counties is trusted only here. */
function slogans(view: string, gazetteer: Gazetteer): readonly WeighedMention[] {
  const found: WeighedMention[] = []
  for (const match of view.matchAll(/(?:健康|平安|清廉|法治|幸福|美丽)(?<name>[\p{Script=Han}]{2,6})/gu)) {
    const run = match.groups?.name ?? ''
    for (let length = run.length; length >= 2; length--) {
      const name = run.slice(0, length)
      const divisions = ['', '市', '区', '县', '省'].flatMap((ending) => gazetteer.named(name + ending))
      if (divisions.length === 0) continue
      const start = match.index + match[0].length - run.length
      found.push({
        divisions: unique(divisions),
        range: { start, end: start + length },
        weight: WEIGHT.slogan,
      })
      break
    }
  }
  return found
}

function unique(divisions: readonly Jurisdiction[]): readonly Jurisdiction[] {
  return [...new Map(divisions.map((division) => [`${division.name}|${division.parent}`, division])).values()]
}

function specificity({ division }: Tally): number {
  return ['nation', 'province', 'city', 'county', 'district'].indexOf(division.level)
}
