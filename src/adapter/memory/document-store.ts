import type { Correction, Document, DocumentId } from '../../corpus/index.ts'
import { NotFoundError, StaleEditError } from '../../error.ts'
import {
  type ArrivingDocument,
  type DocumentStore,
  type DocumentVersion,
  type PageLayout,
  type PassageVectors,
  READER_VERSION,
  type StoredDocument,
} from '../../ingest/index.ts'

interface Held extends DocumentVersion {
  readonly bytes: Uint8Array
  readonly layout: readonly PageLayout[] | undefined
  readonly vectors: Map<string, readonly Float32Array[]>
}

/** Documents for as long as the process lives. */
export function createMemoryDocumentStore(readerVersion = READER_VERSION): DocumentStore {
  return new MemoryDocumentStore(readerVersion)
}

class MemoryDocumentStore implements DocumentStore {
  readonly #readerVersion: number
  readonly #held = new Map<DocumentId, Held>()
  readonly #corrections = new Map<DocumentId, Correction>()
  readonly #settings = new Map<string, string>()

  constructor(readerVersion: number) {
    this.#readerVersion = readerVersion
  }

  add({ receivedAt, supersedes, ...stored }: ArrivingDocument): void {
    const { id } = stored.document
    const known = this.#held.get(id)
    if (known?.document.readerVersion === this.#readerVersion)
      throw new StaleEditError('这份文件刚由别处导入。', { details: { id } })
    const older = supersedes === null ? undefined : this.#held.get(supersedes)
    if (supersedes !== null && (older === undefined || older.supersededBy !== null || supersedes === id))
      throw new StaleEditError('要替换的文件刚被别处替换或删除。', { details: { id: supersedes } })
    const { bytes, document, layout } = stored
    const since = known ?? { receivedAt, supersededBy: null }
    this.#held.set(id, { ...since, bytes, document, layout, vectors: new Map() })
    this.save(stored)
    if (older !== undefined)
      this.#held.set(older.document.id, { ...older, supersededBy: id, vectors: new Map() })
  }

  save({ bytes, document, layout, vectors }: StoredDocument): void {
    const { id, correction } = document
    const known = this.#held.get(id)
    if (known === undefined) throw new NotFoundError(`没有文档 ${id}。`)
    this.#held.set(id, { ...known, bytes: bytes.slice(), document, layout, vectors: new Map() })
    if (correction === null) this.#corrections.delete(id)
    else this.#corrections.set(id, correction)
    this.saveVectors(id, vectors)
  }

  remove(id: DocumentId): readonly DocumentId[] {
    const removed = this.#chainOf(id).map(({ document }) => document.id)
    for (const each of removed) this.#held.delete(each)
    return removed
  }

  has(id: DocumentId): boolean {
    return this.#held.has(id)
  }

  documents(): readonly Document[] {
    const current = this.#readable().filter(({ supersededBy }) => supersededBy === null)
    return current.map((held) => this.#versionOf(held).document)
  }

  current(): ReadonlyMap<DocumentId, Correction | null> {
    return new Map(this.documents().map(({ id, correction }) => [id, correction]))
  }

  outdated(): readonly Pick<Document, 'id' | 'file'>[] {
    const readable = new Set(this.#readable())
    const outdated = this.#ordered().filter((held) => !readable.has(held))
    return outdated.map(({ document: { id, file } }) => ({ id, file }))
  }

  version(id: DocumentId): DocumentVersion | undefined {
    const held = this.#readable().find(({ document }) => document.id === id)
    return held && this.#versionOf(held)
  }

  versions(id: DocumentId): readonly DocumentVersion[] {
    const readable = new Set(this.#readable())
    return this.#chainOf(id)
      .filter((held) => readable.has(held))
      .map((held) => this.#versionOf(held))
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

  foreignChanges(): number {
    return 0
  }

  settle(): void {
    // What is forgotten here leaves nothing behind.
  }

  setting(name: string): string | undefined {
    return this.#settings.get(name)
  }

  saveSetting(name: string, value: string): void {
    this.#settings.set(name, value)
  }

  #readable(): readonly Held[] {
    return this.#ordered().filter(({ document }) => document.readerVersion === this.#readerVersion)
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
