import type { Correction, Document, DocumentId } from '../corpus/index.ts'
import type { PageLayout } from './page-layout.ts'

/** Vectors of a document's passages, in the order of `document.passages`. */
export interface PassageVectors {
  readonly embedderId: string
  readonly vectors: readonly Float32Array[]
}

export interface StoredDocument {
  /** The file as it came, byte for byte. */
  readonly bytes: Uint8Array
  readonly document: Document
  /** Undefined for a format without pages. */
  readonly layout: readonly PageLayout[] | undefined
  readonly vectors: PassageVectors
}

/** A document that comes in for the first time, or again after its reading has become outdated. */
export interface ArrivingDocument extends StoredDocument {
  /** RFC 3339. */
  readonly receivedAt: string
  /** The current document that this one takes the place of. */
  readonly supersedes: DocumentId | null
}

/** One version of a document, current or not. */
export interface DocumentVersion {
  readonly document: Document
  /** RFC 3339; null for what an older release has stored. */
  readonly receivedAt: string | null
  /** The next newer version; null for the current one. */
  readonly supersededBy: DocumentId | null
}

/**
 * The only truth: documents with their versions, original bytes, corrections and vectors. `add`, `save` and `remove`
 * are each one transaction: after a crash a document is there whole or not at all, and one of its versions is current.
 * Of documents that were read by other reading rules it gives ids, files and bytes alone.
 * @throws StorageError when the medium fails (disk full, read-only, damaged)
 */
export interface DocumentStore {
  /**
   * Takes a document in; the one it supersedes loses its vectors.
   * @throws StaleEditError when the document is there already, or what it supersedes is not current any more
   */
  add(arriving: ArrivingDocument): void
  /**
   * Stores another reading or correction of a document that is there.
   * @throws NotFoundError
   */
  save(stored: StoredDocument): void
  /**
   * Forgets a document with all its versions. Corrections of it stay for the day it comes back.
   * @returns the ids of what is gone, the newest first
   */
  remove(id: DocumentId): readonly DocumentId[]
  has(id: DocumentId): boolean
  /** All current documents, ordered by id. */
  documents(): readonly Document[]
  /** Ids and corrections of the same documents. */
  current(): ReadonlyMap<DocumentId, Correction | null>
  /** Ids and files, current or not, that were read by other reading rules. */
  outdated(): readonly Pick<Document, 'id' | 'file'>[]
  version(id: DocumentId): DocumentVersion | undefined
  /** All versions that end in the same current document as this one, the newest first. */
  versions(id: DocumentId): readonly DocumentVersion[]
  correction(id: DocumentId): Correction | undefined
  bytes(id: DocumentId): Uint8Array | undefined
  /** The pages with the place of each character; undefined when the document is unknown or has none. */
  layout(id: DocumentId): readonly PageLayout[] | undefined
  /** Undefined when the document is unknown or was embedded by another embedder. */
  vectors(id: DocumentId, embedderId: string): readonly Float32Array[] | undefined
  /** Adds or replaces a document's vectors of one embedder. */
  saveVectors(id: DocumentId, vectors: PassageVectors): void
  /** Another number whenever another process has written to the same medium. */
  foreignChanges(): number
  /** Overwrites what `remove` could not, because somebody else was reading. */
  settle(): void
  /** A remembered fact about the library itself, such as that the seeds were loaded. */
  setting(name: string): string | undefined
  saveSetting(name: string, value: string): void
}
