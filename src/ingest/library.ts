import type { Corpus, Document, DocumentId, IndexedDocument } from '../corpus/index.ts'
import { assembleCorpus, createCorpus, documentIdOf, indexedDocument, sha256 } from '../corpus/index.ts'
import { UnreadableFileError } from '../error.ts'
import type { Embedder } from '../model/index.ts'
import { type LexicalEntry, type LexicalIndex, lexicalEntries, type VectorIndex } from '../retrieval/index.ts'
import type { Gazetteer, Segmenter } from '../text/index.ts'
import { type Breath, createBreath } from './breath.ts'
import type { DocumentReader } from './document-reader.ts'
import type { DocumentStore } from './document-store.ts'
import { FileProgress } from './file-progress.ts'
import type { PlanReader } from './plan-reader.ts'
import { READER_VERSION, readDocument } from './read-document.ts'

/** What it takes to make a document of a file. */
export interface Reading {
  /** Asked in order; the first that accepts a file reads it. */
  readonly readers: readonly DocumentReader[]
  readonly gazetteer: Gazetteer
}

export interface LibraryParts {
  readonly store: DocumentStore
  readonly segmenter: Segmenter
  readonly embedder: Embedder
  readonly read: PlanReader
  readonly lexicalIndex: LexicalIndex
  readonly vectorIndex: VectorIndex
}

/** The stored documents together with the indexes over them. */
export interface Library {
  /** The documents as they are now; a new object after every change. */
  corpus(): Corpus
  /**
   * Reads, embeds, stores and indexes one file. The store's commit comes first: what the caller is told is
   * added survives a crash, and the indexes can always be made again.
   */
  add(file: string, bytes: Uint8Array, progress?: FileProgress): Promise<Document>
  /** The document of these very bytes, whatever the file was called. */
  find(bytes: Uint8Array): Document | undefined
  remove(id: DocumentId): void
  /** Takes up what another process stored or removed; if it is little, before this gives back its promise. */
  catchUp(): Promise<void>
}

const LARGEST_FILE = 20 * 1024 * 1024
/** A reading that accounts for less of its text than this is not fit to be searched. */
const LEAST_COVERAGE = 0.99

/**
 * @param parts indexes that already hold the passages of the stored documents, or are empty with the store
 * @param stored the stored documents, where they have been read already
 */
export function createLibrary(
  parts: LibraryParts,
  stored: Corpus = createCorpus(parts.store.documents()),
): Library {
  const { store, embedder, segmenter } = parts
  const documents = new Map(stored.documents)
  // Made when it is asked for: many documents may come in before anyone asks.
  let corpus: Corpus | undefined = stored
  const hold = (
    indexed: IndexedDocument,
    entries: readonly LexicalEntry[],
    vectors: readonly Float32Array[],
  ) => {
    documents.set(indexed.document.id, indexed)
    corpus = undefined
    addToIndexes(indexed.document, entries, vectors, parts)
  }
  const forget = (id: DocumentId) => {
    documents.delete(id)
    corpus = undefined
    parts.lexicalIndex.remove(new Set([id]))
    parts.vectorIndex.remove(new Set([id]))
  }
  return {
    corpus: () => {
      corpus ??= assembleCorpus([...documents.values()])
      return corpus
    },
    find: (bytes) => documents.get(documentIdOf(sha256(bytes)))?.document,
    add: async (file, bytes, progress = new FileProgress()) => {
      progress.enter('reading')
      const { document, targets } = await parts.read(file, bytes)
      progress.targets = targets
      progress.enter('storing')
      const { indexed, entries, vectors } = await prepare(document, parts)
      store.save({ bytes, document, vectors: { embedderId: embedder.id, vectors } })
      hold(indexed, entries, vectors)
      return document
    },
    remove: (id) => {
      store.remove(id)
      forget(id)
    },
    catchUp: async () => {
      const stored = new Set(store.ids())
      for (const id of [...documents.keys()]) if (!stored.has(id)) forget(id)
      const breath = createBreath()
      for (const id of stored) {
        if (breath.isDue()) await breath.take()
        const document = documents.has(id) ? undefined : store.document(id)
        if (document === undefined) continue
        const indexed = indexedDocument(document)
        const vectors = store.vectors(id, embedder.id) ?? (await embedPassages(document, embedder))
        hold(indexed, lexicalEntries(indexed, segmenter), vectors)
      }
    },
  }
}

/**
 * Decodes and reads one file without storing it.
 * @throws UnreadableFileError with a reason in plain Chinese
 */
export async function readFile(
  file: string,
  bytes: Uint8Array,
  { readers, gazetteer }: Reading,
): Promise<Document> {
  checkSize(file, bytes)
  const reader = readers.find((candidate) => candidate.accepts(file, bytes))
  if (reader === undefined) throw new UnreadableFileError(`不支持这种文件：${file}`, { details: { file } })
  const document = readDocument(file, bytes, await reader.read(file, bytes), gazetteer)
  if (document.passages.length === 0)
    throw new UnreadableFileError(`文件里没有正文：${file}`, { details: { file } })
  if (document.coverage < LEAST_COVERAGE) {
    throw new UnreadableFileError(`文件只读懂了 ${(document.coverage * 100).toFixed(1)}%，未入库：${file}`, {
      details: { file },
    })
  }
  return document
}

/** @throws UnreadableFileError for a file that is too large to be read */
export function checkSize(file: string, bytes: Uint8Array): void {
  if (bytes.length <= LARGEST_FILE) return
  throw new UnreadableFileError(
    `文件过大（${(bytes.length / 1024 / 1024).toFixed(1)} MB，上限 20 MB）：${file}`,
    { details: { file } },
  )
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
  parts: Pick<LibraryParts, 'lexicalIndex' | 'vectorIndex' | 'segmenter'>,
): void {
  const indexed = corpus.documents.get(id)
  if (indexed !== undefined)
    addToIndexes(indexed.document, lexicalEntries(indexed, parts.segmenter), vectors, parts)
}

/** All that the store and the indexes need of a document; takes a while, so whatever waits goes first now and then. */
async function prepare(document: Document, { embedder, segmenter }: LibraryParts) {
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

function addToIndexes(
  { id, passages }: Document,
  entries: readonly LexicalEntry[],
  vectors: readonly Float32Array[],
  { lexicalIndex, vectorIndex }: Pick<LibraryParts, 'lexicalIndex' | 'vectorIndex'>,
): void {
  lexicalIndex.add(entries)
  vectorIndex.add(
    passages.flatMap((passage, at) => {
      const vector = vectors[at]
      return vector === undefined ? [] : [{ passageId: passage.id, documentId: id, vector }]
    }),
  )
}

/** Stored documents whose reading rules have changed since; they must be read again from their bytes. */
export function outdated(documents: readonly Document[]): readonly Document[] {
  return documents.filter((document) => document.readerVersion !== READER_VERSION)
}
