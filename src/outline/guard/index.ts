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
  const known = [...timeBound(watch), ...periods(watch), ...pandemic(watch)].map((find) => whole(find, watch))
  const phrases = datedPhrases(watch, ledger).filter(
    (phrase) => !known.some((find) => overlaps(find, phrase)),
  )
  return [...known, ...phrases].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A quotation is not cut in half: what would be blanked from within it over its border is blanked with it. */
function whole(find: Find, { view, range }: Watch): Find {
  if (find.blank === null || find.showsOld) return find
  const words = view.slice(find.start, find.end)
  const opens = words.lastIndexOf('“') > words.lastIndexOf('”')
  const closes = words.includes('”') && (words.indexOf('“') === -1 || words.indexOf('”') < words.indexOf('“'))
  const end = opens ? view.indexOf('”', find.end) + 1 : find.end
  const start = closes ? view.lastIndexOf('“', find.start) : find.start
  const isSound = start >= range.start && end > 0 && end <= range.end && end - start <= LONGEST
  return isSound ? { ...find, start, end } : find
}

/** A mark further away belongs to another quotation. */
const LONGEST = 60
