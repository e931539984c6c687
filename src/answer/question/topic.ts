import {
  ALTERNATIVES,
  COMMON_WEIGHT,
  type ContentPiece,
  FUNCTION_CHARACTERS,
  LIGHT_CHARACTERS,
  type Rarity,
} from '../../retrieval/index.ts'

/** Two neighbouring characters of a piece, weighing as much as the lighter of the two. */
export interface Pair {
  readonly text: string
  /** Its piece, and where it begins there. */
  readonly piece: number
  readonly at: number
  readonly weight: number
}

export interface Synonyms {
  readonly start: number
  readonly end: number
  readonly others: readonly string[]
}

/** What a question is about, character by character, with how much each character tells in this corpus. */
export interface Topic {
  readonly pieces: readonly ContentPiece[]
  readonly pairs: readonly Pair[]
  readonly totalWeight: number
  /** Where the thing measured is named: the last two neighbouring characters of full weight; null without any. */
  readonly measure: { readonly piece: number; readonly at: number } | null
  /** For each piece, the words in it that have synonyms, where they start, and what else may be said. */
  readonly synonyms: readonly (readonly Synonyms[])[]
  /** For each character of each piece, whether it is more than a planning word or a particle. */
  readonly core: readonly (readonly boolean[])[]
  /** For each character of each piece, whether the corpus holds it beside one of its neighbours. */
  readonly held: readonly (readonly boolean[])[]
  /** For each character of each piece, whether the corpus holds it beside the next one. */
  readonly joined: readonly (readonly boolean[])[]
}

/** Weighs the pieces: a character tells as much as the pairs it stands in, on the average. */
export function weighTopic(pieces: readonly ContentPiece[], rarity: Rarity): Topic {
  const weighed = pieces.map((piece) => ({ ...piece, weights: weightsOf(piece, rarity) }))
  const pairs = weighed.flatMap((own, piece) => pairsOf(own, piece, rarity))
  return {
    pieces: weighed,
    pairs,
    totalWeight: sum(weighed.flatMap((piece) => piece.weights)),
    measure: measureOf(pieces, rarity),
    synonyms: weighed.map(({ text }) => synonymsIn(text)),
    held: pieces.map(({ text }) => [...text].map((_, at) => isHeldAt(text, at, rarity))),
    joined: pieces.map(({ text }) => [...text].map((_, at) => rarity(text.slice(at, at + 2)) !== null)),
    core: pieces.map((piece) => piece.weights.map((weight) => weight > COMMON_WEIGHT)),
  }
}

function isHeldAt(text: string, at: number, rarity: Rarity): boolean {
  return rarity(text.slice(at, at + 2)) !== null || (at > 0 && rarity(text.slice(at - 1, at + 1)) !== null)
}

/** Words behind 在 or 给 say where and for whom, and not what is measured. */
const ADVERBIAL = /(?<=\p{Script=Han}{2})[在给向从对跟用按](?=\p{Script=Han}{2})/gu

/** What planning words weigh where they are part of the name of a heading or a column. */
const LEAST_OF_NAME = 0.3

/** The same, with no character weighing next to nothing: for what is called by planning words. */
export function weighName(pieces: readonly ContentPiece[], rarity: Rarity): Topic {
  const full = pieces.map((piece) => ({
    ...piece,
    weights: piece.weights.map((weight) => Math.max(weight, LEAST_OF_NAME)),
  }))
  return weighTopic(full, rarity)
}

function measureOf(pieces: readonly ContentPiece[], rarity: Rarity): Topic['measure'] {
  const verbless = lastMeasure(pieces, rarity, true)
  return verbless ?? lastMeasure(pieces, rarity, false)
}

function lastMeasure(pieces: readonly ContentPiece[], rarity: Rarity, isVerbless: boolean): Topic['measure'] {
  for (let piece = pieces.length - 1; piece >= 0; piece--) {
    const { text = '', weights = [] } = pieces[piece] ?? {}
    const adverbial = [...text.matchAll(ADVERBIAL)].at(-1)?.index ?? text.length
    // 要建好 behind a noun is how the question is put, and nothing that is measured.
    const isVerb = (at: number) => isLight(text[at] ?? '') && rarity(text.slice(at - 1, at + 1)) === null
    const isFull = (at: number) => weights[at] === 1 && weights[at - 1] === 1 && !(isVerbless && isVerb(at))
    const at = [adverbial, text.length]
      .map((end) => weights.findLastIndex((_, index) => index < end && isFull(index)))
      .find((index) => index !== -1)
    if (at !== undefined) return { piece, at }
  }
  return null
}

function synonymsIn(text: string): readonly Synonyms[] {
  return [...ALTERNATIVES].flatMap(([word, others]) => {
    const start = text.indexOf(word)
    return start === -1 ? [] : [{ start, end: start + word.length, others }]
  })
}

/** What an everyday verb or measure word weighs that this corpus never joins to its neighbours. */
export const UNJOINED_WEIGHT = 0.12

/**
 * Only pairs the corpus holds tell how much a character weighs: a pair across two words (业后 in 毕业后) is absent
 * without being rare. A character that stands in no pair of the corpus belongs to a word unknown to it.
 */
function weightsOf({ text, weights }: ContentPiece, rarity: Rarity): readonly number[] {
  if (isToken(text) || text.length === 1) return weights
  const pairs = weights.slice(1).map((_, at) => rarity(text.slice(at, at + 2)))
  const aroundOf = (at: number) => [pairs[at - 1] ?? null, pairs[at] ?? null].filter((pair) => pair !== null)
  /** Whether a character is part of an unknown word that more than everyday verbs make up. */
  const isOfWord = (at: number) =>
    at >= 0 && at < text.length && aroundOf(at).length === 0 && !isLight(text[at] ?? '')
  return weights.map((weight, at) => {
    const around = aroundOf(at)
    if (around.length > 0) return (weight * sum(around)) / around.length
    const isVerb = isLight(text[at] ?? '') && !(isOfWord(at - 1) && isOfWord(at + 1))
    return isVerb ? Math.min(weight, UNJOINED_WEIGHT) : weight
  })
}

/** Whether a character mostly builds grammar or is an everyday verb or measure. */
function isLight(letter: string): boolean {
  return LIGHT_CHARACTERS.has(letter) || FUNCTION_CHARACTERS.has(letter)
}

/** A lone character, a number or a Latin word is a pair of its own. */
function pairsOf({ text, weights }: ContentPiece, piece: number, rarity: Rarity): readonly Pair[] {
  if (text.length === 1 || isToken(text)) return [{ text, piece, at: 0, weight: weights[0] ?? 0 }]
  const pairs = weights.slice(0, -1).map((weight, at) => {
    const own = text.slice(at, at + 2)
    const isHeld = rarity(own) !== null
    return { text: own, piece, at, weight: Math.min(weight, weights[at + 1] ?? 0), isHeld }
  })
  // 业后 in 毕业后 runs across two words; 名字 behind 的 is one, though 的名 is held.
  const crosses = (own: number, other: { weight: number; isHeld: boolean } | undefined) =>
    other?.isHeld === true && other.weight >= own
  return pairs.filter(
    ({ isHeld, weight }, at) => isHeld || !(crosses(weight, pairs[at - 1]) || crosses(weight, pairs[at + 1])),
  )
}

export function isToken(text: string): boolean {
  return /^[a-z0-9.+-]+$/u.test(text)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
