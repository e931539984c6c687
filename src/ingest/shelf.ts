import { type Breath, createBreath } from '../breath.ts'
import {
  assembleCorpus,
  type Corpus,
  type Document,
  type DocumentId,
  type IndexedDocument,
  indexedDocument,
} from '../corpus/index.ts'
import type { Embedder } from '../model/index.ts'
import { type LexicalEntry, type LexicalIndex, lexicalEntries, type VectorIndex } from '../retrieval/index.ts'
import type { Segmenter } from '../text/index.ts'
import { type NearDuplicate, nearDuplicates } from './version.ts'

export interface IndexParts {
  readonly segmenter: Segmenter
  readonly lexicalIndex: LexicalIndex
  readonly vectorIndex: VectorIndex
}

/** One document with what the indexes need of it. */
export interface ShelvedDocument {
  readonly indexed: IndexedDocument
  readonly entries: readonly LexicalEntry[]
  readonly vectors: readonly Float32Array[]
}

/** The current documents in memory together with the indexes over them. */
export class Shelf {
  readonly #documents: Map<DocumentId, IndexedDocument>
  readonly #parts: Pick<IndexParts, 'lexicalIndex' | 'vectorIndex'>
  /** Made when it is asked for: many documents may come in before anyone asks. */
  #corpus: Corpus | undefined

  /** @param parts indexes that already hold the passages of this corpus */
  constructor(corpus: Corpus, parts: Pick<IndexParts, 'lexicalIndex' | 'vectorIndex'>) {
    this.#corpus = corpus
    this.#documents = new Map(corpus.documents)
    this.#parts = parts
  }

  corpus(): Corpus {
    this.#corpus ??= assembleCorpus([...this.#documents.values()])
    return this.#corpus
  }

  get(id: DocumentId): Document | undefined {
    return this.#documents.get(id)?.document
  }

  nearDuplicates(id: DocumentId): readonly NearDuplicate[] {
    const own = this.#documents.get(id)
    return own === undefined ? [] : nearDuplicates(own, this.#documents.values())
  }

  all(): Iterable<IndexedDocument> {
    return this.#documents.values()
  }

  /** Puts a document in its place, or in that of an earlier reading of it. */
  put({ indexed, entries, vectors }: ShelvedDocument): void {
    if (this.#documents.has(indexed.document.id)) this.take(indexed.document.id)
    this.#documents.set(indexed.document.id, indexed)
    this.#corpus = undefined
    addToIndexes(indexed.document, entries, vectors, this.#parts)
  }

  take(id: DocumentId): void {
    this.#documents.delete(id)
    this.#corpus = undefined
    this.#parts.lexicalIndex.remove(new Set([id]))
    this.#parts.vectorIndex.remove(new Set([id]))
  }
}

/** All that the indexes need of a document; takes a while, so whatever waits goes first now and then. */
export async function prepare(
  document: Document,
  embedder: Embedder,
  segmenter: Segmenter,
): Promise<ShelvedDocument> {
  const indexed = indexedDocument(document)
  const breath = createBreath()
  const vectors = await embedInBreaths(document, embedder, breath)
  const entries = await lexicalEntriesOf(indexed, segmenter, breath)
  if (breath.isDue()) await breath.take()
  return { indexed, entries, vectors }
}

/** What is computed here is computed passage by passage; a server elsewhere is asked for all at once. */
async function embedInBreaths(
  document: Document,
  embedder: Embedder,
  breath: Breath,
): Promise<readonly Float32Array[]> {
  if (embedder.isSemantic) return embedPassages(document, embedder)
  const vectors: Float32Array[] = []
  for (const { start, end } of document.passages) {
    if (breath.isDue()) await breath.take()
    vectors.push(...(await embedder.embed([document.text.slice(start, end)])))
  }
  return vectors
}

async function lexicalEntriesOf(
  { document, view }: IndexedDocument,
  segmenter: Segmenter,
  breath: Breath,
): Promise<readonly LexicalEntry[]> {
  const entries: LexicalEntry[] = []
  for (const passage of document.passages) {
    if (breath.isDue()) await breath.take()
    entries.push(...lexicalEntries({ document: { ...document, passages: [passage] }, view }, segmenter))
  }
  return entries
}

export async function embedPassages(
  document: Document,
  embedder: Embedder,
): Promise<readonly Float32Array[]> {
  return embedder.embed(document.passages.map((passage) => document.text.slice(passage.start, passage.end)))
}

/** Puts one document of the corpus into both indexes. */
export function indexDocument(
  id: DocumentId,
  vectors: readonly Float32Array[],
  corpus: Corpus,
  parts: IndexParts,
): void {
  const indexed = corpus.documents.get(id)
  if (indexed !== undefined)
    addToIndexes(indexed.document, lexicalEntries(indexed, parts.segmenter), vectors, parts)
}

function addToIndexes(
  { id, passages }: Document,
  entries: readonly LexicalEntry[],
  vectors: readonly Float32Array[],
  { lexicalIndex, vectorIndex }: Pick<IndexParts, 'lexicalIndex' | 'vectorIndex'>,
): void {
  lexicalIndex.add(entries)
  vectorIndex.add(
    passages.flatMap((passage, at) => {
      const vector = vectors[at]
      return vector === undefined ? [] : [{ passageId: passage.id, documentId: id, vector }]
    }),
  )
}
