import type { BoundClause, Segment } from '../clause/segment.ts'
import type { Piece } from './cover.ts'

const PART = '其中'
/** Enough to be understood without the whole it is part of. */
const STANDS_ALONE = /^其中[\p{Script=Han}、]{5,}/u

/**
 * Whether the claim tells parts as parts where it adds or leaves out 其中: what follows a 其中 in the original is a part
 * too, and a part whose whole the claim does not name must be clear by itself.
 */
export function keepsParts(
  pieces: readonly Piece[],
  claim: readonly BoundClause[],
  segments: readonly Segment[],
): boolean {
  return pieces.every((piece, at) => {
    const [original] = piece.originals
    const ours = claim[piece.from]?.letters ?? ''
    if (original === undefined || ours.startsWith(PART) === original.letters.startsWith(PART)) return true
    const run = partsAround(original, segments)
    const before = pieces[at - 1]?.originals.at(-1)
    if (ours.startsWith(PART)) return run.includes(original) && before !== undefined && !run.includes(before)
    return before === undefined ? STANDS_ALONE.test(original.letters) : run.includes(before)
  })
}

/** The clauses of a segment from its 其中 on. */
function partsAround(clause: BoundClause, segments: readonly Segment[]): readonly BoundClause[] {
  const all = segments[clause.segment]?.clauses ?? []
  const from = all.findIndex(({ letters }) => letters.startsWith(PART))
  return from === -1 ? [] : all.slice(from)
}
