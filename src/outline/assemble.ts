import { type Blank, proveDraft, resolveCitation } from '../citation/index.ts'
import type { Corpus, Document, IndexedDocument, Range } from '../corpus/index.ts'
import { overlaps, subtract } from '../corpus/index.ts'
import { trimBlank } from '../text/index.ts'
import type { DraftSentence } from './outline.ts'
import { readable } from './readable.ts'

/** What is done to a stretch of a source sentence; without a blank it is left out. */
export interface Change extends Range {
  readonly blank: Blank | null
  readonly showsOld: boolean
  /** The source's own year, in whose place the draft's year stands. */
  readonly isYear?: boolean
}

export interface Frame {
  readonly indexed: IndexedDocument
  /** What the old words in a bracket are called by: those of last year's own plan, or of some other text. */
  readonly oldIs: '上年' | '原文'
  readonly corpus: Corpus
  readonly draftYear: number
}

/** A sentence in the original's words with some stretches changed, and what proving it gave. */
export function assemble(
  { indexed, corpus, draftYear, oldIs }: Frame,
  sentence: Range,
  changes: readonly Change[],
): DraftSentence | null {
  const { document } = indexed
  const { text } = document
  const merged = mergeChanges(changes, sentence, text)
  const quotes = subtract(sentence, merged)
    .flatMap((part) => subtract(part, document.exclusions))
    .filter((part) => text.slice(part.start, part.end).trim() !== '')
  const kept = withoutLooseMarks(quotes, merged, text)
  if (!kept.some((part) => /[\p{Script=Han}\w]/u.test(text.slice(part.start, part.end))))
    return blankSentence(
      { indexed, corpus, draftYear, oldIs },
      sentence,
      blanks(merged, document, draftYear, oldIs),
    )
  const spans = kept.map((part) => ({ documentId: document.id, ...part }))
  const steps = [
    ...kept.map((part) => ({ ...part, words: text.slice(part.start, part.end) })),
    ...blanks(merged, document, draftYear, oldIs),
  ]
  const joined = steps
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ words }) => words)
    .join('')
    .trim()
  const isOpenEnd = (kept.at(-1)?.end ?? 0) < sentence.end && !/[。；;！？：:]$/u.test(joined)
  const proven = proveDraft({ text: isOpenEnd ? `${joined}。` : joined, spans, year: draftYear }, corpus)
  const basis = spans.flatMap((span) => resolveCitation(span, corpus) ?? [])
  return { text: proven.text, verdict: proven.verdict, basis: proven.verdict === 'quoted' ? basis : [] }
}

/** A sentence of which all that goes on is left open. */
function blankSentence(
  { indexed, corpus, draftYear }: Frame,
  sentence: Range,
  open: readonly { readonly words: string }[],
): DraftSentence | null {
  if (open.length === 0) return null
  const [place] = subtract(sentence, indexed.document.exclusions)
  if (place === undefined) return null
  const text = `${open.map(({ words }) => words).join('')}。`
  const proven = proveDraft(
    { text, spans: [{ documentId: indexed.document.id, ...place }], year: draftYear },
    corpus,
  )
  return proven.verdict === 'quoted' ? { text, verdict: 'quoted', basis: proven.citations } : null
}

/** The last sentence of a paragraph ends with a full stop, also where what came behind a semicolon was left out. */
export function closed(
  sentence: DraftSentence,
  { corpus, draftYear }: Pick<Frame, 'corpus' | 'draftYear'>,
): DraftSentence {
  const last = sentence.basis.at(-1)
  if (!/[；;，,]$/u.test(sentence.text) || last === undefined || !/[；;，,]$/u.test(last.quote))
    return sentence
  const spans = sentence.basis.map(({ span }) => span)
  const cut = [
    ...spans.slice(0, -1),
    ...(last.quote.length > 1 ? [{ ...last.span, end: last.span.end - 1 }] : []),
  ]
  const proven = proveDraft({ text: `${sentence.text.slice(0, -1)}。`, spans: cut, year: draftYear }, corpus)
  return proven.verdict === 'quoted'
    ? { text: proven.text, verdict: 'quoted', basis: proven.citations }
    : sentence
}

function blanks(changes: readonly Change[], document: Document, draftYear: number, oldIs: Frame['oldIs']) {
  return changes.flatMap((change) => {
    if (change.isYear) return [{ ...change, words: String(draftYear) }]
    return change.blank === null ? [] : [{ ...change, words: wordsOf(change.blank, change, document, oldIs) }]
  })
}

const LONGEST_OLD = 40

function wordsOf(
  blank: Blank,
  { start, end, showsOld }: Change,
  document: Document,
  oldIs: Frame['oldIs'],
): string {
  const old = readable(document, { start, end })
  const isShown = showsOld && old.length > 0 && old.length <= LONGEST_OLD && !/[〔〕\n]/u.test(old)
  return isShown ? `〔${blank}：${oldIs}${old}〕` : `〔${blank}〕`
}

/** Ascending and disjoint; blanks of one kind with only a joining mark between them become one. */
function mergeChanges(changes: readonly Change[], sentence: Range, text: string): readonly Change[] {
  const clipped = changes
    .filter((change) => overlaps(change, sentence) || isRemark(change, sentence))
    .map((change) => ({
      ...change,
      start: Math.max(change.start, sentence.start),
      end: Math.min(change.end, sentence.end),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Change[] = []
  for (const change of clipped) {
    const last = merged.at(-1)
    if (last !== undefined && change.start < last.end) {
      if (change.end > last.end) merged[merged.length - 1] = united(last, change)
    } else if (last !== undefined && isOneBlank(last, change, text))
      merged[merged.length - 1] = { ...last, end: change.end, blank: change.blank }
    else merged.push(change)
  }
  return merged
}

function isRemark({ start, end }: Change, sentence: Range): boolean {
  return start === end && sentence.start < start && start <= sentence.end
}

/** What is left out goes before what is left open, and what is left open before the draft's year. */
function united(a: Change, b: Change): Change {
  const isOmitted = (a.blank === null && !a.isYear) || (b.blank === null && !b.isYear)
  const blank = isOmitted ? null : (a.blank ?? b.blank)
  return { start: a.start, end: Math.max(a.end, b.end), blank, showsOld: a.showsOld && b.showsOld }
}

function isOneBlank(a: Change, b: Change, text: string): boolean {
  if (a.isYear || b.isYear) return false
  const between = text.slice(a.end, b.start)
  if (a.blank !== b.blank) return between === '' && isBare(a) && isBare(b)
  if (a.blank === null) return between.trim() === ''
  if (a.blank === '下一步待定') return /^[，,、\s]?$/u.test(between)
  return !a.showsOld && !b.showsOld && /^[、和及与，,；;\s“”"]{0,3}$/u.test(between)
}

/** A blank that tells nothing of what stood in its place. */
function isBare({ blank, showsOld }: Change): boolean {
  return blank !== null && !showsOld
}

/** The comma in front of a clause at the end that was left out goes with it. */
function withoutLooseMarks(
  quotes: readonly Range[],
  changes: readonly Change[],
  text: string,
): readonly Range[] {
  const isLeftOut = (from: number, to: number) =>
    changes.some(({ start, end, blank, isYear }) => blank === null && !isYear && from <= start && end <= to)
  return quotes.flatMap((part, at) => {
    const next = quotes[at + 1]
    const rest = next === undefined ? '' : text.slice(next.start, next.end).trim()
    const isEnd = next === undefined || (quotes.length === at + 2 && /^[。；;！？]+$/u.test(rest))
    if (!isEnd || (next !== undefined && !isLeftOut(part.end, next.start))) return [part]
    if (
      next === undefined &&
      !changes.some(({ start, blank, isYear }) => start >= part.end && blank === null && !isYear)
    )
      return [part]
    const words = text.slice(part.start, part.end)
    const trimmed = words.replace(/[，,、；;\s]+$/u, '')
    return trimmed === '' ? [] : [trimBlank(text, { start: part.start, end: part.start + trimmed.length })]
  })
}
