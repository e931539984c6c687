import type { PreparedEvidence } from '../clause/evidence.ts'
import { pairsOf } from '../clause/evidence.ts'
import type { BoundClause } from '../clause/segment.ts'
import { align, MOST_DISAGREEMENTS } from './align.ts'
import { timeDisagreements } from './governing.ts'
import type { Disagreement } from './move.ts'
import { sideOf } from './side.ts'
import { alignedSomehow } from './variant.ts'

/** Some clauses of the claim, and the clauses of the original that say the same. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly originals: readonly BoundClause[]
  readonly disagreements: readonly Disagreement[]
}

/** Clauses of a text that are alike enough to be read side by side. */
const CANDIDATES = 10
/** Short clauses (达到70%) are alike everywhere. */
const SHORT = 8
const SHORT_CANDIDATES = 60
const LEAST_SHARED = 0.4
/** Segments whose clauses are read too, though they share little. */
const NEAREST = 2
const MOST_SEGMENTS = 6
const MOST_AROUND = 40
const WINDOW = 3
const PIECES_PER_CLAUSE = 5
const MOST_COVERS = 60
/** Steps of the search for covers; beyond them a claim stays unproven. */
const MOST_STEPS = 5000

/** Ways to find all clauses of a claim in one text, fewest disagreements first. */
export function coversOf(
  claim: readonly BoundClause[],
  claimView: string,
  prepared: PreparedEvidence,
  homes: readonly string[],
): readonly (readonly Piece[])[] {
  const alike = claim.map((_, at) => candidatesFor(claim, at, prepared))
  // A clause in other words stands most likely where the clauses around it stand.
  const near = alike.flatMap((own) => own.slice(0, NEAREST))
  const segments = [...new Set(near.map(({ segment }) => segment))].slice(0, MOST_SEGMENTS)
  const around = segments.flatMap((segment) =>
    (prepared.segments[segment]?.clauses ?? []).slice(0, MOST_AROUND),
  )
  const found = alike.map((own, at) =>
    piecesFrom(at, new Set([...own, ...around]), { claim, claimView, prepared, homes }),
  )
  const pieces = found.map((own) => best(own, found))
  const covers: (readonly Piece[])[] = []
  let steps = 0
  const extend = (at: number, chosen: readonly Piece[]) => {
    if (covers.length >= MOST_COVERS || ++steps > MOST_STEPS) return
    if (at >= claim.length) {
      covers.push(chosen)
      return
    }
    for (const piece of pieces[at] ?? []) {
      const isTaken = chosen.some(({ originals }) =>
        originals.some((clause) => piece.originals.includes(clause)),
      )
      const cost = countOf(chosen) + piece.disagreements.length
      if (!isTaken && cost <= MOST_DISAGREEMENTS) extend(piece.to + 1, [...chosen, piece])
    }
  }
  extend(0, [])
  return covers.sort((a, b) => countOf(a) - countOf(b))
}

export function countOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { disagreements }) => sum + disagreements.length, 0)
}

interface Task {
  readonly claim: readonly BoundClause[]
  readonly claimView: string
  readonly prepared: PreparedEvidence
  readonly homes: readonly string[]
}

function piecesFrom(at: number, candidates: ReadonlySet<BoundClause>, task: Task): readonly Piece[] {
  const { claim, claimView, prepared, homes } = task
  const found: Piece[] = []
  for (const original of candidates) {
    for (const { to, originals } of windows(at, original, claim, prepared)) {
      const ours = claim.slice(at, to + 1)
      const claimSide = sideOf(ours, claimView, homes)
      const originalSide = sideOf(originals, prepared.view, homes)
      const alignment =
        prepared.segments[original.segment]?.isOrdered === true
          ? align(claimSide, originalSide)
          : alignedSomehow(claimSide, originalSide, homes)
      if (alignment === undefined) continue
      const times = timeDisagreements(ours, originals, claim, prepared.calendar)
      if (times !== undefined)
        found.push({ from: at, to, originals, disagreements: [...alignment.disagreements, ...times] })
    }
  }
  return found
}

/** Fewest disagreements first, then those in a sentence where other clauses of the claim are found too. */
function best(own: readonly Piece[], all: readonly (readonly Piece[])[]): readonly Piece[] {
  const company = (piece: Piece) =>
    all.filter((others) =>
      others.some(({ originals }) => originals[0]?.segment === piece.originals[0]?.segment),
    ).length
  return own
    .map((piece) => ({ piece, company: company(piece) }))
    .sort((a, b) => a.piece.disagreements.length - b.piece.disagreements.length || b.company - a.company)
    .slice(0, PIECES_PER_CLAUSE)
    .map(({ piece }) => piece)
}

/** Clauses that share enough pairs of letters with a clause of the claim, best first. */
export function candidatesFor(
  claim: readonly BoundClause[],
  at: number,
  { byPair, clauses }: PreparedEvidence,
): readonly BoundClause[] {
  const own = pairsOf(claim[at]?.letters ?? '')
  const shared = new Map<number, number>()
  for (const pair of own)
    for (const index of byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
  const scored = [...shared].map(([index, count]) => {
    const letters = clauses[index]?.letters.length ?? 0
    return { index, share: count / Math.max(1, Math.min(own.size, letters - 1)), count }
  })
  return scored
    .filter(({ share }) => share >= LEAST_SHARED)
    .sort((a, b) => b.count - a.count || a.index - b.index)
    .slice(0, (claim[at]?.letters.length ?? 0) < SHORT ? SHORT_CANDIDATES : CANDIDATES)
    .flatMap(({ index }) => clauses[index] ?? [])
}

/** One clause against one, one against several in a row, several in a row against one. */
function windows(
  at: number,
  original: BoundClause,
  claim: readonly BoundClause[],
  prepared: PreparedEvidence,
) {
  const found: { to: number; originals: readonly BoundClause[] }[] = []
  const all = prepared.segments[original.segment]?.clauses ?? []
  const segment = original.carries === undefined ? all : []
  if (original.carries !== undefined) found.push({ to: at, originals: [original] })
  const place = original.order - (segment[0]?.order ?? 0)
  for (let first = Math.max(0, place - WINDOW + 1); first <= place; first++)
    for (let last = place; last < Math.min(segment.length, first + WINDOW); last++)
      found.push({ to: at, originals: segment.slice(first, last + 1) })
  for (let to = at + 1; to < Math.min(claim.length, at + WINDOW); to++)
    found.push({ to, originals: [original] })
  return found.filter(({ to, originals }) => {
    const ours = lettersOf(claim.slice(at, to + 1))
    const theirs = lettersOf(originals)
    return theirs >= 0.6 * ours - 4 && theirs <= 1.7 * ours + 8
  })
}

function lettersOf(clauses: readonly BoundClause[]): number {
  return clauses.reduce((sum, { letters }) => sum + letters.length, 0)
}
