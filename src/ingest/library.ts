import type { Corpus, Document, DocumentId } from '../corpus/index.ts'
import { createCorpus, documentIdOf, normalisedView, sha256 } from '../corpus/index.ts'
import { InvalidRequestError, NotFoundError, StaleEditError, UnreadableFileError } from '../error.ts'
import type { Embedder } from '../model/index.ts'
import { type LexicalIndex, lexicalEntries, type VectorIndex } from '../retrieval/index.ts'
import type { Gazetteer, Segmenter } from '../text/index.ts'
import { asRead, type CorrectionChange, carriedOver, corrected, nextCorrection } from './correct.ts'
import type { DocumentReader } from './document-reader.ts'
import type { DocumentStore, DocumentVersion, StoredDocument } from './document-store.ts'
import type { PageLayout } from './page-layout.ts'
import { READER_VERSION, readDocument } from './read-document.ts'
import { supersededBy } from './version.ts'

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
  readonly now: () => Date
}

/** What became of one file. */
export type Receipt =
  | (Added & { readonly kind: 'added'; readonly file: string })
  | { readonly kind: 'unchanged'; readonly file: string; readonly document: Document }
  | { readonly kind: 'failed'; readonly file: string; readonly code: string; readonly reason: string }

export interface Added {
  readonly document: Document
  /** The version that this one takes the place of. */
  readonly superseded: Document | null
}

/** The stored documents together with the indexes over them. */
export interface Library {
  /** The documents as they are now; a new object after every change. */
  corpus(): Corpus
  /**
   * Reads, embeds, stores and indexes one file. The store's commit comes first: what the caller is told is
   * added survives a crash, and the indexes can always be made again. A newer version takes the place of the older
   * one, which is told by file name, place, years and wording, or named by `replaces`.
   * @throws UnreadableFileError with a reason in plain Chinese
   * @throws NotFoundError when `replaces` names no current document
   */
  add(file: string, bytes: Uint8Array, replaces?: DocumentId): Promise<Added>
  /** The document of these very bytes, whatever the file was called; an older version leads to the current one. */
  find(bytes: Uint8Array): Document | undefined
  /** @throws NotFoundError */
  correct(id: DocumentId, change: CorrectionChange): Promise<Document>
  /** The pages of a document as they look; undefined when it is unknown or its format has none. */
  layout(id: DocumentId): readonly PageLayout[] | undefined
  version(id: DocumentId): DocumentVersion | undefined
  versions(id: DocumentId): readonly DocumentVersion[]
  /** Removes a document with its older versions. */
  remove(id: DocumentId): void
}

const LARGEST_FILE = 20 * 1024 * 1024
/** A reading that accounts for less of its text than this is not fit to be searched. */
const LEAST_COVERAGE = 0.99

/** @param parts indexes that already hold the passages of the stored documents, or are empty with the store */
export function createLibrary(parts: LibraryParts): Library {
  const { store } = parts
  const shelf = createShelf(parts)
  return {
    corpus: shelf.corpus,
    find: (bytes) => {
      const id = documentIdOf(sha256(bytes))
      return shelf.corpus().documents.get(id)?.document ?? store.versions(id)[0]?.document
    },
    add: (file, bytes, replaces) => addFile({ file, bytes, replaces }, shelf, parts),
    correct: (id, change) => correctDocument(id, change, shelf, parts),
    layout: (id) => store.layout(id),
    version: (id) => store.version(id),
    versions: (id) => store.versions(id),
    remove: shelf.remove,
  }
}

/** The documents as they are now with their indexes, changed at one place. */
interface Shelf {
  corpus(): Corpus
  put(arrived: Arrived, vectors: readonly Float32Array[], superseded: Document | null): void
  remove(id: DocumentId): void
}

type Arrived = Pick<StoredDocument, 'bytes' | 'document' | 'layout'>

function createShelf(parts: LibraryParts): Shelf {
  const { store, lexicalIndex, vectorIndex, embedder } = parts
  let corpus = createCorpus(store.documents(READER_VERSION))
  const others = (ids: readonly (DocumentId | undefined)[]) =>
    [...corpus.documents.values()].map(({ document }) => document).filter(({ id }) => !ids.includes(id))
  const forget = (id: DocumentId) => {
    lexicalIndex.remove(new Set([id]))
    vectorIndex.remove(new Set([id]))
  }
  return {
    corpus: () => corpus,
    put: (arrived, vectors, superseded) => {
      const { id } = arrived.document
      const supersedes = superseded === null ? {} : { supersedes: superseded.id }
      const receivedAt = parts.now().toISOString()
      store.save({
        ...arrived,
        vectors: { embedderId: embedder.id, vectors },
        receivedAt,
        ...supersedes,
      })
      corpus = createCorpus([...others([id, superseded?.id]), arrived.document], corpus)
      if (superseded !== null) forget(superseded.id)
      forget(id)
      indexDocument(id, vectors, corpus, parts)
    },
    remove: (id) => {
      store.remove(id)
      forget(id)
      corpus = createCorpus(others([id]), corpus)
    },
  }
}

interface Arrival {
  readonly file: string
  readonly bytes: Uint8Array
  readonly replaces: DocumentId | undefined
}

async function addFile(
  { file, bytes, replaces }: Arrival,
  shelf: Shelf,
  parts: LibraryParts,
): Promise<Added> {
  const { gazetteer } = parts.reading
  const { document: read, layout } = await readFile(file, bytes, parts.reading)
  const older =
    replaces === undefined
      ? supersededBy({ document: read, view: normalisedView(read.text) }, shelf.corpus())
      : currentDocument(replaces, shelf.corpus())
  const inherited = older === undefined ? null : carriedOver(older, read)
  const correction = parts.store.correction(read.id) ?? inherited
  const document = correction === null ? read : corrected(read, correction, gazetteer)
  const vectors = await embedPassages(document, parts.embedder)
  const isStillCurrent = older !== undefined && shelf.corpus().documents.has(older.id) && older.id !== read.id
  const superseded = isStillCurrent ? older : null
  shelf.put({ bytes, document, layout }, vectors, superseded)
  return { document, superseded }
}

async function correctDocument(
  id: DocumentId,
  change: CorrectionChange,
  shelf: Shelf,
  { store, reading, embedder }: LibraryParts,
): Promise<Document> {
  const before = currentDocument(id, shelf.corpus())
  const bytes = store.bytes(id)
  if (bytes === undefined) throw new NotFoundError('没有这份文件。', { details: { id } })
  const read = asRead(before, reading.gazetteer)
  const correction = nextCorrection(read, before.correction, change)
  const document = correction === null ? read : corrected(read, correction, reading.gazetteer)
  if (document.passages.length === 0) throw new InvalidRequestError('这样更正后文件就没有正文了，未保存。')
  const vectors = await embedPassages(document, embedder)
  if (currentDocument(id, shelf.corpus()) !== before)
    throw new StaleEditError('文件刚被别处改动，请刷新后再更正。')
  shelf.put({ bytes, document, layout: store.layout(id) }, vectors, null)
  return document
}

/** @throws NotFoundError */
function currentDocument(id: DocumentId, corpus: Corpus): Document {
  const indexed = corpus.documents.get(id)
  if (indexed === undefined)
    throw new NotFoundError('没有这份文件，或它已被新版本替换。', { details: { id } })
  return indexed.document
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
