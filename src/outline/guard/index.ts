import { overlaps } from '../../corpus/index.ts'
import type { Find, Watch } from './find.ts'
import { pandemic } from './pandemic.ts'
import { periods } from './period.ts'
import type { PhraseLedger } from './phrase-ledger.ts'
import { datedPhrases } from './phrase-ledger.ts'
import { timeBound } from './time-bound.ts'

export { isEmptyPhrase } from './empty-phrase.ts'
export type { Find } from './find.ts'
export { nearVerbatim } from './near-verbatim.ts'
export { type PhraseLedger, phraseLedger } from './phrase-ledger.ts'

/** All that may not be carried over unseen from a stretch of a plan, in reading order. */
export function findsIn(watch: Watch, ledger: PhraseLedger): readonly Find[] {
  const known = [...timeBound(watch), ...periods(watch), ...pandemic(watch)]
  const phrases = datedPhrases(watch, ledger).filter(
    (phrase) => !known.some((find) => overlaps(find, phrase)),
  )
  return [...known, ...phrases].sort((a, b) => a.start - b.start || b.end - a.end)
}
