import type { BoundClause } from '../clause/segment.ts'
import { addedAt, missingAt } from '../word/free.ts'
import { type Word, wordsAt } from '../word/lexicon.ts'
import type { Token } from '../word/token.ts'

/** What may happen at one token when two texts are read side by side. */
export interface Moves {
  /** Words of the lexicon that begin here. */
  readonly words: readonly Word[]
  /** Those whose presence is a fact. */
  readonly decisive: readonly Word[]
  /** Lengths that the claim may leave out, or say beyond the original. */
  readonly missing: readonly number[]
  readonly added: readonly number[]
  /** What looks like the name of a place or an office. */
  readonly place: string | undefined
}

/** A run of tokens with the text it stands in. */
export interface Side {
  readonly letters: string
  readonly tokens: readonly Token[]
  readonly view: string
  readonly moves: readonly Moves[]
  /** Where its clauses begin. */
  readonly starts: readonly number[]
}

/** A guess, so that a known word is preferred. */
const PLACE_WORD = /^[\p{Script=Han}]{1,5}?(?:自治区|街道|省|市|区|县|州|旗|镇|乡|局|委|办|厅|集团|公司)/u

const known = new WeakMap<BoundClause, readonly Moves[]>()

export function sideOf(clauses: readonly BoundClause[], view: string, homes: readonly string[]): Side {
  const starts: number[] = []
  let at = 0
  for (const { letters } of clauses) {
    starts.push(at)
    at += letters.length
  }
  return {
    starts,
    letters: clauses.map(({ letters }) => letters).join(''),
    tokens: clauses.flatMap(({ tokens }) => tokens),
    view,
    moves: clauses.flatMap((clause) => movesOf(clause, homes)),
  }
}

/** A clause belongs to one text, and so to one place. */
function movesOf(clause: BoundClause, homes: readonly string[]): readonly Moves[] {
  const stored = known.get(clause)
  if (stored !== undefined) return stored
  const moves = movesIn(clause.letters, homes)
  known.set(clause, moves)
  return moves
}

function movesIn(letters: string, homes: readonly string[]): readonly Moves[] {
  return Array.from({ length: letters.length }, (_, at) => {
    const words = wordsOf(letters, at, homes)
    return {
      words,
      decisive: words.filter(({ isDecisive }) => isDecisive === true),
      missing: missingAt(letters, at, homes),
      added: addedAt(letters, at, homes),
      place: placeAt(letters, at),
    }
  })
}

function wordsOf(letters: string, at: number, homes: readonly string[]): readonly Word[] {
  const own = wordsAt(letters, at)
  const home = homes.filter((name) => (name.length > 1 || at === 0) && letters.startsWith(name, at))
  if (home.length === 0) return own
  return [...own, ...home.map((text): Word => ({ text, kind: 'region', sense: 'home', pole: 'home' }))]
}

function placeAt(letters: string, at: number): string | undefined {
  const place = PLACE_WORD.exec(letters.slice(at, at + 10))?.[0]
  return place !== undefined && /[的不了和与、]/u.test(place) ? undefined : place
}

/** A stretch of the letters as they stand, or letters put in. */
export type Fragment = readonly [number, number] | string

/** A side made of fragments of another. */
export function assembled(side: Side, fragments: readonly Fragment[], homes: readonly string[]): Side {
  const letters = fragments
    .map((piece) => (typeof piece === 'string' ? piece : side.letters.slice(...piece)))
    .join('')
  const tokens = fragments.flatMap((piece): readonly Token[] =>
    typeof piece === 'string'
      ? [...piece].map(() => ({ kind: 'letter', at: 0 }))
      : side.tokens.slice(...piece),
  )
  return { letters, tokens, view: side.view, moves: movesIn(letters, homes), starts: [0] }
}
