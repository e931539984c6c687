import type { Document, DocumentId } from '../corpus/index.ts'
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
  readonly vectors: PassageVectors
  /** Undefined for a format without pages. */
  readonly layout?: readonly PageLayout[] | undefined
}

/**
 * The only truth: documents, their original bytes and their vectors. `save` and `remove` are each one
 * transaction: after a crash a document is there whole or not at all.
 * @throws StorageError when the medium fails (disk full, read-only, damaged)
 */
export interface DocumentStore {
  /** Saving an id that is already there replaces it. */
  save(stored: StoredDocument): void
  remove(id: DocumentId): void
  has(id: DocumentId): boolean
  /** All documents, ordered by id. */
  documents(): readonly Document[]
  bytes(id: DocumentId): Uint8Array | undefined
  /** The pages with the place of each character; undefined when the document is unknown or has none. */
  layout(id: DocumentId): readonly PageLayout[] | undefined
  /** Undefined when the document is unknown or was embedded by another embedder. */
  vectors(id: DocumentId, embedderId: string): readonly Float32Array[] | undefined
  /** Adds or replaces a document's vectors of one embedder. */
  saveVectors(id: DocumentId, vectors: PassageVectors): void
  /** A remembered fact about the library itself, such as that the seeds were loaded. */
  setting(name: string): string | undefined
  saveSetting(name: string, value: string): void
}
