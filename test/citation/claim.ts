import fc from 'fast-check'
import { type Claim, pathAt, resolveCitation } from '../../src/citation/index.ts'
import type { Corpus, DocumentId, IndexedDocument, Range, Span } from '../../src/corpus/index.ts'
import { createCorpus, subtract } from '../../src/corpus/index.ts'
import { clausesIn, sentencesIn, trimMarks } from '../../src/text/index.ts'
import { readSeed, SEEDS } from '../reader.ts'

export const seedCorpus: Corpus = createCorpus(
  (Object.keys(SEEDS) as (keyof typeof SEEDS)[]).map((name) => readSeed(name)),
)

export function spanOf(indexed: IndexedDocument, range: Range): Span {
  return { documentId: indexed.document.id, start: range.start, end: range.end }
}

export function quoteOf(span: Span, corpus: Corpus = seedCorpus): string {
  return resolveCitation(span, corpus)?.quote ?? ''
}

/** The n-th place where a document says these words. */
export function find(indexed: IndexedDocument, words: string, nth = 0): Span {
  let start = indexed.document.text.indexOf(words)
  for (let count = 0; count < nth; count++) start = indexed.document.text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`the document does not say ${words}`)
  return spanOf(indexed, { start, end: start + words.length })
}

/** Clauses of the documents' bodies, as a composer would quote them. */
const clauses: readonly Span[] = [...seedCorpus.documents.values()].flatMap((indexed) => {
  const { text, passages, exclusions } = indexed.document
  return passages
    .flatMap((passage) => sentencesIn(text, passage))
    .flatMap((sentence) => clausesIn(text, sentence))
    .map((clause) => trimMarks(text, clause))
    .filter((clause) => clause.end - clause.start >= 4 && subtract(clause, exclusions).length === 1)
    .filter((clause) => subtract(clause, exclusions)[0]?.end === clause.end)
    .map((clause) => spanOf(indexed, clause))
})

export const anyClause = fc.constantFrom(...clauses)

/** A claim that is true: one clause, word for word. */
export const trueClaim = anyClause.map((span): Claim => ({ text: `${quoteOf(span)}。`, spans: [span] }))

const otherCharacter: Readonly<Record<string, string>> = {
  ',': '，',
  '，': ',',
  '0': 'О',
  '1': 'l',
  人: '⼈',
  日: '曰',
  青: '靑',
  市: '巿',
  已: '己',
  '(': '（',
  '（': '(',
  '%': '％',
  一: '－',
  卫: '衛',
  医: '醫',
  年: '⽉',
}

function replaceAt(text: string, at: number, replacement: string): string {
  return text.slice(0, at) + replacement + text.slice(at + 1)
}

/** Undefined where the lie cannot be told about this claim. */
type Lie = (span: Span, other: Span, pick: number) => Claim | undefined

function positionsOf(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index)
}

function pickFrom<T>(items: readonly T[], pick: number): T | undefined {
  return items[pick % Math.max(1, items.length)]
}

function changed(
  span: Span,
  pattern: RegExp,
  replace: (character: string) => string,
  pick: number,
): Claim | undefined {
  const quote = quoteOf(span)
  const at = pickFrom(positionsOf(quote, pattern), pick)
  return at === undefined
    ? undefined
    : { text: `${replaceAt(quote, at, replace(quote[at] ?? ''))}。`, spans: [span] }
}

function isSameSection(a: Span, b: Span): boolean {
  const [first, second] = [a, b].map((span) => {
    const indexed = seedCorpus.documents.get(span.documentId)
    return indexed === undefined ? undefined : pathAt(indexed, span.start).at(-1)?.id
  })
  return a.documentId === b.documentId && first === second
}

function glued(a: Span, b: Span, glue: string): Claim | undefined {
  return isSameSection(a, b) ? undefined : { text: `${quoteOf(a)}${glue}${quoteOf(b)}。`, spans: [a, b] }
}

const words = /\p{Script=Han}/gu
const UNKNOWN = '00000000deadbeef' as DocumentId

/** What a lying composer may hand in; each starts from a true clause of a real plan. */
export const LIES: Readonly<Record<string, Lie>> = {
  'a changed digit': (span, _, pick) =>
    changed(span, /\d/gu, (digit) => String((Number(digit) + 1 + (pick % 8)) % 10), pick),
  'a dropped 不': (span, _, pick) => changed(span, /[不未无非]/gu, () => '', pick),
  'a look-alike character': (span, _, pick) =>
    changed(
      span,
      new RegExp(`[${Object.keys(otherCharacter).join('').replace(/[()]/gu, '\\$&')}]`, 'gu'),
      (c) => otherCharacter[c] ?? c,
      pick,
    ),
  'a dropped character': (span, _, pick) => changed(span, words, () => '', pick),
  'a doubled character': (span, _, pick) => changed(span, words, (character) => character + character, pick),
  'a zero-width character': (span, _, pick) =>
    changed(span, words, (character) => `${character}\u200b`, pick),
  'a span shifted under the words': (span, _, pick) => {
    const by = (pick % 2 === 0 ? 1 : -1) * (1 + (pick % 5))
    return { text: `${quoteOf(span)}。`, spans: [{ ...span, start: span.start + by, end: span.end + by }] }
  },
  'a span longer than the words': (span, _, pick) => ({
    text: `${quoteOf(span)}。`,
    spans: [{ ...span, end: span.end + 2 + (pick % 9) }],
  }),
  'the words of another place': (span, other) =>
    quoteOf(span) === quoteOf(other) ? undefined : { text: `${quoteOf(span)}。`, spans: [other] },
  'the same offsets in another document': (span, other) =>
    span.documentId === other.documentId
      ? undefined
      : { text: `${quoteOf(span)}。`, spans: [{ ...span, documentId: other.documentId }] },
  'halves of two items, joined by an omission': (span, other) => glued(span, other, '……'),
  'halves of two items, joined by a colon': (span, other) => glued(span, other, '：'),
  'halves of two items, joined by a comma': (span, other) => glued(span, other, '，'),
  'halves of two items, joined by nothing': (span, other) => glued(span, other, ''),
  'another place in front': (span, _, pick) => {
    const place = pickFrom(
      ['上海市2022年：', '慈溪市2023年：', '青岛市：', '青岛市2020年：', '国家：', '《国家规划》：'],
      pick,
    )
    return { text: `${place}${quoteOf(span)}。`, spans: [span] }
  },
  'an added clause': (span) => ({ text: `${quoteOf(span)}，并已全部完成。`, spans: [span] }),
  'a word put inside': (span, _, pick) => changed(span, words, (character) => `${character}未`, pick),
  'a word put in front': (span) => ({ text: `不得${quoteOf(span)}。`, spans: [span] }),
  'a sentence after the quotation': (span) => ({ text: `${quoteOf(span)}。以上内容已核验。`, spans: [span] }),
  'a question mark after the quotation': (span) => ({ text: `${quoteOf(span)}？`, spans: [span] }),
  'the quotation twice': (span) => ({ text: `${quoteOf(span)}……${quoteOf(span)}。`, spans: [span, span] }),
  'two spans in reverse': (span, other) =>
    span.documentId !== other.documentId || span.start === other.start
      ? undefined
      : {
          text: `${quoteOf(span.start > other.start ? span : other)}……${quoteOf(span.start > other.start ? other : span)}。`,
          spans: span.start > other.start ? [span, other] : [other, span],
        },
  'overlapping spans': (span) => {
    const inner = { ...span, start: span.start + 1 }
    return { text: `${quoteOf(span)}……${quoteOf(inner)}。`, spans: [span, inner] }
  },
  'a quotation cut inside a clause, at its start': (span, _, pick) => cut(span, pick, 'start'),
  'a quotation cut inside a clause, at its end': (span, _, pick) => cut(span, pick, 'end'),
  'a span beyond the end of the text': (span, _, pick) => ({
    text: `${quoteOf(span)}。`,
    spans: [{ ...span, start: 1_000_000 + pick, end: 1_000_001 + pick }],
  }),
  'an empty span': (span) => ({ text: '。', spans: [{ ...span, end: span.start }] }),
  'a span turned round': (span) => ({
    text: `${quoteOf(span)}。`,
    spans: [{ ...span, start: span.end, end: span.start }],
  }),
  'a negative start': (span, _, pick) => ({
    text: '。',
    spans: [{ ...span, start: -1 - (pick % 40), end: 5 }],
  }),
  'offsets that are no whole numbers': (span, _, pick) => ({
    text: `${quoteOf(span)}。`,
    spans: [
      { ...span, start: pickFrom([span.start + 0.5, Number.NaN, Number.NEGATIVE_INFINITY], pick) ?? 0 },
    ],
  }),
  'a document that is not there': (span) => ({
    text: `${quoteOf(span)}。`,
    spans: [{ ...span, documentId: UNKNOWN }],
  }),
  'no span at all': (span) => ({ text: `${quoteOf(span)}。`, spans: [] }),
  'one span more than is used': (span, other) => ({ text: `${quoteOf(span)}。`, spans: [span, other] }),
}

/** The claim and the span both cut where two Han characters or two digits meet: true to the letter. */
function cut(span: Span, pick: number, side: 'start' | 'end'): Claim | undefined {
  const at = pickFrom(positionsOf(quoteOf(span), /(?<=\p{Script=Han})\p{Script=Han}|(?<=\d)\d/gu), pick)
  if (at === undefined || isNumberEnd(span, at)) return undefined
  const part = side === 'start' ? { ...span, start: span.start + at } : { ...span, end: span.start + at }
  return { text: `${quoteOf(part)}。`, spans: [part] }
}

/** A fact of the metadata is whole by itself, wherever it stands. */
function isNumberEnd(span: Span, at: number): boolean {
  const metadata = seedCorpus.documents.get(span.documentId)?.document.metadata
  return Object.values(metadata ?? {}).some((field) => {
    const evidence = field?.evidence
    return (
      evidence !== undefined &&
      evidence !== null &&
      evidence.start <= span.start + at &&
      span.start + at <= evidence.end
    )
  })
}
