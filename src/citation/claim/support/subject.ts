import { isDependent } from '../clause/binding.ts'
import { VERB } from '../word/adverb.ts'
import { CIRCUMSTANCE, CONDITION, VERBAL } from './clause-words.ts'
import type { Wording } from './wording.ts'

/** Whether a clause brings its own subject, rather than going on about the one before. */
export function isOwnSubject(wording: Wording | undefined): boolean {
  if (wording === undefined) return false
  const letters = wording.letters.replace(/^[、h]+/u, '').replace(/^其中(?=[^#、])/u, '')
  return (
    !CONDITION.test(letters) &&
    !isDependent({ letters: letters.replaceAll('#', '\uE000') }) &&
    !VERBAL.test(letters) &&
    !CIRCUMSTANCE.test(letters)
  )
}

/** Whether a clause only says how or when: it states nothing by itself. */
export function isCircumstance({ tokens, letters }: Wording): boolean {
  const words = letters.replace(/^[、h]+/u, '')
  return (
    !tokens.some(({ kind }) => kind === 'amount') &&
    (words.length < 3 || CIRCUMSTANCE.test(words) || CONDITION.test(words))
  )
}

/** Surely so: it does not begin like a verb either. */
export function isNewSubject(wording: Wording | undefined): boolean {
  return isOwnSubject(wording) && !VERB.test(wording?.letters.replace(/^[、h]+/u, '') ?? '')
}
