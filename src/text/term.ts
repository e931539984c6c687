import { lexicalPieces } from './piece.ts'
import type { Segmenter } from './segmenter.ts'

/** The three kinds of term a passage is indexed under. */
export const LEGS = ['character', 'bigram', 'word'] as const
export type Leg = (typeof LEGS)[number]
export type LegTerms = Readonly<Record<Leg, readonly string[]>>

/**
 * Index terms of a text, repeated as they occur. Numbers and Latin words are one term in every leg.
 * @param view normalised text
 */
export function termsOf(view: string, segmenter: Segmenter): LegTerms {
  const character: string[] = []
  const bigram: string[] = []
  for (const piece of lexicalPieces(view)) {
    if (piece.kind === 'token') {
      character.push(piece.text)
      bigram.push(piece.text)
      continue
    }
    const letters = [...piece.text]
    for (const [i, letter] of letters.entries()) {
      character.push(letter)
      const next = letters[i + 1]
      if (next !== undefined) bigram.push(letter + next)
    }
  }
  return { character, bigram, word: wordsOf(view, segmenter) }
}

function wordsOf(view: string, segmenter: Segmenter): readonly string[] {
  const words: string[] = []
  for (const piece of lexicalPieces(view)) {
    if (piece.kind === 'token') words.push(piece.text)
    else for (const word of segmenter.cut(piece.text)) if (word.length > 1) words.push(word)
  }
  return words
}
