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

/** 造成3人以上死亡，或者损失1000万元以上的，为较大事故: either is enough. */
export function hasAlternative(clause: number, wordings: readonly Wording[]): boolean {
  const letters = wordings[clause]?.letters ?? ''
  const next = wordings[clause + 1]?.letters ?? ''
  return next.startsWith('或') && ![letters, next].some((words) => /^(?:但|除)|外$/u.test(words))
}

/** 劳动者提前三十日通知单位，可以解除合同: what is permitted on doing so is not permitted without. */
export function isMeans(left: string, next: Wording | undefined): boolean {
  const isDone = /通知|提交|提出|缴纳|支付|办理|公告|备案|报告|申请|登记|告知|协商/u.test(left)
  return isDone && !/[应可要将不的]/u.test(left) && /^、?可/u.test(next?.letters ?? '')
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
  if (isOwned && EXCEPTION.test(letters)) return false
  const behind = touched.filter((kept) => kept > clause)
  if (touched.includes(clause + 1) && isMeans(letters, wordings[clause + 1])) return true
  if (hasAlternative(clause - 1, wordings) && touched.includes(clause - 1)) return false
  if (hasAlternative(clause, wordings) && touched.includes(clause + 1)) return false
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
