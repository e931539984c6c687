import type { Jurisdiction } from '../../corpus/index.ts'
import { bareName, type EnglishWord, letters, romanised } from '../../text/index.ts'
import type { Catalogue } from '../query/index.ts'

export interface PlaceFound {
  readonly name: string
  /** The place it lies in; null at the top. */
  readonly parent: string | null
  /** Words it takes up. */
  readonly length: number
}

/** Finds a place that begins at a word; of several of one spelling, those with documents come first. */
export type FindPlace = (
  words: readonly EnglishWord[],
  at: number,
  catalogue: Catalogue,
) => PlaceFound | undefined

const LONGEST = 3
const SHORTEST = 4
const ENDINGS: ReadonlyMap<string, RegExp> = new Map([
  ['city', /市$/u],
  ['district', /区$/u],
  ['county', /[县旗]$/u],
  ['province', /省$|自治区$/u],
  ['municipality', /市$/u],
  ['prefecture', /州$|地区$|盟$/u],
  ['region', /自治区$/u],
])
const RANKS: readonly Jurisdiction['level'][] = ['nation', 'province', 'city', 'district', 'county']

/** The spellings are worked out when the first name is looked for. */
export function createFindPlace(divisions: readonly Jurisdiction[]): FindPlace {
  let known: ReadonlyMap<string, readonly Jurisdiction[]> | undefined
  return (words, at, catalogue) => {
    if (!/^\p{Lu}/u.test(words[at]?.written ?? '')) return undefined
    known ??= bySpelling(divisions)
    const own = bySpelling([...catalogue.places.values()])
    for (let length = LONGEST; length > 0; length--) {
      const said = words.slice(at, at + length)
      if (said.length < length || said.some(({ text }) => !/^\p{L}/u.test(text))) continue
      const spelling = letters(said.map(({ text }) => text).join(''))
      const after = ENDINGS.get(words[at + length]?.text ?? '')
      const held = own.get(spelling) ?? []
      const found = best(held, after) ?? best(known.get(spelling) ?? [], after)
      if (found === undefined || spelling.length < SHORTEST) continue
      return { name: found.name, parent: found.parent, length: length + (after?.test(found.name) ? 1 : 0) }
    }
    return undefined
  }
}

function best(places: readonly Jurisdiction[], ending: RegExp | undefined): Jurisdiction | undefined {
  const fitting = ending === undefined ? places : places.filter(({ name }) => ending.test(name))
  return [...fitting].sort((a, b) => RANKS.indexOf(a.level) - RANKS.indexOf(b.level))[0]
}

function bySpelling(divisions: readonly Jurisdiction[]): ReadonlyMap<string, readonly Jurisdiction[]> {
  const known = new Map<string, Jurisdiction[]>()
  for (const division of divisions) {
    const spelling = romanised(bareName(division.name))
    known.set(spelling, [...(known.get(spelling) ?? []), division])
  }
  return known
}
