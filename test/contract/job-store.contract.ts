import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../../src/error.ts'
import type { JobStore, ReceiptStore } from '../../src/ingest/index.ts'
import { failedReceipt, receiptOf } from './receipt.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FILES = [
  { file: '甲.txt', bytes: bytesOf('甲') },
  { file: '空.txt', bytes: new Uint8Array() },
  { file: '乙.zip', bytes: Uint8Array.of(0, 255, 0) },
]
const AT = '2031-02-03T04:05:06.789Z'

/** What every job store does, whatever it is made of. */
export function jobStoreContract(
  name: string,
  createStores: () => { readonly jobs: JobStore; readonly receipts: ReceiptStore },
): void {
  const filled = () => {
    const stores = createStores()
    stores.jobs.create('j1', AT, FILES)
    return stores
  }
  const waiting = { starts: 0, isDone: false, receipts: [] }

  describe(`job store: ${name}`, () => {
    it('holds nothing at first', () => {
      const { jobs } = createStores()
      expect([jobs.get('j1'), jobs.recent(10), jobs.unfinished()]).toEqual([undefined, [], []])
      expect(jobs.bytes('j1', 0)).toBeUndefined()
    })

    it('gives back a job and the bytes of its files, an empty one too', () => {
      const { jobs } = filled()
      const files = FILES.map(({ file }) => ({ file, ...waiting }))
      expect(jobs.get('j1')).toEqual({ id: 'j1', createdAt: AT, files })
      expect(FILES.map((_, at) => jobs.bytes('j1', at))).toEqual(FILES.map(({ bytes }) => bytes))
    })

    it('keeps the bytes when the caller changes its array afterwards', () => {
      const { jobs } = createStores()
      const bytes = bytesOf('甲')
      jobs.create('j1', AT, [{ file: '甲.txt', bytes }])
      bytes.fill(0)
      expect(jobs.bytes('j1', 0)).toEqual(bytesOf('甲'))
    })

    it('drops the bytes of a file together with storing its last receipt, which stands among all receipts', () => {
      const { jobs, receipts } = filled()
      jobs.record('j1', 0, [receiptOf('added')], true)
      expect(jobs.bytes('j1', 0)).toBeUndefined()
      expect(jobs.get('j1')?.files[0]).toMatchObject({ isDone: true, receipts: [receiptOf('added')] })
      expect(receipts.list(10).map(({ receipt }) => receipt)).toEqual([receiptOf('added')])
      expect(jobs.bytes('j1', 1)).toEqual(new Uint8Array())
    })

    it('keeps the bytes of an archive until all of its receipts are there, in order', () => {
      const { jobs } = filled()
      jobs.record('j1', 2, [failedReceipt('1')], false)
      jobs.record('j1', 2, [failedReceipt('2')], false)
      expect(jobs.bytes('j1', 2)).toEqual(FILES[2]?.bytes)
      jobs.record('j1', 2, [], true)
      const file = jobs.get('j1')?.files[2]
      expect(file).toMatchObject({ isDone: true, receipts: [failedReceipt('1'), failedReceipt('2')] })
    })

    it('counts the starts of a file, takes one back, and counts anew when the file got on', () => {
      const { jobs } = filled()
      expect([jobs.start('j1', 2), jobs.start('j1', 2), jobs.start('j1', 0)]).toEqual([1, 2, 1])
      jobs.giveBack('j1', 2)
      expect(jobs.start('j1', 2)).toBe(2)
      jobs.record('j1', 2, [failedReceipt('1')], false)
      expect(jobs.get('j1')?.files[2]?.starts).toBe(1)
    })

    it('lists the unfinished jobs oldest first and all jobs newest first, in numbers', () => {
      const { jobs } = createStores()
      for (const id of ['j3', 'j1', 'j2']) jobs.create(id, AT, FILES.slice(0, 2))
      jobs.record('j1', 0, [receiptOf('added')], true)
      jobs.record('j1', 1, [failedReceipt('空.txt')], true)
      jobs.record('j2', 0, [receiptOf('unchanged')], true)
      expect(jobs.unfinished().map(({ id }) => id)).toEqual(['j3', 'j2'])
      const none = { createdAt: AT, files: 2, filesDone: 0, added: 0, unchanged: 0, failed: 0 }
      expect(jobs.recent(10)).toEqual([
        { ...none, id: 'j2', filesDone: 1, unchanged: 1 },
        { ...none, id: 'j1', filesDone: 2, added: 1, failed: 1 },
        { ...none, id: 'j3' },
      ])
      expect(jobs.recent(1).map(({ id }) => id)).toEqual(['j2'])
    })

    it('refuses a file it does not know', () => {
      const { jobs } = filled()
      expect(() => jobs.start('j1', 9)).toThrow(NotFoundError)
      expect(() => jobs.record('j9', 0, [], true)).toThrow(NotFoundError)
    })
  })
}
