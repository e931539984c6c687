import type { z } from 'zod'
import type { basisSchema, DraftSentence, OutlineItem } from '../outline.ts'

export type Basis = z.infer<typeof basisSchema>

/** A source with where it stands: 《题名》（地方，2026年）一、… › （一）… */
export function describeSource({ title, jurisdiction, years, path }: Basis): string {
  const name = /^《[^《》]*》$/u.test(title) ? title : `《${title}》`
  const about = [jurisdiction?.name, years === null ? undefined : periodOf(years)].filter(
    (part) => part !== undefined,
  )
  return `${name}${about.length > 0 ? `（${about.join('，')}）` : ''}${path.join(' › ')}`
}

function periodOf([from, to]: readonly [number, number]): string {
  return from === to ? `${from}年` : `${from}—${to}年`
}

/** Everything an item rests on, each place once: what the item names first, then what only its sentences name. */
export function sourcesOf({ basis, sentences }: Pick<OutlineItem, 'basis' | 'sentences'>): readonly Basis[] {
  const all = [...basis, ...sentences.flatMap((sentence) => sentence.basis)]
  const places = new Map(all.map((source) => [placeOf(source), source]))
  return [...new Set(all.map(placeOf))].flatMap((place) => places.get(place) ?? [])
}

/** Which of the sources a sentence rests on, counted from 1. */
export function sourceNumbers(sentence: DraftSentence, sources: readonly Basis[]): readonly number[] {
  const places = new Set(sentence.basis.map(placeOf))
  return sources.flatMap((source, at) => (places.has(placeOf(source)) ? [at + 1] : []))
}

/** The quote takes part: a place whose text was changed is another source, and the check of its hash will tell. */
function placeOf({ span, quote }: Basis): string {
  return `${span.documentId} ${span.start} ${span.end} ${quote}`
}
