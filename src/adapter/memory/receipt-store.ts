import type { NumberedReceipt, Receipt, ReceiptStore } from '../../ingest/index.ts'

/** Receipts for as long as the process lives. */
export function createMemoryReceiptStore(): ReceiptStore {
  const held: NumberedReceipt[] = []
  const newestFirst = (accepts: (held: NumberedReceipt) => boolean) => held.filter(accepts).reverse()
  return {
    add: (receipt: Receipt) => void held.push({ number: held.length + 1, receipt }),
    ofDocument: (id) =>
      newestFirst(({ receipt }) => receipt.kind !== 'failed' && receipt.documentId === id).map(
        ({ receipt }) => receipt,
      ),
    list: (limit, before = Number.POSITIVE_INFINITY) =>
      newestFirst(({ number }) => number < before).slice(0, limit),
  }
}
