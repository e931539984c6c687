import type { Passage, Range } from '../corpus/index.ts'
import { sentencesIn } from '../text/index.ts'
import { Recent } from './recent.ts'

/** Passages never change, and questions come back to the same ones. */
const known = new Recent<Passage, readonly Range[]>(4000)

/**
 * Sentences of a passage.
 * @param view the normalised view of the passage's document
 */
export function passageSentences(view: string, passage: Passage): readonly Range[] {
  return known.get(passage, () => sentencesIn(view, passage))
}
