import { amountDifference } from '../word/amount.ts'
import { isTimeWithin } from '../word/time.ts'
import type { Token } from '../word/token.ts'
import type { Side } from './side.ts'

/** A fact on which claim and original disagree. */
export interface Disagreement {
  readonly kind: string
  /** Words of the claim, and of the original. One is empty where a word was added or left out. */
  readonly claimed: string
  readonly original: string
}

const GUESS = 1.5

/** Moves on by so many tokens of the claim and of the original. */
export type Reach = (di: number, dj: number, disagreement?: Disagreement | null, weight?: number) => void

/** One token of each: the same, or an amount or a time that differs. */
export function stepBoth(claim: Side, i: number, original: Side, j: number, reach: Reach): void {
  const a = claim.tokens[i]
  const b = original.tokens[j]
  if (a === undefined || b === undefined) return
  if (a.kind === 'letter' || b.kind === 'letter') {
    if (a.kind === b.kind && claim.letters[i] === original.letters[j]) reach(1, 1)
    return
  }
  if (a.kind === 'amount' && b.kind === 'amount') {
    const difference = amountDifference(a.amount, b.amount)
    reach(1, 1, difference === undefined ? null : { kind: difference, ...written(claim, a, original, b) })
  } else if (a.kind === 'time' && b.kind === 'time') {
    reach(1, 1, isTimeWithin(a.time, b.time) ? null : { kind: 'year', ...written(claim, a, original, b) })
  }
}

/** Words of the lexicon on both sides: the same sense, or a fact turned round. */
export function stepWords(claim: Side, i: number, original: Side, j: number, reach: Reach): void {
  const ours = claim.moves[i]
  const theirs = original.moves[j]
  if (ours === undefined || theirs === undefined) return
  for (const a of ours.words)
    for (const b of theirs.words) {
      if (a.sense === b.sense) reach(a.text.length, b.text.length)
      else if (a.kind !== 'plain' && a.kind === b.kind && a.pole !== b.pole)
        reach(a.text.length, b.text.length, { kind: a.kind, claimed: a.text, original: b.text })
    }
  const here = ours.place
  const there = theirs.place
  if (here !== undefined && there !== undefined && here !== there && here.at(-1) === there.at(-1))
    reach(here.length, there.length, { kind: 'region', claimed: here, original: there }, GUESS)
}

/** What the claim says beyond the original: what is free to be said, or a word that is a fact. */
export function stepClaim(claim: Side, i: number, reach: Reach): void {
  const moves = claim.moves[i]
  if (moves === undefined) return
  for (const length of moves.added) reach(length, 0)
  for (const word of moves.decisive)
    reach(word.text.length, 0, { kind: word.kind, claimed: word.text, original: '' })
}

/** What the claim leaves out of the original: what says nothing of its own, or a word that is a fact. */
export function stepOriginal(original: Side, j: number, reach: Reach): void {
  const moves = original.moves[j]
  if (moves === undefined) return
  for (const length of moves.missing) reach(0, length)
  for (const word of moves.decisive)
    reach(0, word.text.length, { kind: word.kind, claimed: '', original: word.text })
}

function written(claim: Side, a: Token, original: Side, b: Token) {
  return { claimed: writtenToken(claim.view, a), original: writtenToken(original.view, b) }
}

export function writtenToken(view: string, token: Token): string {
  if (token.kind === 'letter') return view[token.at] ?? ''
  const { start, end } = token.kind === 'amount' ? token.amount : token.time
  return view.slice(token.at, token.at + end - start)
}
