import { overlaps, type Range } from '../corpus/index.ts'

/** What became of a quotation after its document was replaced by a newer version. */
export type Relocation = { readonly kind: 'moved'; readonly range: Range } | { readonly kind: 'changed' }

/** Characters on either side by which places with the same words are told apart. */
const CONTEXT = 60
/** So much of what stood around a quotation must still stand around it, or its words may be about something else. */
const LEAST_CONTEXT = 8
/** Words of this length do not occur twice by chance. */
const TELLING_LENGTH = 30

/**
 * Finds a quotation of an older text in a newer one, character for character. Where the words occur more than
 * once, the place whose surroundings agree best is taken, unless two agree equally well.
 * @param excluded what is not part of the newer document
 */
export function relocate(
  olderText: string,
  quoted: Range,
  newerText: string,
  excluded: readonly Range[] = [],
): Relocation {
  const quote = olderText.slice(quoted.start, quoted.end)
  if (quote === '') return { kind: 'changed' }
  const [best, second] = occurrences(newerText, quote)
    .filter((range) => !excluded.some((other) => overlaps(other, range)))
    .map((range) => ({ range, agreement: agreement(olderText, quoted, newerText, range.start) }))
    .sort((a, b) => b.agreement - a.agreement)
  if (best === undefined || best.agreement === second?.agreement) return { kind: 'changed' }
  const around = quoted.start + olderText.length - quoted.end
  const isSure = quote.length >= TELLING_LENGTH || best.agreement >= Math.min(LEAST_CONTEXT, around)
  return isSure ? { kind: 'moved', range: best.range } : { kind: 'changed' }
}

function occurrences(text: string, words: string): readonly Range[] {
  const found: Range[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length })
  return found
}

/** Characters in front and behind that are the same in both texts. */
function agreement(olderText: string, { start, end }: Range, newerText: string, at: number): number {
  const newerEnd = at + end - start
  let before = 0
  while (before < CONTEXT && start > before && olderText[start - before - 1] === newerText[at - before - 1])
    before++
  let behind = 0
  while (
    behind < CONTEXT &&
    end + behind < olderText.length &&
    olderText[end + behind] === newerText[newerEnd + behind]
  )
    behind++
  return before + behind
}
