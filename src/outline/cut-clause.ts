import { proveDraft } from '../citation/index.ts'
import { type Corpus, type Range, subtract } from '../corpus/index.ts'
import type { DraftSentence, OutlineItem } from './outline.ts'

/** A piece of a drafted sentence: what is quoted, or what stands between two quotations, with the place it stands for. */
interface Piece extends Range {
  readonly words: string
  readonly isQuote: boolean
}

/** Where in its source a drafted sentence is quoted from, brackets between included. */
export function hullOf({ basis }: DraftSentence): Range | undefined {
  const [first] = basis
  const last = basis.at(-1)
  return first && last && { start: first.span.start, end: last.span.end }
}

/** The places in the source that a sentence has brackets for. */
export function openPlaces(sentence: DraftSentence): readonly Piece[] {
  return piecesOf(sentence).filter(({ isQuote, words }) => !isQuote && words.includes('〔'))
}

/** The clause around a place, as the commas and stops of the source bound it. */
export function clauseAround(text: string, { start, end }: Range): Range {
  const before = text.slice(0, start)
  const from = Math.max(...['，', ',', '。', '；', ';', '\n'].map((mark) => before.lastIndexOf(mark))) + 1
  const rest = /[，,。；;\n]/u.exec(text.slice(end))
  return { start: from, end: rest === null ? text.length : end + rest.index }
}

/**
 * A sentence without one of its clauses and the brackets in it; null when nothing is left, undefined when what is left
 * is not proven.
 */
export function cutClause(
  sentence: DraftSentence,
  clause: Range,
  text: string,
  { corpus, draftYear }: { readonly corpus: Corpus; readonly draftYear: number },
): DraftSentence | null | undefined {
  const cut = withComma(clause, text)
  const pieces = piecesOf(sentence).flatMap((piece) => {
    if (piece.isQuote)
      return subtract(piece, [cut]).map((part) => ({
        ...piece,
        ...part,
        words: text.slice(part.start, part.end),
      }))
    return cut.start <= piece.start && piece.end <= cut.end ? [] : [piece]
  })
  const told = pieces.map(({ words }) => words).join('')
  // A label that leads to nothing goes too.
  if (!/[\p{Script=Han}\w]/u.test(told.replace(/^[^，,。；;：:]{2,8}[：:](?=[\s，,。；;]*$)/u, '')))
    return null
  const documentId = sentence.basis[0]?.span.documentId
  if (documentId === undefined) return undefined
  const spans = pieces.filter(({ isQuote }) => isQuote).map(({ start, end }) => ({ documentId, start, end }))
  const { verdict, citations, text: proven } = proveDraft({ text: told, spans, year: draftYear }, corpus)
  return verdict === 'quoted' ? { text: proven, verdict, basis: citations } : undefined
}

/** With the comma behind it, or the one before the last. */
function withComma({ start, end }: Range, text: string): Range {
  const behind = /^\s*[，,]\s*/u.exec(text.slice(end))?.[0].length ?? 0
  if (behind > 0) return { start, end: end + behind }
  return { start: start - (/[，,]?\s*$/u.exec(text.slice(0, start))?.[0].length ?? 0), end }
}

function piecesOf({ text, basis }: DraftSentence): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let from = basis[0]?.span.start ?? 0
  for (const { span, quote } of basis) {
    const found = text.indexOf(quote, at)
    if (found === -1) return []
    if (found > at)
      pieces.push({ start: from, end: span.start, words: text.slice(at, found), isQuote: false })
    pieces.push({ start: span.start, end: span.end, words: quote, isQuote: true })
    at = found + quote.length
    from = span.end
  }
  if (at < text.length) pieces.push({ start: from, end: from, words: text.slice(at), isQuote: false })
  return pieces
}

/** What was to be looked at in a clause that is gone needs no look any more. */
export function withoutFlagsOf(item: OutlineItem, cut: readonly string[]): OutlineItem {
  const told = [item.heading, ...item.sentences.map(({ text }) => text)].join('\n')
  const isGone = (words: string) => cut.some((clause) => clause.includes(words)) && !told.includes(words)
  return { ...item, flags: item.flags.filter(({ text }) => !isGone(text)) }
}
