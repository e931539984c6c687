import type { Corpus, Document, DocumentId } from '../corpus/index.ts'
import { createCorpus, documentIdOf, sha256 } from '../corpus/index.ts'
import { GarbledTextError, UnreadableFileError } from '../error.ts'
import type { Embedder } from '../model/index.ts'
import { type LexicalIndex, lexicalEntries, type VectorIndex } from '../retrieval/index.ts'
import type { Gazetteer, Segmenter } from '../text/index.ts'
import type { DocumentReader } from './document-reader.ts'
import type { DocumentStore } from './document-store.ts'
import { mojibakeIn } from './encoding/index.ts'
import type { PageLayout } from './page-layout.ts'
import { READER_VERSION, readDocument } from './read-document.ts'

/** What it takes to make a document of a file. */
export interface Reading {
  /** Asked in order; the first that accepts a file reads it. */
  readonly readers: readonly DocumentReader[]
  readonly gazetteer: Gazetteer
}

/** What one file came to. */
interface ReadFile {
  readonly document: Document
  /** Undefined for a format without pages. */
  readonly layout: readonly PageLayout[] | undefined
}

export interface LibraryParts {
  readonly store: DocumentStore
  readonly segmenter: Segmenter
  readonly embedder: Embedder
  readonly reading: Reading
  readonly lexicalIndex: LexicalIndex
  readonly vectorIndex: VectorIndex
}

/** What became of one file. */
export type Receipt =
  | { readonly kind: 'added' | 'unchanged'; readonly file: string; readonly document: Document }
  | { readonly kind: 'failed'; readonly file: string; readonly code: string; readonly reason: string }

/** The stored documents together with the indexes over them. */
export interface Library {
  /** The documents as they are now; a new object after every change. */
  corpus(): Corpus
  /**
   * Reads, embeds, stores and indexes one file. The store's commit comes first: what the caller is told is
   * added survives a crash, and the indexes can always be made again.
   */
  add(file: string, bytes: Uint8Array): Promise<Document>
  /** The document of these very bytes, whatever the file was called. */
  find(bytes: Uint8Array): Document | undefined
  /** The pages of a document as they look; undefined when it is unknown or its format has none. */
  layout(id: DocumentId): readonly PageLayout[] | undefined
  remove(id: DocumentId): void
}

const LARGEST_FILE = 20 * 1024 * 1024
/** A reading that accounts for less of its text than this is not fit to be searched. */
const LEAST_COVERAGE = 0.99

/** @param parts indexes that already hold the passages of the stored documents, or are empty with the store */
export function createLibrary(parts: LibraryParts): Library {
  const { store, lexicalIndex, vectorIndex } = parts
  let corpus = createCorpus(store.documents())
  const others = (id: DocumentId) =>
    [...corpus.documents.values()].map(({ document }) => document).filter((document) => document.id !== id)
  return {
    corpus: () => corpus,
    find: (bytes) => corpus.documents.get(documentIdOf(sha256(bytes)))?.document,
    add: async (file, bytes) => {
      const { document, layout } = await readFile(file, bytes, parts.reading)
      const vectors = await embedPassages(document, parts.embedder)
      store.save({ bytes, document, layout, vectors: { embedderId: parts.embedder.id, vectors } })
      corpus = createCorpus([...others(document.id), document], corpus)
      indexDocument(document.id, vectors, corpus, parts)
      return document
    },
    layout: (id) => store.layout(id),
    remove: (id) => {
      store.remove(id)
      lexicalIndex.remove(new Set([id]))
      vectorIndex.remove(new Set([id]))
      corpus = createCorpus(others(id), corpus)
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
): Promise<ReadFile> {
  if (bytes.length > LARGEST_FILE) {
    throw new UnreadableFileError(
      `文件过大（${(bytes.length / 1024 / 1024).toFixed(1)} MB，上限 20 MB）：${file}`,
      { details: { file } },
    )
  }
  const reader = readers.find((candidate) => candidate.accepts(file, bytes))
  if (reader === undefined) throw new UnreadableFileError(`不支持这种文件：${file}`, { details: { file } })
  const decoded = await reader.read(file, bytes)
  const damage = mojibakeIn(decoded.text)
  if (damage !== undefined)
    throw new GarbledTextError(`${damage}，请从原处重新保存：${file}`, { details: { file } })
  const document = readDocument(file, bytes, decoded, gazetteer)
  if (document.passages.length === 0)
    throw new UnreadableFileError(`文件里没有正文：${file}`, { details: { file } })
  if (document.coverage < LEAST_COVERAGE) {
    throw new UnreadableFileError(`文件只读懂了 ${(document.coverage * 100).toFixed(1)}%，未入库：${file}`, {
      details: { file },
    })
  }
  return { document, layout: decoded.pages }
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
  { lexicalIndex, vectorIndex, segmenter }: Pick<LibraryParts, 'lexicalIndex' | 'vectorIndex' | 'segmenter'>,
): void {
  const indexed = corpus.documents.get(id)
  if (indexed === undefined) return
  lexicalIndex.add(lexicalEntries(indexed, segmenter))
  vectorIndex.add(
    indexed.document.passages.flatMap((passage, at) => {
      const vector = vectors[at]
      return vector === undefined ? [] : [{ passageId: passage.id, documentId: id, vector }]
    }),
  )
}

/** Stored documents whose reading rules have changed since; they must be read again from their bytes. */
export function outdated(documents: readonly Document[]): readonly Document[] {
  return documents.filter((document) => document.readerVersion !== READER_VERSION)
}
