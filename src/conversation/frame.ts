import { type Catalogue, covers, understand } from '../retrieval/index.ts'
import type { NamedFrame } from './follow-up.ts'
import type { Mention, Reading } from './reading.ts'

/** What a follow-up can refer to. */
export interface Context {
  /** The last question that asked something. */
  readonly last: Reading
  /** All of them as they were understood, the last one included. */
  readonly before: readonly string[]
  readonly catalogue: Catalogue
}

/** @returns names, undefined for none, or a message that asks which one is meant */
export function placesFor(
  frame: NamedFrame,
  { last, before, catalogue }: Context,
): readonly string[] | string | undefined {
  const { otherPlace } = frame
  if (otherPlace === undefined) return frame.places && namesOf(frame.places)
  if (otherPlace === 'every') return ['各市']
  const held = distinct(catalogue.entries.flatMap(({ jurisdiction }) => jurisdiction?.name ?? []))
  const others = held.filter((name) => !last.query.regions.includes(name))
  const called = others.filter((name) => name.endsWith(otherPlace.ending))
  const meant = called.length > 0 || otherPlace.ending === '省' ? called : others
  if (!otherPlace.isOne || meant.length === 1)
    return meant.length === 0 ? `文库里没有其他${otherPlace.ending || '地方'}的文件，请写明是哪里。` : meant
  const said = meant.filter((name) => before.some((one) => understand(one, catalogue).regions.includes(name)))
  return said.length === 1 ? said : `文库里还有${meant.slice(0, 10).join('、')}，请问是哪一个？`
}

export function yearsFor(frame: NamedFrame, { last, catalogue }: Context): readonly string[] | undefined {
  if (frame.yearStep === 0) return frame.years && namesOf(frame.years)
  const spoken = last.query.years.length > 0 ? last.query.years : yearsCovered(last, catalogue)
  if (spoken.length === 0) return undefined
  return [`${frame.yearStep < 0 ? Math.min(...spoken) - 1 : Math.max(...spoken) + 1}年`]
}

/** The years of the annual plans that a question without a year was answered from. */
function yearsCovered({ query }: Reading, { entries }: Catalogue): readonly number[] {
  return entries.flatMap((entry) =>
    query.documentIds.has(entry.documentId) && entry.years !== null && covers(entry, entry.years[1])
      ? [entry.years[1]]
      : [],
  )
}

export interface FrameNames {
  readonly places: readonly string[]
  readonly years: readonly string[]
}

export function frameText({ places, years }: FrameNames): string {
  return joined(places) + joined(years)
}

/** Place and year of the follow-up, and where it names none those of the last question. */
export function frameFor(
  places: readonly string[] | undefined,
  years: readonly string[] | undefined,
  last: Reading,
): string {
  const { regionYears } = last.query
  if (places === undefined && years === undefined && regionYears.length > 0)
    return joined(regionYears.map(({ region, years: own }) => `${region}${own.join('、')}年`))
  return frameText({
    places: places ?? namesOf(last.places),
    years: years ?? namesOf(last.years),
  })
}

/** The names of several mentions, each once. */
export function namesOf(mentions: readonly Mention[]): readonly string[] {
  return distinct(mentions.map(({ name }) => name))
}

/** Several names as one phrase. */
export function joined(names: readonly string[]): string {
  return names.length < 3 ? names.join('和') : `${names.slice(0, -1).join('、')}和${names.at(-1)}`
}

export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
