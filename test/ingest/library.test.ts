import { describe, expect, it } from 'vitest'
import { createMemoryDocumentStore } from '../../src/adapter/memory/document-store.ts'
import { createFlatVectorIndex } from '../../src/adapter/memory/flat-vector-index.ts'
import { createMemoryLexicalIndex } from '../../src/adapter/memory/lexical-index.ts'
import { NotFoundError, StorageError, UnreadableFileError } from '../../src/error.ts'
import { createLibrary, createPlanReader, type DocumentStore, textReader } from '../../src/ingest/index.ts'
import { createLexicalEmbedder } from '../../src/retrieval/index.ts'
import { noWords, termsOf } from '../../src/text/index.ts'
import { documentId } from '../contract/id.ts'
import { gazetteer } from '../reader.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const PLAN = bytesOf('2022年工作要点\n一、目标\n（一）床位。新增床位5张。\n（二）托位。新增托位9个。')

const PLAIN = '2022年工作要点\n一、目标。'
const NO_CHANGE = { metadata: {}, reverted: [], exclusions: [] }

/** A plan of one place and year that is long enough to be told from others by its words. */
function planOf(sentence: string): string {
  return [
    '乐山市2022年卫生健康工作要点',
    '一、强化基层服务',
    `（一）补齐短板。${sentence}推进乡镇卫生院标准化建设，完善药品供应保障制度。`,
    '（二）优化服务。做实家庭医生签约服务，重点人群签约率达到75%以上，提高慢性病管理水平。',
    '二、深化医药卫生体制改革',
    '（一）推动三医联动。落实药品集中采购，建立健全现代医院管理制度，控制医疗费用不合理增长。',
    '（二）建设紧密型医共体。推动优质资源下沉，县域内就诊率达到90%，群众满意度持续提升。',
  ].join('\n')
}

function open(store: DocumentStore = createMemoryDocumentStore()) {
  const embedder = createLexicalEmbedder(noWords)
  const lexicalIndex = createMemoryLexicalIndex()
  const vectorIndex = createFlatVectorIndex({ embedderId: embedder.id, dimension: embedder.dimension })
  const read = createPlanReader({ readers: [textReader], gazetteer })
  const library = createLibrary({
    store,
    segmenter: noWords,
    embedder,
    read,
    gazetteer,
    lexicalIndex,
    vectorIndex,
    now: () => new Date(),
  })
  const find = (words: string) => lexicalIndex.search({ terms: termsOf(words, noWords), k: 10 }).length
  return { library, store, lexicalIndex, vectorIndex, find }
}

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

  describe('with a newer version of a file', () => {
    const older = planOf('新增床位5张。')
    const newer = planOf('新增床位6张。')

    it('answers from the newer one alone and keeps the older one for those who have quoted it', async () => {
      const { library, store, lexicalIndex, vectorIndex } = open()
      const first = await library.add('要点.txt', bytesOf(older))
      const second = await library.add('要点.txt', bytesOf(newer))
      expect(second).toMatchObject({ kind: 'added', superseded: first.document })
      expect([...library.corpus().documents.keys()]).toEqual([second.document.id])
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
      const [current, ...others] = [...library.corpus().documents.values()]
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
      const other = open(store).library
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
      const again = open(store).library
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
