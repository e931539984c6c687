import type { Correction, Document, DocumentId } from '../../corpus/index.ts'
import { NotFoundError } from '../../error.ts'
import type {
  DocumentStore,
  DocumentVersion,
  PageLayout,
  PassageVectors,
  StoredDocument,
} from '../../ingest/index.ts'

interface Held extends DocumentVersion {
  readonly bytes: Uint8Array
  readonly layout: readonly PageLayout[] | undefined
  readonly vectors: Map<string, readonly Float32Array[]>
}

/** Documents for as long as the process lives. */
export function createMemoryDocumentStore(): DocumentStore {
  return new MemoryDocumentStore()
}

class MemoryDocumentStore implements DocumentStore {
  readonly #held = new Map<DocumentId, Held>()
  readonly #corrections = new Map<DocumentId, Correction>()
  readonly #settings = new Map<string, string>()

  save({ bytes, document, layout, vectors, receivedAt, supersedes }: StoredDocument): void {
    const { id, correction } = document
    const known = this.#held.get(id)
    const since = { receivedAt: known?.receivedAt ?? receivedAt, supersededBy: known?.supersededBy ?? null }
    this.#held.set(id, { ...since, bytes: bytes.slice(), document, layout, vectors: new Map() })
    if (correction === null) this.#corrections.delete(id)
    else this.#corrections.set(id, correction)
    this.saveVectors(id, vectors)
    const older = supersedes === undefined ? undefined : this.#held.get(supersedes)
    if (older !== undefined)
      this.#held.set(older.document.id, { ...older, supersededBy: id, vectors: new Map() })
  }

  remove(id: DocumentId): void {
    for (const { document } of this.#chainOf(id)) this.#held.delete(document.id)
  }

  has(id: DocumentId): boolean {
    return this.#held.has(id)
  }

  documents(readerVersion: number): readonly Document[] {
    const current = this.#ordered().filter(({ supersededBy }) => supersededBy === null)
    return current
      .filter(({ document }) => document.readerVersion === readerVersion)
      .map((held) => this.#versionOf(held).document)
  }

  ids(readerVersion: number): readonly DocumentId[] {
    return this.documents(readerVersion).map(({ id }) => id)
  }

  outdated(readerVersion: number): readonly Pick<Document, 'id' | 'file'>[] {
    const outdated = this.#ordered().filter(({ document }) => document.readerVersion !== readerVersion)
    return outdated.map(({ document: { id, file } }) => ({ id, file }))
  }

  version(id: DocumentId): DocumentVersion | undefined {
    const held = this.#held.get(id)
    return held && this.#versionOf(held)
  }

  versions(id: DocumentId): readonly DocumentVersion[] {
    return this.#chainOf(id).map((held) => this.#versionOf(held))
  }

  correction(id: DocumentId): Correction | undefined {
    return this.#corrections.get(id)
  }

  bytes(id: DocumentId): Uint8Array | undefined {
    return this.#held.get(id)?.bytes.slice()
  }

  layout(id: DocumentId): readonly PageLayout[] | undefined {
    return this.#held.get(id)?.layout
  }

  vectors(id: DocumentId, embedderId: string): readonly Float32Array[] | undefined {
    return this.#held
      .get(id)
      ?.vectors.get(embedderId)
      ?.map((vector) => vector.slice())
  }

  saveVectors(id: DocumentId, { embedderId, vectors }: PassageVectors): void {
    const held = this.#held.get(id)
    if (held === undefined) throw new NotFoundError(`没有文档 ${id}。`)
    const copies = vectors.map((vector) => vector.slice())
    held.vectors.set(embedderId, copies)
  }

  wasChangedElsewhere(): boolean {
    return false
  }

  setting(name: string): string | undefined {
    return this.#settings.get(name)
  }

  saveSetting(name: string, value: string): void {
    this.#settings.set(name, value)
  }

  #ordered(): readonly Held[] {
    return [...this.#held.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
  }

  #versionOf({ document, receivedAt, supersededBy }: Held): DocumentVersion {
    const correction = this.#corrections.get(document.id) ?? null
    return { document: { ...document, correction }, receivedAt, supersededBy }
  }

  /** The current document that `id` ends in and everything it supersedes, the newest first. */
  #chainOf(id: DocumentId): readonly Held[] {
    let current = this.#held.get(id)
    while (current !== undefined && current.supersededBy !== null)
      current = this.#held.get(current.supersededBy)
    const chain = current === undefined ? [] : [current]
    for (const newer of chain)
      for (const older of this.#held.values()) if (older.supersededBy === newer.document.id) chain.push(older)
    return chain
  }
}
