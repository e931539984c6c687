import { adverbsAt } from './adverb.ts'
import { amountDifference } from './amount.ts'
import { connectiveLength, type Word, wordsAt } from './lexicon.ts'
import { isTimeWithin } from './time.ts'
import { AMOUNT, type Token } from './token.ts'

/** A fact on which claim and original disagree. */
export interface Disagreement {
  readonly kind: string
  /** Words of the claim, and of the original. One is empty where a word was added or left out. */
  readonly claimed: string
  readonly original: string
}

/** A run of tokens with the text it stands in. */
export interface Side {
  readonly letters: string
  readonly tokens: readonly Token[]
  readonly view: string
}

const FREE = '的'
/** 保持在70%以上 says 70%以上, and more. */
const HOLDS = ['保持在', '稳定在', '控制在', '维持在']
const EQUALS = ['达到', '达', '实现', '为', '是']
/** What looks like the name of a place or an office; a guess, so that a known word is preferred. */
const PLACE_WORD = /^[\p{Script=Han}]{1,5}?(?:自治区|街道|省|市|区|县|州|旗|镇|乡|局|委|办|厅|集团|公司)/u
const GUESS = 1.5

/** Moves on by so many tokens of the claim and of the original. */
export type Reach = (di: number, dj: number, disagreement?: Disagreement | null, weight?: number) => void

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
export function stepWords(
  claim: Side,
  i: number,
  original: Side,
  j: number,
  reach: Reach,
  homes: readonly string[],
): void {
  const ours = wordsOf(claim.letters, i, homes)
  if (ours.length === 0 && !/\p{Script=Han}/u.test(claim.letters[i] ?? '')) return
  const theirs = wordsOf(original.letters, j, homes)
  for (const a of ours)
    for (const b of theirs) {
      if (a.sense === b.sense) reach(a.text.length, b.text.length)
      else if (a.kind !== 'plain' && a.kind === b.kind && a.pole !== b.pole)
        reach(a.text.length, b.text.length, { kind: a.kind, claimed: a.text, original: b.text })
    }
  const here = placeAt(claim.letters, i)
  const there = placeAt(original.letters, j)
  if (here !== undefined && there !== undefined && here !== there && here.at(-1) === there.at(-1))
    reach(here.length, there.length, { kind: 'region', claimed: here, original: there }, GUESS)
}

function placeAt(letters: string, at: number): string | undefined {
  const place = PLACE_WORD.exec(letters.slice(at, at + 10))?.[0]
  return place !== undefined && /[的不了和与、]/u.test(place) ? undefined : place
}

/** What the claim may say beyond the original: a particle, 达到 before a figure, a connective, the document's place. */
export function stepClaim(claim: Side, i: number, reach: Reach, homes: readonly string[]): void {
  const { letters } = claim
  if (letters[i] === FREE) reach(1, 0)
  const equals = equalsLength(letters, i)
  if (equals > 0) reach(equals, 0)
  if (i === 0) {
    const connective = connectiveLength(letters)
    if (connective > 0) reach(connective, 0)
    for (const home of homes)
      if (home.length > 1 && !/^[全我本]/u.test(home) && letters.startsWith(home)) reach(home.length, 0)
  }
  for (const word of wordsAt(letters, i))
    if (word.isDecisive === true)
      reach(word.text.length, 0, { kind: word.kind, claimed: word.text, original: '' })
}

/** What the claim may leave out: particles, adverbs of effort, a connective at the head. */
export function stepOriginal(original: Side, j: number, reach: Reach): void {
  const { letters } = original
  if (letters[j] === FREE || letters[j] === '了') reach(0, 1)
  const equals = equalsLength(letters, j)
  if (equals > 0) reach(0, equals)
  const holds = HOLDS.find((word) => letters.startsWith(word, j) && letters[j + word.length] === AMOUNT)
  if (holds !== undefined) reach(0, holds.length)
  for (const length of adverbsAt(letters, j)) reach(0, length)
  if (j === 0) {
    const connective = connectiveLength(letters)
    if (connective > 0) reach(0, connective)
  }
  for (const word of wordsAt(letters, j))
    if (word.isDecisive === true)
      reach(0, word.text.length, { kind: word.kind, claimed: '', original: word.text })
}

/** 达到, 为 … right before an amount say nothing that the amount does not say. */
function equalsLength(letters: string, at: number): number {
  // 降为5% is not 降5%.
  if (/[降升增减高低长加大小少]/u.test(letters[at - 1] ?? '')) return 0
  const word = EQUALS.find((candidate) => letters.startsWith(candidate, at))
  return word !== undefined && letters[at + word.length] === AMOUNT ? word.length : 0
}

function wordsOf(letters: string, at: number, homes: readonly string[]): readonly Word[] {
  const known = wordsAt(letters, at)
  const home = homes.filter((name) => (name.length > 1 || at === 0) && letters.startsWith(name, at))
  if (home.length === 0) return known
  const own = home.map((text): Word => ({ text, kind: 'region', sense: 'home', pole: 'home' }))
  return [...known, ...own]
}

function written(claim: Side, a: Token, original: Side, b: Token) {
  return { claimed: writtenToken(claim.view, a), original: writtenToken(original.view, b) }
}

function writtenToken(view: string, token: Token): string {
  if (token.kind === 'letter') return view[token.at] ?? ''
  const { start, end } = token.kind === 'amount' ? token.amount : token.time
  return view.slice(token.at, token.at + end - start)
}
