import type { Cover } from './cover.ts'
import { isLightIn } from './light.ts'
import { isSilent } from './omission.ts'
import type { Token } from './token.ts'
import type { Wording } from './wording.ts'

/** Words that join others; whatever else stands free in a claim names something, if only in general. */
const PARTICLE =
  /^[的了为是达到共等系所之于在也使对其数自把由从有即则而但并又还便就该此这者里止起以让来去地得时内将把量数额]+$|^期间$/u

/**
 * Whether a claim puts a free word where the original has one of its own: 开展预案 for 完善预案, 收运单位 for 收运车辆.
 * Such a word is neither an addition nor an omission; it takes the place of another.
 */
export function substitutes(claim: Wording, cover: Cover, wordings: readonly Wording[]): boolean {
  for (let from = 0; from < cover.length; from++) {
    if (cover[from] !== null) continue
    let to = from
    while (to < cover.length && cover[to] === null) to++
    const words = lettersBetween(claim.tokens, from, to)
    if (words !== '' && !PARTICLE.test(words) && isTaken(cover, from, to, wordings)) return true
    from = to
  }
  return false
}

function lettersBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ kind, keys }) => (kind === 'letter' ? (keys[0] ?? '') : ''))
    .join('')
}

/** Whether the original has words of its own where the claim has free ones. */
function isTaken(cover: Cover, from: number, to: number, wordings: readonly Wording[]): boolean {
  const before = cover[from - 1] ?? undefined
  const after = cover[to] ?? undefined
  const clause = (after ?? before)?.clause
  const wording = clause === undefined ? undefined : wordings[clause]
  if (wording === undefined || (before !== undefined && before.clause !== clause)) return false
  const start = before === undefined ? 0 : before.at + 1
  const end = after?.at ?? wording.tokens.length
  if (start >= end || isSilent({ start, end }, wording)) return false
  return !wording.tokens.slice(start, end).every((_, at) => isLightIn(wording.tokens, start + at))
}
