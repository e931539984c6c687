import type { ProvenSentence } from '../../citation/index.ts'
import { normalisedView, overlaps } from '../../corpus/index.ts'
import { findQuantities, findYears } from '../../text/index.ts'

/** Share of the pairs of letters that must come back: of a sentence with figures, and of each clause of another. */
const LEAST_SHARE = 0.5

/** What an answer says, without what code says of its items all together. */
export function itemsOf(sentences: readonly ProvenSentence[]): readonly ProvenSentence[] {
  return sentences.filter((sentence) => !isTally(sentence, sentences))
}

/** What code says of the items all together, such as how many they are: that is code's to say, whoever words them. */
export function tallyOf(sentences: readonly ProvenSentence[]): readonly ProvenSentence[] {
  return sentences.filter((sentence) => isTally(sentence, sentences))
}

function isTally(sentence: ProvenSentence, all: readonly ProvenSentence[]): boolean {
  const others = all.filter((one) => one !== sentence).flatMap(({ citations }) => citations)
  const { citations } = sentence
  return (
    sentence.verdict !== 'quoted' &&
    citations.length > 1 &&
    citations.every(({ span, sha256 }) =>
      others.some((other) => other.sha256 === sha256 && other.span.start === span.start),
    )
  )
}

/**
 * The sentences of the extractive answer that what was told leaves out: no told sentences rest on the same places
 * and bring all of its figures and years, or without any figures something of each clause.
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
  if (figures.length === 0)
    return view.split(/[，,；;：:、。]/u).every((clause) => shareOf(pairsOf(clause), brought) >= LEAST_SHARE)
  const known = new Set(figuresOf(brought))
  return figures.every((figure) => known.has(figure)) && shareOf(pairsOf(view), brought) >= LEAST_SHARE
}

function figuresOf(view: string): readonly string[] {
  const plain = view.replace(/百分之(\d+(?:\.\d+)?)/gu, '$1%')
  const quantities = findQuantities(plain).map(({ figure, unit }) => `${figure.replaceAll(',', '')}${unit}`)
  return [...quantities, ...findYears(plain).map(({ year }) => `${year}年`)]
}

/** The neighbouring letters of a text, mark by mark apart. */
export function pairsOf(view: string): readonly string[] {
  return [...view.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
}

/** Share of some pairs that a text holds; 1 when there are none. */
export function shareOf(pairs: readonly string[], view: string): number {
  if (pairs.length === 0) return 1
  return pairs.filter((pair) => view.includes(pair)).length / pairs.length
}
