import { type Evidence, headsAbove, type Line, linesOf, type PreparedEvidence } from '../citation/index.ts'
import type { Corpus, Document, DocumentId, IndexedDocument, PassageId, Range } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import { preparedEvidence } from './prepared.ts'

/** A stretch of a document that a sentence is held against. */
export interface CandidateText {
  readonly documentId: DocumentId
  /** Where it begins in the document. */
  readonly start: number
  readonly prepared: PreparedEvidence
}

/** Targets of one document that are worth a look for one sentence. */
const MOST_TARGETS = 6

/**
 * The passages found with their neighbours, so that sentences across a border stand together, and the targets of the
 * same documents whose indicator the sentence names.
 */
export function candidateTexts(
  sentence: string,
  passageIds: readonly PassageId[],
  corpus: Corpus,
): readonly CandidateText[] {
  const found = passageIds.flatMap((id) => corpus.passages.get(id) ?? [])
  const view = normalisedView(sentence)
  return [...Map.groupBy(found, ({ documentId }) => documentId)].flatMap(([documentId, passages]) => {
    const indexed = corpus.documents.get(documentId)
    if (indexed === undefined) return []
    const { document } = indexed
    const own = document.passages
    const places = passages.map(({ id }) => own.findIndex((passage) => passage.id === id))
    const near = places.flatMap((at) => own.slice(Math.max(0, at - 1), at + 2))
    return merged([...near, ...targetRanges(view, indexed)]).map((range) => ({
      documentId,
      start: range.start,
      prepared: preparedEvidence(evidenceOf(document, range)),
    }))
  })
}

interface NamedTarget {
  /** Normalised. */
  readonly indicator: string
  readonly start: number
}

/** A text has hundreds of sentences, and each is held against the targets of the same plans. */
const known = new WeakMap<Document, readonly NamedTarget[]>()

function namedTargets(indexed: IndexedDocument): readonly NamedTarget[] {
  const before = known.get(indexed.document)
  if (before !== undefined) return before
  const targets = targetsOf(indexed)
    .filter(({ indicator }) => indicator.length >= 4)
    .map(({ indicator, start }) => ({ indicator: normalisedView(indicator), start }))
  known.set(indexed.document, targets)
  return targets
}

function targetRanges(view: string, indexed: IndexedDocument): readonly Range[] {
  const named = namedTargets(indexed).filter(({ indicator }) => view.includes(indicator))
  const passageAt = (at: number) =>
    indexed.document.passages.find(({ start, end }) => start <= at && at < end)
  return named.slice(0, MOST_TARGETS).flatMap(({ start }) => passageAt(start) ?? [])
}

/** Ranges that touch, or that only blank space parts, as one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end + 2) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** A document, or a stretch of it, as evidence. What was excluded from it is blank, offsets stay. */
export function evidenceOf(
  document: Document,
  range: Range = { start: 0, end: document.text.length },
): Evidence {
  let text = document.text.slice(range.start, range.end)
  for (const { start, end } of document.exclusions) {
    const from = Math.max(0, start - range.start)
    const to = Math.min(text.length, end - range.start)
    if (from < to) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  }
  const { title, jurisdiction, years } = document.metadata
  const above = range.start === 0 ? [] : aboveIn(document, range.start)
  return {
    title: title?.value ?? document.file,
    text,
    ...(jurisdiction === null ? {} : { jurisdiction: jurisdiction.value.name }),
    ...(years === null ? {} : { years: years.value }),
    ...(above.length === 0 ? {} : { above }),
  }
}

const knownLines = new WeakMap<Document, { readonly view: string; readonly lines: readonly Line[] }>()

/** The headings and list heads open at an offset, and what its own paragraph says in front of it. */
function aboveIn(document: Document, at: number): readonly string[] {
  const cached = knownLines.get(document)
  const view = cached?.view ?? normalisedView(document.text)
  const lines = cached?.lines ?? linesOf(view)
  knownLines.set(document, { view, lines })
  return headsAbove(view, at, lines)
}
