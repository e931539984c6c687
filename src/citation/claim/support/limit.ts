import { CONDITION, EXCEPTION, HEDGED, PROHIBITION } from './clause-words.ts'
import { isNewSubject, isOwnSubject } from './subject.ts'
import type { Wording } from './wording.ts'

/** An approval given in the past, or one for a permission behind which another subject stands, limits no more. */
function isBeyond(letters: string, clause: number, kept: number, wordings: readonly Wording[]): boolean {
  if (!/^经.*(?:批准|同意|审核|核实)后?的?$/u.test(letters)) return false
  const told = wordings[kept]
  const permitted = wordings.slice(clause + 1, kept).some((own) => /可/u.test(own.letters))
  return permitted ? isNewSubject(told) : !/[可应]|不得|允许/u.test(told?.letters ?? '可')
}

/** An exception reaches back to the clause that names its subject. */
function isReached(kept: number, exception: number, wordings: readonly Wording[]): boolean {
  const from = wordings.slice(0, exception).findLastIndex(isNewSubject)
  return kept < exception && kept >= from
}

/** Whether a clause that was left out limits one that was kept. */
export function limits(
  left: Wording,
  clause: number,
  touched: readonly number[],
  wordings: readonly Wording[],
): boolean {
  const letters = left.letters
  // 原则上, which is never left out, owns to exceptions by itself.
  const isOwned = touched.every((kept) => wordings[kept]?.letters.includes('原则上') === true)
  if (
    !isOwned &&
    EXCEPTION.test(letters) &&
    (touched.includes(clause - 1) ||
      (/除外$/u.test(letters) && touched.some((kept) => isReached(kept, clause, wordings))))
  )
    return true
  const behind = touched.filter((kept) => kept > clause)
  if (CONDITION.test(letters)) return behind.some((kept) => !isBeyond(letters, clause, kept, wordings))
  const isFrame = HEDGED.exec(letters)
  if (
    isFrame !== null &&
    (isFrame[0].length === letters.length ||
      behind.some(
        (kept) => !isOwnSubject(wordings[kept]) && !/^(?:原则上|不)/u.test(wordings[kept]?.letters ?? ''),
      ))
  )
    return behind.length > 0
  if (PROHIBITION.test(letters))
    return behind.some((kept) => !/[不应可#]|鼓励|支持|允许/u.test(wordings[kept]?.letters ?? ''))
  return false
}
