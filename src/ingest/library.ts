import {
  type Corpus,
  createCorpus,
  type Document,
  type DocumentId,
  documentIdOf,
  indexedDocument,
  sha256,
} from '../corpus/index.ts'
import { InvalidRequestError, NotFoundError, StaleEditError } from '../error.ts'
import type { Embedder } from '../model/index.ts'
import { lexicalEntries } from '../retrieval/index.ts'
import type { Gazetteer } from '../text/index.ts'
import { createBreath } from './breath.ts'
import { asRead, type CorrectionChange, carriedOver, corrected, nextCorrection } from './correct.ts'
import type { DocumentStore, DocumentVersion } from './document-store.ts'
import { FileProgress } from './file-progress.ts'
import type { PageLayout } from './page-layout.ts'
import type { PlanReader } from './plan-reader.ts'
import { READER_VERSION } from './read-document.ts'
import { embedPassages, type IndexParts, prepare, Shelf } from './shelf.ts'
import { type NearDuplicate, supersededBy } from './version.ts'

export interface LibraryParts extends IndexParts {
  readonly store: DocumentStore
  readonly embedder: Embedder
  readonly read: PlanReader
  readonly gazetteer: Gazetteer
  readonly now: () => Date
}

export interface AddOptions {
  readonly progress?: FileProgress
  /** The document that the new one takes the place of. */
  readonly replaces?: DocumentId | undefined
}

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
  add(file: string, bytes: Uint8Array, options?: AddOptions): Promise<Added>
  /** The document of these very bytes, whatever the file was called; an older version leads to the current one. */
  find(bytes: Uint8Array): Document | undefined
  /**
   * @throws NotFoundError when there is no such document, or a newer version of it
   * @throws StaleEditError when somebody else changed it at the same time
   * @throws InvalidRequestError when nothing would be left to read
   */
  correct(id: DocumentId, change: CorrectionChange): Promise<Document>
  /** The pages of a document as they look; undefined when it is unknown or its format has none. */
  layout(id: DocumentId): readonly PageLayout[] | undefined
  /** Copies of a document under other names, the most alike first. */
  nearDuplicates(id: DocumentId): readonly NearDuplicate[]
  version(id: DocumentId): DocumentVersion | undefined
  versions(id: DocumentId): readonly DocumentVersion[]
  /** Removes a document with its older versions. */
  remove(id: DocumentId): void
  /** Takes up what another process stored or removed; if it is little, before this gives back its promise. */
  catchUp(): Promise<void>
}

/**
 * @param parts indexes that already hold the passages of the stored documents, or are empty with the store
 * @param stored the stored documents, where they have been read already
 */
export function createLibrary(
  parts: LibraryParts,
  stored: Corpus = createCorpus(parts.store.documents(READER_VERSION)),
): Library {
  const { store } = parts
  const shelf = new Shelf(stored, parts)
  return {
    corpus: () => shelf.corpus(),
    find: (bytes) => {
      const id = documentIdOf(sha256(bytes))
      return shelf.get(id) ?? store.versions(id)[0]?.document
    },
    add: (file, bytes, options = {}) => addFile(file, bytes, options, shelf, parts),
    correct: (id, change) => correctDocument(id, change, shelf, parts),
    layout: (id) => store.layout(id),
    nearDuplicates: (id) => shelf.nearDuplicates(id),
    version: (id) => store.version(id),
    versions: (id) => store.versions(id),
    remove: (id) => {
      const current = store.versions(id)[0]?.document.id ?? id
      store.remove(id)
      shelf.take(current)
    },
    catchUp: () => catchUp(shelf, parts),
  }
}

async function addFile(
  file: string,
  bytes: Uint8Array,
  { progress = new FileProgress(), replaces }: AddOptions,
  shelf: Shelf,
  parts: LibraryParts,
): Promise<Added> {
  const { store, embedder, segmenter, gazetteer } = parts
  const named = replaces === undefined ? undefined : currentDocument(replaces, shelf)
  progress.enter('reading')
  const { document: read, layout, targets } = await parts.read(file, bytes)
  progress.targets = targets
  progress.enter('storing')
  const older = named ?? supersededBy(indexedDocument(read), shelf.all())
  const inherited = older === undefined ? null : carriedOver(older, read)
  const correction = store.correction(read.id) ?? inherited
  const document = correction === null ? read : corrected(read, correction, gazetteer)
  const shelved = await prepare(document, embedder, segmenter)
  // Meanwhile the older one may have gone, or this very file have come in by another door.
  const superseded = older === undefined || older.id === read.id ? null : (shelf.get(older.id) ?? null)
  store.save({
    bytes,
    document,
    layout,
    vectors: { embedderId: embedder.id, vectors: shelved.vectors },
    receivedAt: parts.now().toISOString(),
    ...(superseded === null ? {} : { supersedes: superseded.id }),
  })
  if (superseded !== null) shelf.take(superseded.id)
  shelf.put(shelved)
  return { document, superseded }
}

async function correctDocument(
  id: DocumentId,
  change: CorrectionChange,
  shelf: Shelf,
  { store, embedder, segmenter, gazetteer, now }: LibraryParts,
): Promise<Document> {
  const before = currentDocument(id, shelf)
  const bytes = store.bytes(id)
  if (bytes === undefined) throw new NotFoundError('没有这份文件。', { details: { id } })
  const read = asRead(before, gazetteer)
  const correction = nextCorrection(read, before.correction, change)
  const document = correction === null ? read : corrected(read, correction, gazetteer)
  if (document.passages.length === 0) throw new InvalidRequestError('这样更正后文件就没有正文了，未保存。')
  const shelved = await prepare(document, embedder, segmenter)
  if (shelf.get(id) !== before) throw new StaleEditError('文件刚被别处改动，请刷新后再更正。')
  const receivedAt = now().toISOString()
  const layout = store.layout(id)
  const vectors = { embedderId: embedder.id, vectors: shelved.vectors }
  store.save({ bytes, document, layout, vectors, receivedAt })
  shelf.put(shelved)
  return document
}

async function catchUp(shelf: Shelf, { store, embedder, segmenter }: LibraryParts): Promise<void> {
  const stored = new Set(store.ids(READER_VERSION))
  for (const { document } of [...shelf.all()]) if (!stored.has(document.id)) shelf.take(document.id)
  const breath = createBreath()
  for (const id of stored) {
    if (breath.isDue()) await breath.take()
    const document = shelf.get(id) === undefined ? store.version(id)?.document : undefined
    if (document === undefined) continue
    const indexed = indexedDocument(document)
    // What is stored already is taken up without a wait, so that the question that is just asked sees it.
    const vectors = store.vectors(id, embedder.id) ?? (await embedPassages(document, embedder))
    shelf.put({ indexed, entries: lexicalEntries(indexed, segmenter), vectors })
  }
}

function currentDocument(id: DocumentId, shelf: Shelf): Document {
  const document = shelf.get(id)
  if (document === undefined)
    throw new NotFoundError('没有这份文件，或它已被新版本替换。', { details: { id } })
  return document
}
