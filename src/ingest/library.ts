import { createBreath } from '../breath.ts'
import {
  type Corpus,
  type Correction,
  correctionTag,
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
import { asRead, type CorrectionChange, carriedOver, corrected, nextCorrection } from './correct.ts'
import type { ArrivingDocument, DocumentStore, DocumentVersion } from './document-store.ts'
import { FileProgress } from './file-progress.ts'
import type { PageLayout } from './page-layout.ts'
import type { PlanReader } from './plan-reader.ts'
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

/** What became of a file that was read: taken in, or there already under these very bytes. */
export type Added =
  | {
      readonly kind: 'added'
      readonly document: Document
      /** The version that this one takes the place of. */
      readonly superseded: Document | null
    }
  | { readonly kind: 'known'; readonly document: Document }

/** The stored documents together with the indexes over them. */
export interface Library {
  /** The documents as they are now; a new object after every change. */
  corpus(): Corpus
  /**
   * Reads, embeds, stores and indexes one file. The store's commit comes first: what the caller is told is
   * added survives a crash, and the indexes can always be made again. A newer version takes the place of the older
   * one, which is told by file name, place, kind, years and wording, or named by `replaces`.
   * @throws UnreadableFileError with a reason in plain Chinese
   * @throws NotFoundError when `replaces` names no document
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
  /**
   * Removes a document with all its versions.
   * @returns those of them that these reading rules can read
   * @throws NotFoundError
   */
  remove(id: DocumentId): readonly Document[]
  /** Takes up what another process stored or removed; if it is little, before this gives back its promise. */
  catchUp(): Promise<void>
}

/**
 * @param parts indexes that already hold the passages of the stored documents, or are empty with the store
 * @param stored the stored documents, where they have been read already
 */
export function createLibrary(
  parts: LibraryParts,
  stored: Corpus = createCorpus(parts.store.documents()),
): Library {
  const { store } = parts
  const shelf = new Shelf(stored, parts)
  return {
    corpus: () => shelf.corpus(),
    find: (bytes) => {
      const id = documentIdOf(sha256(bytes))
      // The shelf may not know yet what another process has done; the store always does.
      return (store.has(id) ? shelf.get(id) : undefined) ?? store.versions(id)[0]?.document
    },
    add: (file, bytes, options = {}) => addFile(file, bytes, options, shelf, parts),
    correct: (id, change) => correctDocument(id, change, shelf, parts),
    layout: (id) => store.layout(id),
    nearDuplicates: (id) => shelf.nearDuplicates(id),
    version: (id) => store.version(id),
    versions: (id) => store.versions(id),
    remove: (id) => {
      const documents = store.versions(id).map(({ document }) => document)
      const removed = store.remove(id)
      if (removed.length === 0) throw new NotFoundError('没有这份文件。', { details: { id } })
      for (const each of removed) shelf.take(each)
      return documents
    },
    catchUp: () => catchUp(shelf, parts),
  }
}

/** Others may change what a document rests on while it is being prepared; so often it is prepared again. */
const MOST_TRIES = 5

async function addFile(
  file: string,
  bytes: Uint8Array,
  { progress = new FileProgress(), replaces }: AddOptions,
  shelf: Shelf,
  parts: LibraryParts,
): Promise<Added> {
  const { store, embedder, segmenter, gazetteer } = parts
  progress.enter('reading')
  const { document: read, layout, targets } = await parts.read(file, bytes)
  progress.targets = targets
  progress.enter('storing')
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const { known, older, correction } = placeOf(read, replaces, shelf, store)
    if (known !== null) return { kind: 'known', document: known }
    const document = correction === null ? read : corrected(read, correction, gazetteer)
    const shelved = await prepare(document, embedder, segmenter)
    const now = placeOf(read, replaces, shelf, store)
    if (now.older?.id !== older?.id || correctionTag(now.correction) !== correctionTag(correction)) continue
    const vectors = { embedderId: embedder.id, vectors: shelved.vectors }
    const receivedAt = parts.now().toISOString()
    const arriving = { bytes, document, layout, vectors, receivedAt, supersedes: older?.id ?? null }
    if (!isAdded(arriving, store)) continue
    if (older !== null) shelf.take(older.id)
    shelf.put(shelved)
    return { kind: 'added', document, superseded: older }
  }
  throw new StaleEditError(`库中的相关文件一再变动，未能入库，请稍后再试：${file}`)
}

/** Whether the store took it in, or somebody else was quicker. */
function isAdded(arriving: ArrivingDocument, store: DocumentStore): boolean {
  try {
    store.add(arriving)
    return true
  } catch (fault) {
    if (fault instanceof StaleEditError) return false
    throw fault
  }
}

/** What is stored already of a file's document: itself, what it takes the place of, what a person has said of it. */
interface Place {
  readonly known: Document | null
  readonly older: Document | null
  readonly correction: Correction | null
}

/** @throws NotFoundError when `replaces` names no document */
function placeOf(
  read: Document,
  replaces: DocumentId | undefined,
  shelf: Shelf,
  store: DocumentStore,
): Place {
  const newest = (id: DocumentId) => store.versions(id)[0]?.document ?? null
  const known = newest(read.id)
  if (known !== null) return { known, older: null, correction: null }
  const told = replaces ?? supersededBy(indexedDocument(read), shelf.all())?.id
  const older = told === undefined ? null : newest(told)
  if (replaces !== undefined && older === null) throw missing(replaces)
  const inherited = older === null ? null : carriedOver(older, read)
  return { known: null, older, correction: store.correction(read.id) ?? inherited }
}

async function correctDocument(
  id: DocumentId,
  change: CorrectionChange,
  shelf: Shelf,
  { store, embedder, segmenter, gazetteer }: LibraryParts,
): Promise<Document> {
  const before = currentVersion(id, store)
  const bytes = store.bytes(id)
  if (bytes === undefined) throw missing(id)
  const read = asRead(before, gazetteer)
  const correction = nextCorrection(read, before.correction, change)
  const document = correction === null ? read : corrected(read, correction, gazetteer)
  if (document.passages.length === 0) throw new InvalidRequestError('这样更正后文件就没有正文了，未保存。')
  const shelved = await prepare(document, embedder, segmenter)
  if (correctionTag(currentVersion(id, store).correction) !== correctionTag(before.correction))
    throw new StaleEditError('文件刚被别处改动，请刷新后再更正。')
  const vectors = { embedderId: embedder.id, vectors: shelved.vectors }
  store.save({ bytes, document, layout: store.layout(id), vectors })
  shelf.put(shelved)
  return document
}

async function catchUp(shelf: Shelf, { store, embedder, segmenter }: LibraryParts): Promise<void> {
  const stored = store.current()
  for (const { document } of [...shelf.all()]) {
    const correction = stored.get(document.id)
    const isSame =
      correction !== undefined && correctionTag(correction) === correctionTag(document.correction)
    if (!isSame) shelf.take(document.id)
  }
  const breath = createBreath()
  for (const id of stored.keys()) {
    if (shelf.get(id) !== undefined) continue
    if (breath.isDue()) await breath.take()
    const document = store.version(id)?.document
    if (document === undefined) continue
    const indexed = indexedDocument(document)
    // What is stored already is taken up without a wait, so that the question that is just asked sees it.
    const vectors = store.vectors(id, embedder.id) ?? (await embedPassages(document, embedder))
    // While this waited, the document may have been deleted or replaced.
    if (store.version(id)?.supersededBy === null)
      shelf.put({ indexed, entries: lexicalEntries(indexed, segmenter), vectors })
  }
}

function currentVersion(id: DocumentId, store: DocumentStore): Document {
  const version = store.version(id)
  if (version === undefined || version.supersededBy !== null) throw missing(id)
  return version.document
}

function missing(id: DocumentId): NotFoundError {
  return new NotFoundError('没有这份文件，或它已被新版本替换。', { details: { id } })
}
