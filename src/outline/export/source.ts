import type { z } from 'zod'
import type { basisSchema, DraftSentence, OutlineItem } from '../outline.ts'
import { visible } from './visible.ts'

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

type Resting = Pick<OutlineItem, 'basis' | 'sentences'>

/** Every citation of an item and of its sentences, as they come. */
export function citationsOf({ basis, sentences }: Resting): readonly Basis[] {
  return [...basis, ...sentences.flatMap((sentence) => sentence.basis)]
}

/**
 * What a reader is shown of them: what the item names first, each place once, none that lies within another, and no
 * bare punctuation.
 */
export function sourcesOf(item: Resting): readonly Basis[] {
  const telling = citationsOf(item).filter(({ quote }) => isTelling(quote))
  return telling.filter(
    (source, at) =>
      !telling.some((other, place) => covers(other, source) && (place < at || !covers(source, other))),
  )
}

/** Which of the sources a sentence rests on, counted from 1. */
export function sourceNumbers({ basis }: DraftSentence, sources: readonly Basis[]): readonly number[] {
  return sources.flatMap((source, at) =>
    basis.some((one) => isTelling(one.quote) && covers(source, one)) ? [at + 1] : [],
  )
}

/** A quote that is evidence of something. */
export function isTelling(quote: string): boolean {
  return /[\p{L}\p{N}]/u.test(quote)
}

/** The words are compared too: of two citations that disagree about one place, both are shown and one is found out. */
function covers(outer: Basis, inner: Basis): boolean {
  const from = inner.span.start - outer.span.start
  return (
    outer.span.documentId === inner.span.documentId &&
    from >= 0 &&
    outer.quote.startsWith(inner.quote, from) &&
    visible(outer.quote).includes(visible(inner.quote))
  )
}
