import { type PreparedEvidence, prepareEvidence } from '../../citation/index.ts'
import type { Corpus, Document, DocumentId, Passage, Range, Span } from '../../corpus/index.ts'
import { overlaps, subtract } from '../../corpus/index.ts'
import type { Query } from '../../retrieval/index.ts'
import { evidenceOf } from '../../verification/index.ts'
import type { Desk } from '../desk.ts'
import { plainView } from './plain-view.ts'

/** A stretch of a document that is offered to the model under a label of this one request. */
export interface LabelledPassage {
  readonly label: string
  readonly document: Document
  readonly range: Range
  /** What the model sees. */
  readonly view: string
  readonly prepared: PreparedEvidence
}

/** What is offered, in characters and in passages: well within the reach of a small model. */
const MOST_CHARACTERS = 7000
const MOST_PASSAGES = 14
const CANDIDATES = 24
/** A section of up to this length is offered whole. */
const LONGEST_SECTION = 1200
const LABEL_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

export interface MaterialWish {
  readonly query: Query
  /** What the extractive answer rests on. */
  readonly spans: readonly Span[]
  /** Nothing besides these is offered. */
  readonly isRewordingOnly: boolean
}

/** Chooses what the model may read: the ground of the extractive answer, then the best that was found beside it. */
export async function gatherMaterial(
  { query, spans, isRewordingOnly }: MaterialWish,
  { corpus, retriever }: Desk,
): Promise<readonly LabelledPassage[]> {
  const own = spans.flatMap((span) => passagesAt(span, corpus))
  const found = isRewordingOnly ? [] : await retriever.search(query, CANDIDATES, query.documentIds)
  const others = found.flatMap(({ passageId }) => corpus.passages.get(passageId) ?? [])
  const chosen: { documentId: DocumentId; range: Range }[] = []
  let length = 0
  for (const passage of [...own, ...others]) {
    const { documentId } = passage
    const document = corpus.documents.get(documentId)?.document
    if (
      document === undefined ||
      chosen.some((one) => one.documentId === documentId && overlaps(one.range, passage))
    )
      continue
    const range = surroundingsOf(passage, document)
    const size = range.end - range.start
    if (chosen.length >= MOST_PASSAGES) break
    if (chosen.length > 0 && length + size > MOST_CHARACTERS) continue
    length += size
    chosen.push({ documentId, range })
  }
  return labelled(chosen, corpus)
}

function passagesAt(span: Span, corpus: Corpus): readonly Passage[] {
  const document = corpus.documents.get(span.documentId)?.document
  return document?.passages.filter((passage) => overlaps(passage, span)) ?? []
}

/** The whole section of a passage; of a long one the passage with its neighbours. */
function surroundingsOf(passage: Passage, { sections, passages, text }: Document): Range {
  const section = sections.find(({ id }) => id === passage.sectionId)
  if (section !== undefined && section.end - section.start <= LONGEST_SECTION)
    return { start: Math.min(section.start, passage.start), end: Math.max(section.end, passage.end) }
  const at = passages.findIndex(({ id }) => id === passage.id)
  const start = passages[at - 1]?.start ?? passage.start
  const end = passages[at + 1]?.end ?? passage.end
  const isSmall = end - start <= LONGEST_SECTION
  return isSmall ? { start, end: Math.min(end, text.length) } : { start: passage.start, end: passage.end }
}

/** In the order of the documents' own text, so that the order tells nothing about what is wanted. */
function labelled(
  chosen: readonly { readonly documentId: DocumentId; readonly range: Range }[],
  corpus: Corpus,
): readonly LabelledPassage[] {
  const labels = new Set<string>()
  return [...Map.groupBy(chosen, ({ documentId }) => documentId)].flatMap(([documentId, own]) => {
    const document = corpus.documents.get(documentId)?.document
    if (document === undefined) return []
    return merged(own.map(({ range }) => range)).map((range) => {
      const prepared = prepareEvidence(evidenceOf(document, range))
      const readable = subtract(range, document.exclusions)
      const text = readable.map(({ start, end }) => document.text.slice(start, end)).join('')
      const label = freshWord(labels, 4)
      return { label, document, range, view: plainView(text), prepared }
    })
  })
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && range.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}

/** A word nobody can know beforehand, other than those given out already. */
export function freshWord(known: Set<string>, length: number): string {
  while (true) {
    const bytes = crypto.getRandomValues(new Uint8Array(length))
    const word = [...bytes].map((byte) => LABEL_LETTERS[byte % LABEL_LETTERS.length]).join('')
    // Digits alone could be taken for a figure of the text.
    if (known.has(word) || !/^[a-z]/u.test(word)) continue
    known.add(word)
    return word
  }
}
