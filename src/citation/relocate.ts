import type { Range } from '../corpus/index.ts'

/** What became of a quotation after its document was replaced by a newer version. */
export type Relocation = { readonly kind: 'moved'; readonly range: Range } | { readonly kind: 'changed' }

/** Characters on either side by which places with the same words are told apart. */
const CONTEXT = 60

/**
 * Finds a quotation of an older text in a newer one, character for character. Where the words occur more than
 * once, the place whose surroundings agree best is taken, unless two agree equally well.
 */
export function relocate(olderText: string, quoted: Range, newerText: string): Relocation {
  const quote = olderText.slice(quoted.start, quoted.end)
  if (quote === '') return { kind: 'changed' }
  const [best, second] = occurrences(newerText, quote)
    .map((start) => ({ start, agreement: agreement(olderText, quoted, newerText, start) }))
    .sort((a, b) => b.agreement - a.agreement)
  if (best === undefined || best.agreement === second?.agreement) return { kind: 'changed' }
  return { kind: 'moved', range: { start: best.start, end: best.start + quote.length } }
}

function occurrences(text: string, words: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
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
