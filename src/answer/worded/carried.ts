import type { ProvenSentence } from '../../citation/index.ts'
import { normalisedView, overlaps } from '../../corpus/index.ts'
import { findQuantities, findYears } from '../../text/index.ts'

/** Share of an original sentence's pairs of letters that must come back: where it has figures, and where it has none. */
const SHARE_WITH_FIGURES = 0.4
const SHARE_OF_WORDS = 0.7

/**
 * The sentences of the extractive answer that what was told leaves out: no told sentences rest on the same places
 * and bring all of its figures and years and most of its words.
 */
export function leftOut(
  extractive: readonly ProvenSentence[],
  told: readonly ProvenSentence[],
): readonly ProvenSentence[] {
  return extractive.filter((sentence) => !isCarried(sentence, told))
}

function isCarried(sentence: ProvenSentence, told: readonly ProvenSentence[]): boolean {
  const places = sentence.citations.map(({ span }) => span)
  const near = told.filter(({ citations }) =>
    citations.some(({ span }) =>
      places.some((place) => place.documentId === span.documentId && overlaps(place, span)),
    ),
  )
  if (near.length === 0) return false
  const view = normalisedView(sentence.citations.map(({ quote }) => quote).join('，'))
  const brought = near.map(({ text }) => normalisedView(text)).join('\n')
  const figures = figuresOf(view)
  const known = new Set(figuresOf(brought))
  const share = shareOf(pairsOf(view), brought)
  const least = figures.length > 0 ? SHARE_WITH_FIGURES : SHARE_OF_WORDS
  return figures.every((figure) => known.has(figure)) && share >= least
}

function figuresOf(view: string): readonly string[] {
  const quantities = findQuantities(view).map(({ figure, unit }) => `${figure.replaceAll(',', '')}${unit}`)
  return [...quantities, ...findYears(view).map(({ year }) => `${year}年`)]
}

function pairsOf(view: string): readonly string[] {
  return [...view.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
}

function shareOf(pairs: readonly string[], view: string): number {
  if (pairs.length === 0) return 1
  return pairs.filter((pair) => view.includes(pair)).length / pairs.length
}
