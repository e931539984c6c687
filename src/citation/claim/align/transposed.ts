import { AMOUNT } from '../word/token.ts'
import { assembled, type Side } from './side.ts'

/** Where a phrase may begin that can stand elsewhere in its clause. */
const PHRASE =
  /^(?:[对在于以按经因由将从向与把自]|可以|应当|不得|必须|每[年月日人]|未经|为了|通过|根据|按照|依法|拟|应|须)/u
const MOST_PLACES = 9
const LEAST = 2

/** The same words with two neighbouring phrases exchanged: 经批准，航空器可以起飞 as 航空器经批准可以起飞. */
export function transposed(side: Side, homes: readonly string[]): readonly Side[] {
  const { letters } = side
  const places = [...new Set([0, ...side.starts, ...phrasesIn(letters), letters.length])].sort(
    (a, b) => a - b,
  )
  if (places.length > MOST_PLACES + 2) return []
  const inner = places.filter((at) => at === 0 || at === letters.length || isLoose(side, at))
  return inner.flatMap((p, i) =>
    inner.slice(i + 1).flatMap((q, j) =>
      inner
        .slice(i + j + 2)
        .filter((r) => q - p >= LEAST && r - q >= LEAST)
        .map((r) =>
          assembled(
            side,
            [
              [0, p],
              [q, r],
              [p, q],
              [r, letters.length],
            ],
            homes,
          ),
        ),
    ),
  )
}

function phrasesIn(letters: string): readonly number[] {
  return Array.from({ length: letters.length }, (_, at) => at).filter(
    (at) => at >= LEAST && PHRASE.test(letters.slice(at, at + 2)),
  )
}

/** A figure keeps what stands in front of it, and a word that is a fact keeps what it is said of. */
function isLoose({ letters, moves }: Side, at: number): boolean {
  if (letters[at] === AMOUNT || letters[at + 1] === AMOUNT) return false
  return !moves.some(({ words }, start) =>
    words.some(
      ({ text, kind }) =>
        kind !== 'plain' && start < at && start + text.length >= at && start + text.length <= at + 1,
    ),
  )
}
