import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type Correction, type Document, type DocumentId, documentIdSchema } from '../../corpus/index.ts'
import { NotFoundError, StaleEditError, StorageError } from '../../error.ts'
import {
  type ArrivingDocument,
  type DocumentStore,
  type DocumentVersion,
  type PageLayout,
  type PassageVectors,
  READER_VERSION,
  type StoredDocument,
} from '../../ingest/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { correctionJsonSchema, parsed, refuseOtherHash, rowSchema, versionOf } from './document-row.ts'
import { translatingFaults } from './fault.ts'
import { float32Bytes, float32Of } from './float32.ts'
import { packedLayout, packedLayoutSchema } from './layout-blob.ts'

/** Documents, originals, vectors and settings in SQLite; what comes out is checked against its hash. */
export function createSqliteDocumentStore(db: DatabaseSync, readerVersion = READER_VERSION): DocumentStore {
  return new SqliteDocumentStore(db, readerVersion)
}

/** Documents with what a person says of them, which is kept apart. */
const SELECT =
  'select document.*, correction.json as correction from document left join correction on document_id = id'
/** Unknown for what the first release has stored. */
const READ_BY = 'coalesce(reader_version, 0)'
/** Every version that ends in the same current document. */
const CHAIN = `with recursive
  newer (id, superseded_by) as (
    select id, superseded_by from document where id = ?
    union select document.id, document.superseded_by from document join newer on document.id = newer.superseded_by),
  chain (id, age) as (
    select id, 0 from newer where superseded_by is null
    union select document.id, age + 1 from document join chain on document.superseded_by = chain.id)`

class SqliteDocumentStore implements DocumentStore {
  readonly #db: DatabaseSync
  readonly #readerVersion: number
  #isLogDirty = false

  constructor(db: DatabaseSync, readerVersion: number) {
    this.#db = db
    this.#readerVersion = readerVersion
  }

  add({ receivedAt, supersedes, ...stored }: ArrivingDocument): void {
    const { id } = stored.document
    inTransaction(this.#db, () => {
      if (this.#isReadable(id)) throw new StaleEditError('这份文件刚由别处导入。', { details: { id } })
      this.#db
        .prepare(`insert into document (id, file, sha256, encoding, record, text, text_sha256, bytes, received_at)
          values (?, '', '', '', '', '', '', x'', ?) on conflict (id) do nothing`)
        .run(id, receivedAt)
      this.save(stored)
      if (supersedes !== null) this.#supersede(supersedes, id)
    })
  }

  save({ bytes, document, layout, vectors }: StoredDocument): void {
    const { id, file, sha256, encoding, text, correction, ...record } = document
    // SQLite would store U+FFFD instead, and quotes would no longer equal the text.
    if (!text.isWellFormed()) throw new StorageError(`${file} 的文本含有残缺字符，无法保存。`)
    inTransaction(this.#db, () => {
      const content = [JSON.stringify(record), text, hash('sha256', text), bytes]
      const { changes } = this.#db
        .prepare(`update document set file = ?, sha256 = ?, encoding = ?, record = ?, text = ?, text_sha256 = ?,
          bytes = ?, reader_version = ? where id = ?`)
        .run(file, sha256, encoding, ...content, document.readerVersion, id)
      if (changes === 0) throw new NotFoundError(`没有文档 ${id}。`)
      this.#forgetVectors(id)
      this.#saveCorrection(id, correction)
      this.#saveLayout(id, layout)
      this.saveVectors(id, vectors)
    })
  }

  remove(id: DocumentId): readonly DocumentId[] {
    const sql = `${CHAIN} delete from document where id in (select id from chain) returning id`
    const removed = inTransaction(this.#db, () => {
      const order = this.#db.prepare(`${CHAIN} select id from chain order by age`).all(id)
      this.#db.prepare(sql).all(id)
      return order.map((row) => documentIdSchema.parse(row.id))
    })
    this.#isLogDirty = true
    this.settle()
    return removed
  }

  /** Until then the log still holds the text; who is reading it is not waited for. */
  settle(): void {
    if (!this.#isLogDirty) return
    const isBusy = this.#reading(() => {
      const timeout = Number(this.#db.prepare('pragma busy_timeout').get()?.timeout)
      this.#db.exec('pragma busy_timeout = 0')
      try {
        return this.#db.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 1
      } finally {
        this.#db.exec(`pragma busy_timeout = ${timeout}`)
      }
    })
    this.#isLogDirty = isBusy
  }

  #supersede(older: DocumentId, newer: DocumentId): void {
    const sql = 'update document set superseded_by = ? where id = ? and superseded_by is null and id <> ?'
    if (this.#db.prepare(sql).run(newer, older, newer).changes === 0)
      throw new StaleEditError('要替换的文件刚被别处替换或删除。', { details: { id: older } })
    this.#forgetVectors(older)
  }

  /** Rows of other reading rules are there to be read again, and may be written over. */
  #isReadable(id: DocumentId): boolean {
    return (
      this.#get(`select 1 from document where id = ? and ${READ_BY} = ${this.#readerVersion}`, id) !==
      undefined
    )
  }

  #forgetVectors(id: DocumentId): void {
    this.#db.prepare('delete from embedding where document_id = ?').run(id)
  }

  #saveLayout(id: DocumentId, layout: readonly PageLayout[] | undefined): void {
    this.#db.prepare('delete from page_layout where document_id = ?').run(id)
    if (layout !== undefined)
      this.#db.prepare('insert into page_layout values (?, ?)').run(id, packedLayout(layout))
  }

  #saveCorrection(id: DocumentId, correction: Correction | null): void {
    if (correction === null) this.#db.prepare('delete from correction where document_id = ?').run(id)
    else
      this.#db.prepare('insert or replace into correction values (?, ?)').run(id, JSON.stringify(correction))
  }

  has(id: DocumentId): boolean {
    return this.#get('select 1 from document where id = ?', id) !== undefined
  }

  documents(): readonly Document[] {
    const sql = `${SELECT} where superseded_by is null and ${READ_BY} = ? order by id`
    return this.#reading(() => {
      const documents: Document[] = []
      for (const row of this.#db.prepare(sql).iterate(this.#readerVersion))
        documents.push(versionOf(row).document)
      return documents
    })
  }

  current(): ReadonlyMap<DocumentId, Correction | null> {
    const sql = `select id, json from document left join correction on document_id = id
      where superseded_by is null and ${READ_BY} = ?`
    const rows = this.#reading(() => this.#db.prepare(sql).all(this.#readerVersion))
    return new Map(
      rows.map(({ id, json }) => [
        documentIdSchema.parse(id),
        json === null ? null : parsed(correctionJsonSchema, json, id),
      ]),
    )
  }

  foreignChanges(): number {
    return Number(this.#get('pragma data_version')?.data_version)
  }

  outdated(): readonly Pick<Document, 'id' | 'file'>[] {
    const sql = `select id, file from document where ${READ_BY} <> ? order by id`
    const rows = this.#reading(() => this.#db.prepare(sql).all(this.#readerVersion))
    return rows.map((row) => rowSchema.pick({ id: true, file: true }).parse(row))
  }

  version(id: DocumentId): DocumentVersion | undefined {
    const row = this.#get(`${SELECT} where id = ? and ${READ_BY} = ${this.#readerVersion}`, id)
    return row === undefined ? undefined : versionOf(row)
  }

  versions(id: DocumentId): readonly DocumentVersion[] {
    const sql = `${CHAIN} select document.*, correction.json as correction from chain join document using (id)
      left join correction on document_id = id where ${READ_BY} = ? order by age`
    return this.#reading(() => this.#db.prepare(sql).all(id, this.#readerVersion)).map(versionOf)
  }

  correction(id: DocumentId): Correction | undefined {
    const json = this.#get('select json from correction where document_id = ?', id)?.json
    return json === undefined ? undefined : parsed(correctionJsonSchema, json, id)
  }

  bytes(id: DocumentId): Uint8Array | undefined {
    const row = this.#get('select file, sha256, bytes from document where id = ?', id)
    if (row === undefined) return undefined
    const { file, sha256, bytes } = rowSchema.pick({ file: true, sha256: true, bytes: true }).parse(row)
    refuseOtherHash(file, bytes, sha256)
    return bytes
  }

  layout(id: DocumentId): readonly PageLayout[] | undefined {
    const sql = 'select file, gzip_json from page_layout join document on id = document_id where id = ?'
    const row = this.#get(sql, id)
    return row === undefined ? undefined : parsed(packedLayoutSchema, row.gzip_json, row.file)
  }

  vectors(id: DocumentId, embedderId: string): readonly Float32Array[] | undefined {
    const embedding = this.#get(
      'select count from embedding where document_id = ? and embedder_id = ?',
      id,
      embedderId,
    )
    if (embedding === undefined) return undefined
    const sql = 'select value from vector where document_id = ? and embedder_id = ? order by ordinal'
    const rows = this.#reading(() => this.#db.prepare(sql).all(id, embedderId))
    if (rows.length !== embedding.count) throw new StorageError(`文档 ${id} 的向量不完整。`)
    return rows.map((row) => float32Of(row.value))
  }

  saveVectors(id: DocumentId, { embedderId, vectors }: PassageVectors): void {
    inTransaction(this.#db, () => {
      if (!this.has(id)) throw new NotFoundError(`没有文档 ${id}。`)
      this.#db.prepare('delete from embedding where document_id = ? and embedder_id = ?').run(id, embedderId)
      this.#db.prepare('insert into embedding values (?, ?, ?)').run(id, embedderId, vectors.length)
      const insert = this.#db.prepare('insert into vector values (?, ?, ?, ?)')
      for (const [ordinal, vector] of vectors.entries())
        insert.run(id, embedderId, ordinal, float32Bytes(vector))
    })
  }

  setting(name: string): string | undefined {
    const value = this.#get('select value from setting where name = ?', name)?.value
    return typeof value === 'string' ? value : undefined
  }

  saveSetting(name: string, value: string): void {
    this.#reading(() => this.#db.prepare('insert or replace into setting values (?, ?)').run(name, value))
  }

  #get(sql: string, ...values: readonly string[]) {
    return this.#reading(() => this.#db.prepare(sql).get(...values))
  }

  #reading<T>(work: () => T): T {
    return translatingFaults(nameOf(this.#db), work)
  }
}
