import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../../src/error.ts'
import type { DocumentStore } from '../../src/ingest/index.ts'
import { documentId } from '../contract/id.ts'
import { bytesOf, NO_CHANGE, open, PLAN, planOf } from './library-world.ts'

const otherOver = (store: DocumentStore) => {
  const { library } = open(store)
  return library
}

describe('a library', () => {
  describe('with corrections of a person', () => {
    it('holds what the person says, marked as neither read nor inferred, and gives back what was read', async () => {
      const { library } = open()
      const { document } = await library.add('a.txt', bytesOf(planOf('新增床位5张。')))
      const metadata = {
        issuer: '某局',
        years: null,
        jurisdiction: { name: '犍为县', level: 'county', parent: '乐山市' },
      } as const
      const corrected = await library.correct(document.id, { ...NO_CHANGE, metadata })
      expect(corrected.metadata).toMatchObject({
        issuer: { value: '某局', evidence: null, inferred: false },
        years: null,
        jurisdiction: { value: { name: '犍为县' } },
        title: document.metadata.title,
      })
      expect(corrected.correction?.metadata.years).toEqual({ value: null, read: [2022, 2022] })
      expect(library.corpus().documents.get(document.id)?.document).toEqual(corrected)
      const back = await library.correct(document.id, {
        ...NO_CHANGE,
        reverted: ['issuer', 'years', 'jurisdiction'],
      })
      expect(back).toEqual(document)
    })

    it('finds words again that a person has taken back, and no longer those taken out', async () => {
      const { library, find } = open()
      const text = `${planOf('新增床位5张。')}\n打印本页\n`
      const { document } = await library.add('a.txt', bytesOf(text))
      expect([find('打印'), find('乡镇')]).toEqual([0, 1])
      const printing = { start: text.indexOf('打印'), end: text.indexOf('打印') + 4 }
      const township = { start: text.indexOf('乡镇'), end: text.indexOf('乡镇') + 5 }
      const change = {
        ...NO_CHANGE,
        exclusions: [
          { ...printing, isExcluded: false },
          { ...township, isExcluded: true },
        ],
      }
      const corrected = await library.correct(document.id, change)
      expect([find('打印'), find('乡镇')]).toEqual([1, 0])
      expect(corrected.exclusions).toEqual([{ ...township, reason: 'by_person' }])
      expect(corrected.coverage).toBe(1)
      const undone = change.exclusions.map((range) => ({ ...range, isExcluded: !range.isExcluded }))
      expect(await library.correct(document.id, { ...NO_CHANGE, exclusions: undone })).toEqual(document)
    })

    it('unites what is taken out, and gives back no more than was asked', async () => {
      const { library } = open()
      const text = `${planOf('新增床位5张。')}\n打印本页\n`
      const { document } = await library.add('a.txt', bytesOf(text))
      const at = text.indexOf('推进乡镇')
      const change = async (...exclusions: readonly { start: number; end: number; isExcluded: boolean }[]) =>
        (await library.correct(document.id, { ...NO_CHANGE, exclusions })).exclusions.map(
          ({ start, end }) => [start, end],
        )
      const [page = { start: 0, end: 0 }] = document.exclusions
      await change({ start: at, end: at + 4, isExcluded: true })
      expect(await change({ start: at + 2, end: at + 8, isExcluded: true })).toContainEqual([at, at + 8])
      expect(await change({ start: at + 2, end: at + 5, isExcluded: false })).toEqual([
        [at, at + 2],
        [at + 5, at + 8],
        [page.start, page.end],
      ])
      const last = { start: page.end - 2, end: page.end, isExcluded: false }
      expect(await change(last)).toContainEqual([page.start, page.end - 2])
      expect(await change({ start: 0, end: text.length, isExcluded: false })).toEqual([])
    })

    it('has another version of the corpus for every correction, and the same for the same', async () => {
      const { library } = open()
      const { document } = await library.add('a.txt', bytesOf(planOf('新增床位5张。')))
      const versionAfter = async (start: number, isExcluded: boolean) => {
        await library.correct(document.id, {
          ...NO_CHANGE,
          exclusions: [{ start, end: start + 3, isExcluded }],
        })
        return library.corpus().version
      }
      const untouched = library.corpus().version
      const first = await versionAfter(60, true)
      expect(await versionAfter(60, false)).toBe(untouched)
      const second = await versionAfter(70, true)
      expect(new Set([untouched, first, second]).size).toBe(3)
      await versionAfter(70, false)
      expect(await versionAfter(60, true)).toBe(first)
    })

    it('holds them still when the library is opened again or the file comes again', async () => {
      const { library, store } = open()
      const { document } = await library.add('a.txt', PLAN)
      const corrected = await library.correct(document.id, { ...NO_CHANGE, metadata: { issuer: '某局' } })
      const again = otherOver(store)
      expect(again.corpus().documents.get(document.id)?.document).toEqual(corrected)
      again.remove(document.id)
      expect((await again.add('a.txt', PLAN)).document).toEqual(corrected)
    })

    it('refuses one that leaves nothing to read, one of a document that is not there, and all but one at once', async () => {
      const { library } = open()
      const { document } = await library.add('a.txt', PLAN)
      const everything = { start: 0, end: document.text.length, isExcluded: true }
      await expect(library.correct(document.id, { ...NO_CHANGE, exclusions: [everything] })).rejects.toThrow(
        '没有正文',
      )
      await expect(library.correct(documentId('f'), NO_CHANGE)).rejects.toThrow(NotFoundError)
      const both = ['甲局', '乙局'].map((issuer) =>
        library.correct(document.id, { ...NO_CHANGE, metadata: { issuer } }),
      )
      const ends = await Promise.allSettled(both)
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })
  })
})
