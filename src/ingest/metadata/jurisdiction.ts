import type { Exclusion, Jurisdiction, Metadata, Range } from '../../corpus/index.ts'
import { firstEndingAfter, overlaps } from '../../corpus/index.ts'
import type { Gazetteer } from '../../text/index.ts'

type Field = Metadata['jurisdiction']

/** How strongly each kind of mention says that the document belongs to the place. */
const WEIGHT = { issuer: 40, title: 40, slogan: 8, signature: 12, full: 2, bare: 1 } as const

interface Tally {
  readonly division: Jurisdiction
  weight: number
  best: { readonly rank: number; readonly range: Range }
}

export interface JurisdictionInput {
  readonly view: string
  readonly title: Range | null
  readonly issuer: Metadata['issuer']
  readonly exclusions: readonly Exclusion[]
  readonly gazetteer: Gazetteer
}

/**
 * The place whose plan this is. Issuer and title decide when they name one; otherwise the places named in
 * the text are weighed, slogans such as 健康某市 most, and the result is marked as inferred.
 */
export function findJurisdiction(input: JurisdictionInput): Field {
  const tallies = new Map<string, Tally>()
  for (const mention of mentionsIn(input)) {
    for (const division of mention.divisions) {
      const key = `${division.name}|${division.parent ?? ''}`
      const tally = tallies.get(key) ?? { division, weight: 0, best: { rank: 0, range: mention.range } }
      tally.weight += mention.weight
      if (mention.weight > tally.best.rank) tally.best = { rank: mention.weight, range: mention.range }
      tallies.set(key, tally)
    }
  }
  const ranked = [...tallies.values()].map((tally) => ({ tally, weight: fitted(tally, tallies, input.view) }))
  const [best] = ranked.sort((a, b) => b.weight - a.weight || specificity(b.tally) - specificity(a.tally))
  if (best === undefined || best.weight < WEIGHT.slogan) return null
  const { division, best: strongest } = best.tally
  return { value: division, evidence: strongest.range, inferred: strongest.rank < WEIGHT.signature }
}

interface WeighedMention {
  readonly divisions: readonly Jurisdiction[]
  readonly range: Range
  readonly weight: number
}

function mentionsIn({
  view,
  title,
  issuer,
  exclusions,
  gazetteer,
}: JurisdictionInput): readonly WeighedMention[] {
  const issuerRange = issuer?.evidence ?? null
  const planted = exclusions.filter(({ reason }) => reason === 'seo_spam' || reason === 'injected_term')
  const found: WeighedMention[] = []
  for (const { start, end, divisions, isFull } of gazetteer.find(view)) {
    const range = { start, end }
    const nearest = firstEndingAfter(planted, start)
    if (nearest !== undefined && overlaps(nearest, range)) continue
    found.push({ divisions, range, weight: weightOf(view, range, isFull, title, issuerRange) })
  }
  return [...found, ...slogans(view, gazetteer)]
}

function weightOf(
  view: string,
  range: Range,
  isFull: boolean,
  title: Range | null,
  issuer: Range | null,
): number {
  if (issuer !== null && range.start === issuer.start) return WEIGHT.issuer
  if (title !== null && overlaps(title, range)) return WEIGHT.title
  if (
    /^(?:市|区|县|省)?(?:卫生健康[委局]|卫健[委局]|人民政府|卫生局)/u.test(
      view.slice(range.end, range.end + 6),
    )
  )
    return WEIGHT.signature
  return isFull ? WEIGHT.full : WEIGHT.bare
}

/** 健康某地 and 平安某地 name the place by its bare name, which for counties is trusted only here. */
function slogans(view: string, gazetteer: Gazetteer): readonly WeighedMention[] {
  const found: WeighedMention[] = []
  for (const match of view.matchAll(/(?:健康|平安|清廉|法治)(?<name>[\p{Script=Han}]{2,6})/gu)) {
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

/**
 * The tally, raised where the text calls itself by words (全市, 我区) that fit the place, and a little where
 * its parent is named too, which tells places of the same name apart.
 */
function fitted(tally: Tally, all: ReadonlyMap<string, Tally>, view: string): number {
  const { division, weight } = tally
  const calls = view.match(selfWordsOf(division))?.length ?? 0
  const parent = [...all.values()].some((other) => other.division.name === division.parent)
  return weight * (1 + Math.min(calls, 10) / 10) + (parent ? 1 : 0)
}

/** What a plan calls its own place, by the last character of the place's name. */
function selfWordsOf({ name }: Jurisdiction): RegExp {
  if (name.endsWith('市')) return /全市|我市|市委/gu
  if (name.endsWith('自治区')) return /全区|我区|自治区党委/gu
  if (name.endsWith('区')) return /全区|我区|区委/gu
  if (name.endsWith('省')) return /全省|我省|省委/gu
  return /全县|我县|县委|全州|我州|州委|全旗|旗委/gu
}

function specificity(tally: Tally): number {
  return ['nation', 'province', 'city', 'county', 'district'].indexOf(tally.division.level)
}
