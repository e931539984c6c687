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
  /** RFC 3339; saving a document again does not change when it was received. */
  readonly receivedAt: string
  /** The current document that this one takes the place of. */
  readonly supersedes?: DocumentId
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
 * The only truth: documents with their versions, original bytes, corrections and vectors. `save` and `remove` are
 * each one transaction: after a crash a document is there whole or not at all, and one of two versions is current.
 * @throws StorageError when the medium fails (disk full, read-only, damaged)
 */
export interface DocumentStore {
  /** Saving an id that is already there replaces it; a superseded document loses its vectors. */
  save(stored: StoredDocument): void
  /** Forgets a document with all its older versions. Corrections of it stay for the day it comes back. */
  remove(id: DocumentId): void
  has(id: DocumentId): boolean
  /** All current documents that were read by these reading rules, ordered by id. */
  documents(readerVersion: number): readonly Document[]
  /** Ids of the same documents. */
  ids(readerVersion: number): readonly DocumentId[]
  /** Ids and files, current or not, that were read by other reading rules. */
  outdated(readerVersion: number): readonly Pick<Document, 'id' | 'file'>[]
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
  /** Whether another process has written to the same medium since this was asked last. */
  wasChangedElsewhere(): boolean
  /** A remembered fact about the library itself, such as that the seeds were loaded. */
  setting(name: string): string | undefined
  saveSetting(name: string, value: string): void
}
