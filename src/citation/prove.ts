import type { Corpus, IndexedDocument, Range, Span } from '../corpus/index.ts'
import { contains, subtract } from '../corpus/index.ts'
import { sentencesIn } from '../text/index.ts'
import { attributionOf, type Citation, pathAt, resolveCitation } from './citation.ts'
import { headsOver, limitsOf } from './limit.ts'
import { faultOf, type Neighbours } from './pause.ts'

export type Verdict = 'quoted' | 'proven' | 'contradicted' | 'unproven'

/** One thing that was checked, and what was found. */
export interface Check {
  readonly kind: 'span' | 'quote' | 'source' | 'join' | 'term' | 'arithmetic' | 'cell'
  readonly value: string
  readonly ok: boolean
  readonly note: string
}

/** A sentence somebody composed, and the spans it says it rests on, in the order of their use. */
export interface Claim {
  readonly text: string
  readonly spans: readonly Span[]
}

export interface ProvenSentence {
  readonly text: string
  readonly verdict: Verdict
  /** Empty unless the verdict is quoted or proven. */
  readonly citations: readonly Citation[]
  readonly checks: readonly (Omit<Check, 'kind'> & { readonly kind: string })[]
}

/** What may stand between two quotations of one sentence. Anything else is a word nobody wrote. */
const GLUE = { heading: '：', omission: '……', excluded: '' } as const
const END = /^。?$/u

/**
 * Proves a sentence against the originals: it must consist of nothing but exact quotations of its spans, whole
 * clauses of one original sentence in order, joined by marks of omission, and at most its headings and the name of
 * the document in front. Whoever composed it is not trusted, and `quoted` is given on no other ground.
 */
export function prove(claim: Claim, corpus: Corpus): ProvenSentence {
  const checks: Check[] = []
  const citations: Citation[] = []
  for (const [index, span] of claim.spans.entries()) {
    const citation = resolveCitation(span, corpus)
    const neighbours = { previous: claim.spans[index - 1], next: claim.spans[index + 1] }
    checks.push(spanCheck(span, neighbours, citation, corpus))
    if (citation !== undefined) citations.push(citation)
  }
  if (claim.spans.length === 0) checks.push({ kind: 'span', value: '', ok: false, note: '没有出处' })
  const areSpansSound = checks.every((check) => check.ok)
  if (areSpansSound) checks.push(...textChecks(claim.text, citations, corpus))
  const isQuoted = areSpansSound && checks.every((check) => check.ok)
  return {
    text: claim.text,
    verdict: isQuoted ? 'quoted' : 'unproven',
    citations: isQuoted ? citations : [],
    checks,
  }
}

function spanCheck(
  span: Span,
  neighbours: Neighbours,
  citation: Citation | undefined,
  corpus: Corpus,
): Check {
  const value = `${span.documentId}:${span.start}-${span.end}`
  const indexed = corpus.documents.get(span.documentId)
  if (citation === undefined || indexed === undefined)
    return { kind: 'span', value, ok: false, note: '出处不在文库之中' }
  const fault = faultOf(span, neighbours, indexed)
  return { kind: 'span', value, ok: fault === undefined, note: fault ?? citation.title }
}

function textChecks(text: string, citations: readonly Citation[], corpus: Corpus): readonly Check[] {
  const checks: Check[] = []
  const [first] = citations
  if (first === undefined) return checks
  let at = 0
  const label = `${attributionOf(first)}：`
  if (text.startsWith(label) && !text.startsWith(first.quote)) {
    at = label.length
    const isOneSource = citations.every((citation) => attributionOf(citation) === attributionOf(first))
    checks.push({
      kind: 'source',
      value: label,
      ok: isOneSource,
      note: isOneSource ? '与文件的地区、年份一致' : '引文不出自同一来源',
    })
  }
  for (const [index, citation] of citations.entries()) {
    const previous = citations[index - 1]
    if (previous !== undefined) {
      const join = joinBetween(previous, citation, corpus)
      if (join === undefined || !text.startsWith(join, at)) {
        checks.push({
          kind: 'join',
          value: text.slice(at, at + 8),
          ok: false,
          note: '两处引文之间有原文没有的内容，或不在同一条目',
        })
        return checks
      }
      at += join.length
    }
    const isVerbatim = text.startsWith(citation.quote, at)
    checks.push({
      kind: 'quote',
      value: citation.quote,
      ok: isVerbatim,
      note: isVerbatim ? '与原文逐字一致' : '与原文不一致',
    })
    if (!isVerbatim) return checks
    at += citation.quote.length
  }
  const rest = text.slice(at)
  if (!END.test(rest)) checks.push({ kind: 'quote', value: rest, ok: false, note: '引文之外还有其他文字' })
  return checks
}

/**
 * The mark that may join two spans of one sentence, a heading to what stands under it, or words to the later sentence
 * that takes them back; undefined when they must not stand in one sentence.
 */
function joinBetween(a: Citation, b: Citation, corpus: Corpus): string | undefined {
  const indexed = corpus.documents.get(a.span.documentId)
  if (indexed === undefined || a.span.documentId !== b.span.documentId || b.span.start < a.span.end)
    return undefined
  const { withdrawal } = limitsOf(a.span, indexed)
  if (withdrawal !== null && contains(withdrawal, b.span)) return GLUE.omission
  const heading = pathAt(indexed, b.span.start).find(
    ({ start, headingEnd }) =>
      start <= a.span.start && a.span.end <= headingEnd && headingEnd <= b.span.start,
  )
  const heads = headsOver(b.span.start, indexed)
  if (heading !== undefined || heads.some((head) => contains(head, a.span))) return GLUE.heading
  const gap = subtract({ start: a.span.end, end: b.span.start }, indexed.document.exclusions)
  if (gap.length === 0 && b.span.start > a.span.end) return GLUE.excluded
  return isOneSentence({ start: a.span.start, end: b.span.end }, indexed) ? GLUE.omission : undefined
}

/** Whether a range lies within one sentence of one passage, so that what was left out changes no subject. */
function isOneSentence(range: Range, { document: { text, passages } }: IndexedDocument): boolean {
  const passage = passages.find((candidate) => contains(candidate, range))
  return passage !== undefined && sentencesIn(text, passage).some((sentence) => contains(sentence, range))
}
