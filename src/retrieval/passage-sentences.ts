import type { Passage, Range } from '../corpus/index.ts'
import { sentencesIn } from '../text/index.ts'

const known = new WeakMap<Passage, readonly Range[]>()

/**
 * Sentences of a passage. Passages never change, and every question looks into many of them, so each is
 * split once.
 * @param view the normalised view of the passage's document
 */
export function passageSentences(view: string, passage: Passage): readonly Range[] {
  const split = known.get(passage) ?? sentencesIn(view, passage)
  known.set(passage, split)
  return split
}
