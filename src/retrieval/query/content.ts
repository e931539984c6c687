import type { Range } from '../../corpus/index.ts'
import { COMMON_WORDS, DOCUMENT_WORDS, EDGE_CHARACTERS, QUESTION_WORDS } from './lexicon.ts'

/** One run of a question that carries content, and how much each of its characters weighs. */
export interface ContentPiece {
  readonly text: string
  /** One weight per UTF-16 unit of `text`, 0 to 1. */
  readonly weights: readonly number[]
}

const COMMON_WEIGHT = 0.25
const EDGE_WEIGHT = 0.05

const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)
const CUT = new RegExp(byLength([...QUESTION_WORDS, ...DOCUMENT_WORDS]).join('|'), 'gu')
const COMMON = new RegExp(byLength(COMMON_WORDS).join('|'), 'gu')
const RUN = /\d+(?:\.\d+)?|[a-z][a-z0-9+-]*|\p{Script=Han}+/gu

/**
 * What a question is about, once places, years, document words and asking words are taken out. Each cut
 * leaves a gap, so that no bigram joins two words that were not neighbours.
 * @param view normalised question
 * @param used ranges the filters have consumed
 */
export function contentPieces(view: string, used: readonly Range[]): readonly ContentPiece[] {
  const letters = [...view].map((letter, at) =>
    used.some((range) => range.start <= at && at < range.end) ? ' ' : letter,
  )
  const open = letters.join('').replace(CUT, (word) => ' '.repeat(word.length))
  const pieces: ContentPiece[] = []
  for (const match of open.matchAll(RUN)) {
    const text = trimEdges(match[0])
    if (text !== '') pieces.push({ text, weights: weightsOf(text) })
  }
  return pieces
}

function trimEdges(run: string): string {
  let start = 0
  let end = run.length
  while (start < end && EDGE_CHARACTERS.has(run[start] ?? '')) start++
  while (end > start && EDGE_CHARACTERS.has(run[end - 1] ?? '')) end--
  return run.slice(start, end)
}

function weightsOf(text: string): readonly number[] {
  const weights = new Array<number>(text.length).fill(1)
  for (const match of text.matchAll(COMMON))
    weights.fill(COMMON_WEIGHT, match.index, match.index + match[0].length)
  for (let at = 0; at < text.length; at++) if (text[at] === '的') weights[at] = EDGE_WEIGHT
  return weights
}
