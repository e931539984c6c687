import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../../src/error.ts'
import type { DocumentStore } from '../../src/ingest/index.ts'
import { documentId } from '../contract/id.ts'
import { bytesOf, NO_CHANGE, open, PLAIN, PLAN, planOf } from './library-world.ts'

const otherOver = (store: DocumentStore) => {
  const { library } = open(store)
  return library
}

describe('a library', () => {
  describe('with a newer version of a file', () => {
    const older = planOf('新增床位5张。')
    const newer = planOf('新增床位6张。')

    it('answers from the newer one alone and keeps the older one for those who have quoted it', async () => {
      const { library, store, lexicalIndex, vectorIndex } = open()
      const first = await library.add('要点.txt', bytesOf(older))
      const second = await library.add('要点.txt', bytesOf(newer))
      expect(second).toMatchObject({ kind: 'added', superseded: first.document })
      expect(Array.from(library.corpus().documents.keys())).toEqual([second.document.id])
      const passages = second.document.passages.length
      expect([lexicalIndex.size, vectorIndex.size]).toEqual([passages, passages])
      expect(library.version(first.document.id)?.supersededBy).toBe(second.document.id)
      expect(library.version(first.document.id)?.document.text).toBe(older)
      expect(store.versions(second.document.id)).toHaveLength(2)
    })

    it('says of the older file that it is known, and goes on with the newer one', async () => {
      const { library } = open()
      await library.add('要点.txt', bytesOf(older))
      const { document } = await library.add('要点.txt', bytesOf(newer))
      expect(library.find(bytesOf(older))).toEqual(document)
    })

    it.each([
      ['another name', '要点2.txt', newer],
      ['another year', '要点.txt', newer.replaceAll('2022', '2023')],
      ['another place', '要点.txt', newer.replaceAll('乐山', '宜宾')],
      [
        'other words',
        '要点.txt',
        planOf('完全不同。').slice(0, 40) + '另起炉灶，重新写过，没有一处相同。'.repeat(9),
      ],
    ])('takes a file of %s for another document', async (_, file, text) => {
      const { library } = open()
      await library.add('要点.txt', bytesOf(older))
      expect(await library.add(file, bytesOf(text))).toMatchObject({ kind: 'added', superseded: null })
      expect(library.corpus().documents.size).toBe(2)
    })

    it('takes a file for a newer version of whatever a person names', async () => {
      const { library } = open()
      const first = await library.add('要点.txt', bytesOf(older))
      const second = await library.add('定稿.txt', bytesOf(newer.replaceAll('2022', '2023')), {
        replaces: first.document.id,
      })
      expect(second).toMatchObject({ kind: 'added', superseded: first.document })
      // Whoever names an older version means the document.
      const third = await library.add('c.txt', bytesOf(PLAIN), { replaces: first.document.id })
      expect(third).toMatchObject({ superseded: second.document })
      const nobody = library.add('d.txt', PLAN, { replaces: documentId('f') })
      await expect(nobody).rejects.toThrow(NotFoundError)
    })

    it('keeps what a person has corrected where it still holds', async () => {
      const { library } = open()
      const first = await library.add('要点.txt', bytesOf(older))
      await library.correct(first.document.id, {
        ...NO_CHANGE,
        metadata: { issuer: '乐山市某局', issuedOn: '2022-01-05' },
      })
      const second = await library.add('要点.txt', bytesOf(`${newer}\n2022年2月3日`))
      expect(second.document.metadata.issuer?.value).toBe('乐山市某局')
      expect(second.document.metadata.issuedOn?.value).toBe('2022-02-03')
    })
  })

  describe('when several things happen at once', () => {
    const [a, b, c] = ['5', '6', '7'].map((beds) => bytesOf(planOf(`新增床位${beds}张。`)))
    if (a === undefined || b === undefined || c === undefined) throw new Error('three texts')

    it('has one current version of three that come in together, and each is current or older', async () => {
      const { library, store, lexicalIndex } = open()
      await Promise.all([a, b, c].map((bytes) => library.add('要点.txt', bytes)))
      const [current, ...others] = Array.from(library.corpus().documents.values())
      expect(others).toEqual([])
      expect(store.documents()).toEqual([current?.document])
      expect(store.versions(current?.document.id ?? documentId('f'))).toHaveLength(3)
      expect(lexicalIndex.size).toBe(current?.document.passages.length)
    })

    it('takes an older file that comes again for what it is, also while the newer one comes in', async () => {
      const { library, store } = open()
      await Promise.all([a, b, a, a].map((bytes) => library.add('要点.txt', bytes)))
      expect(store.documents()).toHaveLength(1)
      expect(library.corpus().documents.size).toBe(1)
      expect(await library.add('要点.txt', a)).toMatchObject({ kind: 'known' })
    })

    it('leaves one document of two that both take the place of a third', async () => {
      const { library, store } = open()
      const { document } = await library.add('要点.txt', a)
      await Promise.all([b, c].map((bytes, at) => library.add(`${at}.txt`, bytes, { replaces: document.id })))
      expect(store.documents()).toHaveLength(1)
      expect(store.versions(document.id)).toHaveLength(3)
    })

    it('hands on a correction that is made while the newer version comes in', async () => {
      const { library } = open()
      const { document } = await library.add('要点.txt', a)
      const [, added] = await Promise.all([
        library.correct(document.id, { ...NO_CHANGE, metadata: { issuer: '某局' } }),
        library.add('要点.txt', b),
      ])
      expect(added.document.metadata.issuer?.value).toBe('某局')
    })

    it('takes up what another library over the same store has corrected or removed, and nothing else', async () => {
      const { library, store } = open()
      const other = otherOver(store)
      const { document } = await library.add('要点.txt', a)
      await other.catchUp()
      const corrected = await other.correct(document.id, { ...NO_CHANGE, metadata: { issuer: '某局' } })
      await library.catchUp()
      expect(library.corpus().documents.get(document.id)?.document).toEqual(corrected)
      other.remove(document.id)
      expect(library.find(a)).toBeUndefined()
      await library.catchUp()
      expect(library.corpus().documents.size).toBe(0)
    })
  })

  it.each([
    ['kind', (text: string) => text.replace('工作要点', '工作总结')],
    ['place that nobody knows', (text: string) => text.replaceAll('乐山市', '')],
  ])('takes a file of the same name and another %s for another document', async (_, other) => {
    const { library } = open()
    await library.add('附件.txt', bytesOf(planOf('新增床位5张。')))
    expect(await library.add('附件.txt', bytesOf(other(planOf('新增床位6张。'))))).toMatchObject({
      superseded: null,
    })
  })

  it('links a copy under another name, and not the next year’s plan of the same words', async () => {
    const { library } = open()
    const { document } = await library.add('原件.txt', bytesOf(planOf('新增床位5张。')))
    const copy = await library.add('转载.txt', bytesOf(`首页 > 政务公开\n${planOf('新增床位5张。')}\n打印`))
    await library.add('明年.txt', bytesOf(planOf('新增床位5张。').replaceAll('2022', '2023')))
    const near = library.nearDuplicates(document.id)
    expect(near.map((one) => one.document.id)).toEqual([copy.document.id])
    expect(near[0]?.resemblance).toBeGreaterThan(0.95)
  })
})
