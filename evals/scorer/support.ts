import { isComputedRight } from './computed.ts'
import { withPlainFigures } from './figure-form.ts'
import type { ReplyCitation } from './reply.ts'
import { readsTable } from './table.ts'
import { squeeze } from './text.ts'
import { lettersOf, type Texts } from './texts.ts'

/** Words that an editor of a page put into a sentence are this long at most. */
const LONGEST_INSERTION = 12
const BOUNDARY = /[\p{P}\s|]/u
/** Left out, these turn a statement or its number into another one. */
const TURNS_BEFORE = /[不未没無无非莫勿免禁\d]$/u
const TURNS_BEHIND = /^(?:以上|以下|以内|以內|左右|上下|[余多]|[\d%‰.])/u

/**
 * Whether cited texts support a sentence, by this scorer's own rule: with the marks of omission and one naming of
 * the source taken away, the sentence is made of the cited texts and of nothing else, the pieces belong together in
 * their file, and none is cut so that it says another thing. A computed sentence is computed again.
 */
export function supports(sentence: string, cited: readonly ReplyCitation[], texts: Texts): boolean {
  const used = piecesOf(sentence, cited)
  const isWhole = used?.every((one) => !isCutShort(one, texts)) ?? false
  const isQuoted = used !== undefined && isWhole && (belong(used, texts) || isRow(used, texts))
  return isQuoted || isRewrittenFigure(sentence, cited, texts) || isComputedRight(sentence, cited, texts)
}

/** The words of one citation with its numbers written another way. */
function isRewrittenFigure(sentence: string, cited: readonly ReplyCitation[], texts: Texts): boolean {
  const [only, ...others] = cited
  if (only === undefined || others.length > 0 || isCutShort(only, texts)) return false
  const words = withPlainFigures(withoutSource(squeeze(sentence), only))
  return words.replace(/[。;.]$/u, '') === withPlainFigures(only.cited_text).replace(/[。;.]$/u, '')
}

/** The citations a sentence is made of in its order; undefined when it holds more or less than they. */
function piecesOf(sentence: string, cited: readonly ReplyCitation[]): readonly ReplyCitation[] | undefined {
  const [first] = cited
  if (first === undefined) return undefined
  let rest = withoutSource(squeeze(sentence), first)
  const places: { at: number; citation: ReplyCitation }[] = []
  for (const citation of cited.toSorted((a, b) => b.cited_text.length - a.cited_text.length)) {
    const quote = squeeze(citation.cited_text)
    const at = quote === '' ? -1 : rest.indexOf(quote)
    if (at === -1) continue
    rest = rest.slice(0, at) + '|'.repeat(quote.length) + rest.slice(at + quote.length)
    places.push({ at, citation })
  }
  if (places.length === 0 || rest.replace(/[|….:。;]/gu, '') !== '') return undefined
  return places.sort((a, b) => a.at - b.at).map(({ citation }) => citation)
}

function withoutSource(sentence: string, { jurisdiction, years, document_title }: ReplyCitation): string {
  const [from, to] = [years[0], years.at(-1)]
  const period = from === undefined ? '' : from === to ? `${from}年` : `${from}—${to}年`
  const names = [`${jurisdiction ?? ''}${period}`, `《${document_title}》`].map(squeeze)
  const name = names.find((one) => one !== '' && sentence.startsWith(`${one}:`))
  return name === undefined ? sentence : sentence.slice(name.length + 1)
}

function isCutShort({ file, start_char_index, end_char_index }: ReplyCitation, texts: Texts): boolean {
  const letters = lettersOf(file, texts)
  const before = letters.slice(Math.max(0, start_char_index - 1), start_char_index).join('')
  const behind = letters.slice(end_char_index, end_char_index + 2).join('')
  return TURNS_BEFORE.test(before) || TURNS_BEHIND.test(behind)
}

/** Behind these a piece shares neither the time nor the subject of what stands before. */
const ENDS_SHARING = /[。；;\n]|20\d\d年|\d月底?前/u

/** Pieces of one sentence stand in one file, one behind the other, and each is a clause of its own. */
function belong(pieces: readonly ReplyCitation[], texts: Texts): boolean {
  return pieces.every((piece, at) => {
    const before = pieces[at - 1]
    if (before === undefined) return true
    if (before.file !== piece.file || before.end_char_index > piece.start_char_index) return false
    const letters = lettersOf(piece.file, texts)
    const between = letters.slice(before.end_char_index, piece.start_char_index)
    if (between.length <= LONGEST_INSERTION && !/[不未没無无非\d]/u.test(between.join(''))) return true
    const isWhole = BOUNDARY.test(between[0] ?? '') && BOUNDARY.test(between.at(-1) ?? '')
    return isWhole && (isUnder(before, piece) || !ENDS_SHARING.test(between.join('')))
  })
}

function isRow(pieces: readonly ReplyCitation[], texts: Texts): boolean {
  const [file = '', ...others] = new Set(pieces.map((piece) => piece.file))
  return others.length === 0 && readsTable(pieces, lettersOf(file, texts))
}

/** Whether one piece is the heading the other stands under. */
function isUnder(heading: ReplyCitation, { path }: ReplyCitation): boolean {
  return path.some((title) => squeeze(title).includes(squeeze(heading.cited_text)))
}
