import type { DocumentId } from '../corpus/index.ts'
import type { Receipt } from './receipt.ts'

/** A receipt with its place in the order in which receipts were stored. */
export interface NumberedReceipt {
  readonly number: number
  readonly receipt: Receipt
}

/**
 * Receipts, which nothing ever removes.
 * @throws StorageError when the medium fails
 */
export interface ReceiptStore {
  add(receipt: Receipt): void
  /** All of one document, newest first, whether it is still there or not. */
  ofDocument(id: DocumentId): readonly Receipt[]
  /**
   * Newest first.
   * @param before number of the last receipt already seen
   */
  list(limit: number, before?: number): readonly NumberedReceipt[]
}
