import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Document, type DocumentId, documentIdSchema, documentSchema } from '../../corpus/index.ts'
import { NotFoundError, StorageError } from '../../error.ts'
import type { DocumentStore, PassageVectors, StoredDocument } from '../../ingest/index.ts'
import { inTransaction, nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'
import { float32Bytes, float32Of } from './float32.ts'

/** Documents, originals, vectors and settings in SQLite; what comes out is checked against its hash. */
export function createSqliteDocumentStore(db: DatabaseSync): DocumentStore {
  return new SqliteDocumentStore(db)
}

const rowSchema = documentSchema
  .unwrap()
  .pick({ id: true, file: true, sha256: true, encoding: true, text: true })
  .extend({ text_sha256: z.string(), record: z.string(), bytes: z.instanceof(Uint8Array) })

/** A document's own columns are left out of its JSON record. */
const recordSchema = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.looseObject({}))

class SqliteDocumentStore implements DocumentStore {
  readonly #db: DatabaseSync
  /** Rises whenever another connection commits, and never by what this one does. */
  #dataVersion: number

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#dataVersion = this.#readDataVersion()
  }

  save({ bytes, document, vectors }: StoredDocument): void {
    const { id, file, sha256, encoding, text, ...record } = document
    // SQLite would store U+FFFD instead, and quotes would no longer equal the text.
    if (!text.isWellFormed()) throw new StorageError(`${file} 的文本含有残缺字符,无法保存。`)
    inTransaction(this.#db, () => {
      this.remove(id)
      const row = [id, file, sha256, encoding, JSON.stringify(record), text, hash('sha256', text), bytes]
      this.#db.prepare('insert into document values (?, ?, ?, ?, ?, ?, ?, ?)').run(...row)
      this.saveVectors(id, vectors)
    })
  }

  remove(id: DocumentId): void {
    inTransaction(this.#db, () => this.#db.prepare('delete from document where id = ?').run(id))
  }

  has(id: DocumentId): boolean {
    return this.#get('select 1 from document where id = ?', id) !== undefined
  }

  documents(): readonly Document[] {
    return this.#reading(() => {
      const documents: Document[] = []
      for (const row of this.#db.prepare('select * from document order by id').iterate()) {
        documents.push(documentOf(row))
      }
      return documents
    })
  }

  document(id: DocumentId): Document | undefined {
    const row = this.#get('select * from document where id = ?', id)
    return row === undefined ? undefined : documentOf(row)
  }

  ids(): readonly DocumentId[] {
    const rows = this.#reading(() => this.#db.prepare('select id from document').all())
    return rows.map(({ id }) => documentIdSchema.parse(id))
  }

  wasChangedElsewhere(): boolean {
    const version = this.#readDataVersion()
    const isOther = version !== this.#dataVersion
    this.#dataVersion = version
    return isOther
  }

  bytes(id: DocumentId): Uint8Array | undefined {
    const row = this.#get('select file, sha256, bytes from document where id = ?', id)
    if (row === undefined) return undefined
    const { file, sha256, bytes } = rowSchema.pick({ file: true, sha256: true, bytes: true }).parse(row)
    refuseOtherHash(file, bytes, sha256)
    return bytes
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

  #readDataVersion(): number {
    return Number(this.#get('pragma data_version')?.data_version)
  }

  #get(sql: string, ...values: readonly string[]) {
    return this.#reading(() => this.#db.prepare(sql).get(...values))
  }

  #reading<T>(work: () => T): T {
    return translatingFaults(nameOf(this.#db), work)
  }
}

function documentOf(row: Readonly<Record<string, unknown>>): Document {
  const { bytes, text_sha256, record, ...document } = parsed(rowSchema, row, row.file)
  refuseOtherHash(document.file, bytes, document.sha256)
  refuseOtherHash(document.file, document.text, text_sha256)
  return parsed(documentSchema, { ...parsed(recordSchema, record, row.file), ...document }, row.file)
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, file: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new StorageError(`文档「${file}」的存储记录无法读取,请重新导入。`, {
    cause: result.error,
    details: { file },
  })
}

function refuseOtherHash(file: string, content: Uint8Array | string, expected: string): void {
  if (hash('sha256', content) === expected) return
  throw new StorageError(`文档「${file}」的存储内容已损坏,请重新导入。`, {
    details: { file, sha256: expected },
  })
}
