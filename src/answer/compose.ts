import { attributionOf, type Claim, limitsOf, type ProvenSentence, prove } from '../citation/index.ts'
import type { Corpus, Document, Range, Span } from '../corpus/index.ts'
import { contains, overlaps, subtract } from '../corpus/index.ts'
import { trimMarks } from '../text/index.ts'
import type { Evidence } from './evidence/evidence.ts'

/**
 * Turns evidence of one document into sentences in the original's words: heading, deadline and clauses, as far
 * as each is needed, and the source's name in front when the reader could not know it.
 * @returns the sentences as the prover sees them; only `quoted` ones may be shown as verified
 */
export function composeSentences(
  parts: readonly Evidence[],
  isAttributed: boolean,
  corpus: Corpus,
): readonly ProvenSentence[] {
  const bySentence = Map.groupBy(parts, (part) => part.sentence.start)
  const inOrder = [...bySentence.entries()].sort(([a], [b]) => a - b)
  return inOrder.map(([, own]) => {
    const whole = prove(claimOf(own, isAttributed, corpus), corpus)
    const near = own.map(withoutFarDate)
    // A date that stands too far in front cannot be joined to what it dates.
    return whole.verdict === 'quoted' || near.every((part, at) => part === own[at])
      ? whole
      : prove(claimOf(near, isAttributed, corpus), corpus)
  })
}

function withoutFarDate(part: Evidence): Evidence {
  const isFar = part.deadline !== null && part.deadline.start < part.sentence.start
  return isFar ? { ...part, deadline: null } : part
}

/** One quotation as a sentence of its own. */
export function quoteRange(
  document: Document,
  range: Range,
  isAttributed: boolean,
  corpus: Corpus,
): ProvenSentence {
  return prove(claim(document, null, [trimMarks(document.text, range)], isAttributed, corpus), corpus)
}

/** One quotation with the heading it stands under in front. */
export function quoteUnder(
  document: Document,
  heading: Range,
  range: Range,
  isAttributed: boolean,
  corpus: Corpus,
): ProvenSentence {
  return prove(claim(document, heading, [trimMarks(document.text, range)], isAttributed, corpus), corpus)
}

function claimOf(parts: readonly Evidence[], isAttributed: boolean, corpus: Corpus): Claim {
  const [first] = parts
  if (first === undefined) return { text: '', spans: [] }
  const { document } = first.indexed
  const ranges = parts.flatMap(({ deadline, window }) => (deadline === null ? [window] : [deadline, window]))
  const heading = parts.find((part) => part.heading !== null)?.heading ?? null
  return claim(document, heading, ranges, isAttributed, corpus)
}

function claim(
  document: Document,
  heading: Range | null,
  words: readonly Range[],
  isAttributed: boolean,
  corpus: Corpus,
): Claim {
  const { heads, body } = withLimits(document, heading, words, corpus)
  const parts = [...heads, ...body].map((part) => trimMarks(document.text, part))
  const pieces = parts.map((part) => readableParts(part, document))
  const quoted = pieces.map((ranges) =>
    ranges.map((range) => document.text.slice(range.start, range.end)).join(''),
  )
  const { jurisdiction, years, title } = document.metadata
  const source = {
    jurisdiction: jurisdiction?.value ?? null,
    years: years?.value ?? null,
    title: title?.value ?? document.file,
  }
  const label = isAttributed ? `${attributionOf(source)}：` : ''
  const text = [...quoted.slice(0, heads.length), quoted.slice(heads.length).join('……')].join('：')
  return {
    text: `${label}${text}。`,
    spans: pieces.flat().map((range): Span => ({ documentId: document.id, ...range })),
  }
}

/** The words with all that limits them, and the headings they need in front, outermost first. */
function withLimits(
  document: Document,
  heading: Range | null,
  words: readonly Range[],
  { documents }: Corpus,
) {
  const indexed = documents.get(document.id)
  const limits = indexed === undefined ? [] : words.map((range) => limitsOf(range, indexed))
  const turning = limits.flatMap((own) => own.heads)
  const isTold = heading === null || turning.some((head) => overlaps(head, heading))
  const heads = [...(isTold ? [] : [heading]), ...turning].sort((a, b) => a.start - b.start)
  const body = [
    ...words,
    ...limits.flatMap(({ parts, withdrawal }) => (withdrawal === null ? parts : [...parts, withdrawal])),
  ]
  return {
    heads: heads.filter((head, at) => !heads.slice(0, at).some((earlier) => earlier.start === head.start)),
    body: joinAdjacent(
      document.text,
      body.filter((range) => !heads.some((head) => contains(head, range))),
    ),
  }
}

/** A range without what is excluded from it; a range that lies within an exclusion stays whole. */
function readableParts(range: Range, { exclusions }: Document): readonly Range[] {
  return exclusions.some((exclusion) => contains(exclusion, range)) ? [range] : subtract(range, exclusions)
}

/** Ascending and disjoint; neighbours that only a comma separates become one range. */
function joinAdjacent(text: string, ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    const isAdjacent =
      last !== undefined &&
      (range.start <= last.end || /^[,，、\s]*$/u.test(text.slice(last.end, range.start)))
    if (isAdjacent) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}
