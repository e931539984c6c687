import type { IndexedDocument, Range } from '../corpus/index.ts'
import { type Segmenter, termsOf } from '../text/index.ts'
import { fieldsIn } from './field-lexicon.ts'
import { ACTION, MANNER } from './lexicon.ts'
import type { PlanItem } from './lineage.ts'

/** One plan of the two that are compared. */
export interface ItemSide {
  readonly indexed: IndexedDocument
  readonly items: readonly PlanItem[]
}

/** A heading or a clause as its terms, each with its weight. */
export interface Phrase {
  readonly range: Range
  readonly isHeading: boolean
  readonly terms: ReadonlyMap<string, number>
  /** Those of the terms that name a field. */
  readonly fields: readonly string[]
  /** Of all terms together. */
  readonly total: number
  /** What it counts for in its item: a heading more than a clause. */
  readonly weight: number
}

/** An item as what it is compared by. */
export interface WeighedItem {
  readonly item: PlanItem
  readonly phrases: readonly Phrase[]
  /** All terms of its phrases. */
  readonly terms: ReadonlySet<string>
  /** The fields it speaks of, each with its weight. */
  readonly fields: ReadonlyMap<string, number>
}

const DEED = new RegExp(`^${MANNER}(?:${ACTION})?`, 'u')
/** A heading says in few words what its clauses spell out. */
const HEADING_WEIGHT = 2

/** Both plans' items with terms weighed by how few phrases of the two hold them. */
export function weighItems(
  sides: readonly ItemSide[],
  segmenter: Segmenter,
): readonly (readonly WeighedItem[])[] {
  const drafts = sides.map(({ indexed, items }) =>
    items.map((item) => ({ item, phrases: phrasesOf(indexed.view, item, segmenter) })),
  )
  const rarity = rarityOf(drafts.flat().flatMap(({ phrases }) => phrases.map(({ terms }) => terms)))
  const fieldRarity = rarityOf(drafts.flat().map(({ phrases }) => fieldTermsOf(phrases)))
  return drafts.map((side) =>
    side.map(({ item, phrases }) => ({
      item,
      phrases: phrases.map((phrase) => weighed(phrase, rarity)),
      terms: new Set(phrases.flatMap(({ terms }) => [...terms])),
      fields: fieldsOfItem(phrases, fieldRarity),
    })),
  )
}

function fieldTermsOf(phrases: readonly PhraseDraft[]): ReadonlySet<string> {
  return new Set(phrases.flatMap(({ terms }) => [...terms].filter(isField)))
}

/** What a heading names weighs as much as this many clauses. */
const HEADING_FIELD = 3

function fieldsOfItem(
  phrases: readonly PhraseDraft[],
  rarity: (term: string) => number,
): ReadonlyMap<string, number> {
  const fields = new Map<string, number>()
  for (const { terms, isHeading } of phrases)
    for (const term of terms)
      if (isField(term))
        fields.set(term, (fields.get(term) ?? 0) + (isHeading ? HEADING_FIELD : 1) * rarity(term))
  return fields
}

function isField(term: string): boolean {
  return term.startsWith('f:')
}

interface PhraseDraft {
  readonly range: Range
  readonly isHeading: boolean
  readonly terms: ReadonlySet<string>
}

function phrasesOf(view: string, item: PlanItem, segmenter: Segmenter): readonly PhraseDraft[] {
  const heading = item.headingRange === null ? [] : [{ range: item.headingRange, isHeading: true }]
  const clauses = item.clauses.map((range) => ({ range, isHeading: false }))
  return [...heading, ...clauses].map((phrase) => ({
    ...phrase,
    terms: termsIn(view.slice(phrase.range.start, phrase.range.end), segmenter),
  }))
}

/** Words and pairs of letters of what is acted on; figures change from year to year and tell nothing. */
function termsIn(words: string, segmenter: Segmenter): ReadonlySet<string> {
  const matter = words
    .split(/[,，、;；]/u)
    .map((part) => part.replace(DEED, '') || part)
    .join(',')
  const { bigram, word } = termsOf(matter, segmenter)
  const isTelling = (term: string) => !/^\d/u.test(term)
  return new Set([
    ...bigram.filter(isTelling),
    ...word.filter(isTelling).map((term) => `w:${term}`),
    ...[...fieldsIn(words)].map((field) => `f:${field}`),
  ])
}

function rarityOf(phrases: readonly ReadonlySet<string>[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const terms of phrases) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + phrases.length / (1 + (counts.get(term) ?? 0)))
}

function weighed({ range, isHeading, terms }: PhraseDraft, rarity: (term: string) => number): Phrase {
  const factor = isHeading ? HEADING_WEIGHT : 1
  const weights = new Map([...terms].map((term) => [term, rarity(term)]))
  const total = [...weights.values()].reduce((sum, each) => sum + each, 0)
  return {
    range,
    isHeading,
    terms: weights,
    fields: [...terms].filter(isField),
    total,
    weight: factor * total,
  }
}
