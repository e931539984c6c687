import type { Document, DocumentId } from '../corpus/index.ts'

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
  document(id: DocumentId): Document | undefined
  ids(): readonly DocumentId[]
  bytes(id: DocumentId): Uint8Array | undefined
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
