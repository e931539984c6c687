import { describe, expect, it } from 'vitest'
import type { ReceiptStore } from '../../src/ingest/index.ts'
import { documentId } from './id.ts'
import { failedReceipt, receiptOf } from './receipt.ts'

/** What every receipt store does, whatever it is made of. */
export function receiptStoreContract(name: string, createStore: () => ReceiptStore): void {
  describe(`receipt store: ${name}`, () => {
    it('holds nothing at first', () => {
      const store = createStore()
      expect(store.list(10)).toEqual([])
      expect(store.ofDocument(documentId('a'))).toEqual([])
    })

    it('gives back receipts exactly as they were added, newest first', () => {
      const store = createStore()
      const receipts = [receiptOf('added'), failedReceipt('坏.txt'), receiptOf('removed')]
      for (const receipt of receipts) store.add(receipt)
      expect(store.list(10).map(({ receipt }) => receipt)).toEqual(receipts.toReversed())
    })

    it('gives all receipts of one document and of no other, newest first', () => {
      const store = createStore()
      store.add(receiptOf('added', documentId('a')))
      store.add(receiptOf('added', documentId('b')))
      store.add(failedReceipt('坏.txt'))
      store.add(receiptOf('removed', documentId('a')))
      expect(store.ofDocument(documentId('a')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    })

    it('is paged through without a gap or a repeat while receipts come in', () => {
      const store = createStore()
      for (let at = 0; at < 5; at++) store.add(failedReceipt(`${at}`))
      const seen: string[] = []
      let before: number | undefined
      for (;;) {
        const page = store.list(2, before)
        if (page.length === 0) break
        seen.push(...page.map(({ receipt }) => receipt.file))
        before = page.at(-1)?.number
        store.add(failedReceipt('later'))
      }
      expect(seen).toEqual(['4', '3', '2', '1', '0'])
    })
  })
}
