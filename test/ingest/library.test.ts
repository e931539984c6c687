import { describe, expect, it } from 'vitest'
import { createMemoryDocumentStore } from '../../src/adapter/memory/document-store.ts'
import { StorageError, UnreadableFileError } from '../../src/error.ts'
import { bytesOf, open, PLAN } from './library-world.ts'

describe('the library', () => {
  it('holds a document with every passage in store and indexes once it is added', async () => {
    const { library, store, lexicalIndex, vectorIndex, find } = open()
    const { document } = await library.add('a.txt', PLAN)
    expect(store.documents()).toEqual([document])
    expect(store.bytes(document.id)).toEqual(PLAN)
    expect([lexicalIndex.size, vectorIndex.size]).toEqual([
      document.passages.length,
      document.passages.length,
    ])
    expect(library.find(PLAN)).toBeDefined()
    expect(find('托')).toBe(1)
  })

  it('holds the same file once, however often and at once it is added', async () => {
    const { library, lexicalIndex, vectorIndex } = open()
    const added = await Promise.all(Array.from({ length: 50 }, (_, at) => library.add(`${at}.txt`, PLAN)))
    expect(new Set(added.map(({ document }) => document.id)).size).toBe(1)
    expect(library.corpus().documents.size).toBe(1)
    const passages = added[0]?.document.passages.length
    expect([lexicalIndex.size, vectorIndex.size]).toEqual([passages, passages])
  })

  it('keeps every one of many files that are added at once', async () => {
    const { library, find } = open()
    const texts = Array.from({ length: 20 }, (_, at) => `2022年工作要点\n一、目标\n新增床位${at}00张。`)
    await Promise.all(texts.map((text, at) => library.add(`${at}.txt`, bytesOf(text))))
    expect(library.corpus().documents.size).toBe(20)
    expect(find('700')).toBe(1)
  })

  it('gives a new corpus after every change and leaves the old one as it was', async () => {
    const { library } = open()
    const before = library.corpus()
    const {
      document: { id },
    } = await library.add('a.txt', PLAN)
    const after = library.corpus()
    expect([before.documents.size, after.documents.size]).toEqual([0, 1])
    expect(after.version).not.toBe(before.version)
    library.remove(id)
    expect([after.documents.size, library.corpus().documents.size]).toEqual([1, 0])
    expect(library.corpus().version).toBe(before.version)
  })

  it('finds nothing of a document that was removed', async () => {
    const { library, lexicalIndex, vectorIndex, find } = open()
    const {
      document: { id },
    } = await library.add('a.txt', PLAN)
    library.remove(id)
    expect([lexicalIndex.size, vectorIndex.size, find('托')]).toEqual([0, 0, 0])
    expect(library.find(PLAN)).toBeUndefined()
  })

  it('changes nothing when the store refuses', async () => {
    const refusing = Object.assign(createMemoryDocumentStore(), {
      add: () => {
        throw new StorageError('磁盘已满。')
      },
    })
    const { library, lexicalIndex, vectorIndex } = open(refusing)
    await expect(library.add('a.txt', PLAN)).rejects.toThrow('磁盘已满')
    expect([library.corpus().documents.size, lexicalIndex.size, vectorIndex.size]).toEqual([0, 0, 0])
  })

  it.each<[string, Uint8Array, string]>([
    ['is empty', bytesOf(''), '空'],
    ['holds only blanks', bytesOf(' \n\n　'), '没有正文'],
    ['holds only page furniture', bytesOf('首页 > 政务公开\n打印\n版权所有'), '没有正文'],
    ['is no text', Uint8Array.of(1, 0, 2), '不是文本文件'],
    ['is larger than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), '文件过大'],
  ])('refuses a file that %s, names it and says why', async (_, bytes, reason) => {
    const { library, store } = open()
    const added = library.add('某文件.txt', bytes)
    await expect(added).rejects.toThrow(UnreadableFileError)
    await expect(added).rejects.toThrow(reason)
    await expect(added).rejects.toThrow('某文件.txt')
    expect(store.documents()).toEqual([])
  })
})
