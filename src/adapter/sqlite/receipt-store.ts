import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { StorageError } from '../../error.ts'
import { type Receipt, type ReceiptStore, receiptSchema } from '../../ingest/index.ts'
import { nameOf } from './database.ts'
import { translatingFaults } from './fault.ts'

/** Receipts in the table `receipt`. */
export function createSqliteReceiptStore(db: DatabaseSync): ReceiptStore {
  const newest = (condition: string, ...values: readonly (string | number)[]) =>
    translatingFaults(nameOf(db), () =>
      db
        .prepare(`select number, json from receipt where ${condition}`)
        .all(...values)
        .map((row) => ({ number: Number(row.number), receipt: receiptOf(row.json) })),
    )
  return {
    add: (receipt) => {
      translatingFaults(nameOf(db), () => insertReceipt(insertion(db), receipt, null))
    },
    ofDocument: (id) => newest('document_id = ? order by number desc', id).map(({ receipt }) => receipt),
    list: (limit, before = Number.MAX_SAFE_INTEGER) =>
      newest('number < ? order by number desc limit ?', before, limit),
  }
}

/** The statement `insertReceipt` runs. */
export function insertion(db: DatabaseSync): StatementSync {
  return db.prepare('insert into receipt values (null, ?, ?, ?, ?, ?)')
}

export function insertReceipt(
  statement: StatementSync,
  receipt: Receipt,
  of: { readonly job: string; readonly ordinal: number } | null,
): void {
  const documentId = receipt.kind === 'failed' ? null : receipt.documentId
  statement.run(receipt.kind, documentId, of?.job ?? null, of?.ordinal ?? null, JSON.stringify(receipt))
}

/** @throws StorageError when the stored receipt is none */
export function receiptOf(json: unknown): Receipt {
  try {
    return receiptSchema.parse(JSON.parse(String(json)))
  } catch (cause) {
    throw new StorageError('存储的回执无法读取。', { cause })
  }
}
