import { describe, expect, it } from 'vitest'
import { type Correction, type Document, documentIdOf, passageIdOf, sha256 } from '../../src/corpus/index.ts'
import { NotFoundError, StaleEditError } from '../../src/error.ts'
import type { ArrivingDocument, DocumentStore } from '../../src/ingest/document-store.ts'
import { READER_VERSION } from '../../src/ingest/read-document.ts'
import { documentId } from './id.ts'

const EMBEDDER = 'lexical-4'
const RECEIVED = '2026-11-22T08:00:00.000Z'

/** A document of one line per passage, with one vector each. */
export function storedDocument(file: string, ...lines: readonly string[]): ArrivingDocument {
  const text = lines.map((line) => `${line}\n`).join('')
  const bytes = new TextEncoder().encode(text)
  const id = documentIdOf(sha256(bytes))
  let start = 0
  const passages = lines.map((line, ordinal) => {
    const end = start + line.length
    const passage = {
      id: passageIdOf(id, ordinal),
      documentId: id,
      start,
      end,
      path: ['一、总体要求'],
      sectionId: null,
    }
    start = end + 1
    return passage
  })
  const document: Document = {
    id,
    file,
    sha256: sha256(bytes),
    encoding: 'utf-8',
    text,
    metadata: {
      title: { value: file, evidence: { start: 0, end: 2 }, inferred: false },
      issuer: null,
      jurisdiction: { value: { name: '某市', level: 'city', parent: null }, evidence: null, inferred: true },
      kind: null,
      years: { value: [2022, 2022], evidence: null, inferred: true },
      documentNumber: null,
      issuedOn: null,
      script: { value: 'simplified', evidence: null, inferred: true },
    },
    exclusions: [{ start: 0, end: 1, reason: 'page_chrome' }],
    sections: [],
    passages,
    pages: [{ number: 1, start: 0, end: text.length }],
    parts: [{ kind: 'plan', start: 0, end: text.length }],
    enumerations: [],
    assignments: [],
    coverage: 1,
    doubts: ['有 1 个自造字，不能确定是什么字，请对照原件。'],
    readerVersion: READER_VERSION,
    correction: null,
  }
  const vectors = lines.map((_, ordinal) => Float32Array.of(1 / 3, ordinal, -0.1, 1e-30))
  const edges = Array.from({ length: text.length * 2 }, (_, at) => Math.ceil(at / 2) * 16.2)
  const line = { start: 0, end: text.length, top: 72, bottom: 88.5, edges }
  const layout = text === '' ? undefined : [{ width: 595, height: 842, lines: [line] }]
  return {
    bytes,
    document,
    layout,
    vectors: { embedderId: EMBEDDER, vectors },
    receivedAt: RECEIVED,
    supersedes: null,
  }
}

/** What every document store does, whatever it is made of. */
export function documentStoreContract(name: string, createStore: () => DocumentStore): void {
  const plan = storedDocument('甲市2022年要点.txt', '千人口托位数4.5个。', '健康素養水平𠀀達到30%。')
  const other = storedDocument('乙县要点.txt', '建设医共体。')
  const filledStore = () => {
    const store = createStore()
    store.add(plan)
    store.add(other)
    return store
  }

  describe(`document store: ${name}`, () => {
    it('holds nothing at first', () => {
      const store = createStore()
      expect(store.documents()).toEqual([])
      expect(store.has(plan.document.id)).toBe(false)
      expect(store.bytes(plan.document.id)).toBeUndefined()
      expect(store.vectors(plan.document.id, EMBEDDER)).toBeUndefined()
    })

    it('gives back documents exactly as saved, ordered by id', () => {
      const expected = [plan.document, other.document].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(filledStore().documents()).toEqual(expected)
    })

    it('gives back one document by its id, and all ids', () => {
      const store = filledStore()
      expect(store.version(plan.document.id)?.document).toEqual(plan.document)
      expect(store.version(documentId('f'))).toBeUndefined()
      expect([...store.current().keys()].sort()).toEqual([plan.document.id, other.document.id].sort())
    })

    it('sees no change by others in what it did itself', () => {
      const store = createStore()
      const before = store.foreignChanges()
      store.add(plan)
      expect(store.foreignChanges()).toBe(before)
    })

    it('gives back the original bytes', () => {
      expect(filledStore().bytes(plan.document.id)).toEqual(plan.bytes)
      expect(filledStore().bytes(documentId('f'))).toBeUndefined()
    })

    it('gives back the pages with the place of every character, and none where there are none', () => {
      const store = filledStore()
      const text = storedDocument('无页.txt', '甲')
      store.add({ ...text, layout: undefined })
      expect(store.layout(plan.document.id)).toEqual(plan.layout)
      expect(store.layout(text.document.id)).toBeUndefined()
      expect(store.layout(documentId('f'))).toBeUndefined()
    })

    it('forgets the pages of before when a document is saved again without any', () => {
      const store = filledStore()
      store.save({ ...plan, layout: undefined })
      expect(store.layout(plan.document.id)).toBeUndefined()
    })

    it('keeps its bytes and vectors when the caller changes its arrays afterwards', () => {
      const store = createStore()
      const { bytes, vectors, ...rest } = storedDocument('甲.txt', '健康')
      store.add({ bytes, vectors, ...rest })
      bytes.fill(0)
      vectors.vectors[0]?.fill(0)
      expect(store.bytes(rest.document.id)).toEqual(new TextEncoder().encode('健康\n'))
      expect(store.vectors(rest.document.id, EMBEDDER)?.[0]).toEqual(Float32Array.of(1 / 3, 0, -0.1, 1e-30))
    })

    it('gives back vectors bit for bit, in order, and only of their embedder', () => {
      expect(filledStore().vectors(plan.document.id, EMBEDDER)).toEqual(plan.vectors.vectors)
      expect(filledStore().vectors(plan.document.id, 'other')).toBeUndefined()
    })

    it('keeps the vectors of two embedders side by side and replaces those of one', () => {
      const store = filledStore()
      store.saveVectors(plan.document.id, {
        embedderId: 'other',
        vectors: [Float32Array.of(7), Float32Array.of(8)],
      })
      store.saveVectors(plan.document.id, { embedderId: 'other', vectors: [Float32Array.of(9)] })
      expect(store.vectors(plan.document.id, 'other')).toEqual([Float32Array.of(9)])
      expect(store.vectors(plan.document.id, EMBEDDER)).toEqual(plan.vectors.vectors)
    })

    it('tells a document without passages from one that was not embedded', () => {
      const store = createStore()
      const empty = storedDocument('空.txt')
      store.add(empty)
      expect(store.vectors(empty.document.id, EMBEDDER)).toEqual([])
      expect(store.vectors(empty.document.id, 'other')).toBeUndefined()
    })

    it('refuses vectors of a document it does not hold', () => {
      const store = filledStore()
      store.remove(plan.document.id)
      expect(() => store.saveVectors(plan.document.id, plan.vectors)).toThrow(NotFoundError)
    })

    it('replaces a document that is saved again, with all its vectors', () => {
      const store = filledStore()
      store.saveVectors(plan.document.id, { embedderId: 'other', vectors: [] })
      store.save({ ...plan, document: { ...plan.document, readerVersion: READER_VERSION + 1, passages: [] } })
      expect(store.documents()).toEqual([other.document])
      expect(store.outdated()).toEqual([{ id: plan.document.id, file: plan.document.file }])
      expect(store.version(plan.document.id)).toBeUndefined()
      expect(store.vectors(plan.document.id, 'other')).toBeUndefined()
    })

    it('forgets a removed document and everything of it', () => {
      const store = filledStore()
      store.remove(plan.document.id)
      store.remove(plan.document.id)
      expect(store.has(plan.document.id)).toBe(false)
      expect(store.documents()).toEqual([other.document])
      expect(store.bytes(plan.document.id)).toBeUndefined()
      expect(store.layout(plan.document.id)).toBeUndefined()
      expect(store.vectors(plan.document.id, EMBEDDER)).toBeUndefined()
    })

    describe('with versions', () => {
      const second = storedDocument('甲市2022年要点.txt', '千人口托位数4.6个。')
      const third = storedDocument('甲市2022年要点.txt', '千人口托位数4.7个。')
      const versionedStore = () => {
        const store = filledStore()
        store.add({ ...second, supersedes: plan.document.id })
        store.add({ ...third, supersedes: second.document.id, receivedAt: '2026-11-23T08:00:00.000Z' })
        return store
      }
      const all = [third, second, plan].map(({ document }) => document.id)

      it('has one current document, and leads from any version to all of them', () => {
        const store = versionedStore()
        expect(store.documents().map(({ id }) => id)).toEqual([third.document.id, other.document.id].sort())
        for (const id of all) {
          const versions = store.versions(id)
          expect(versions.map(({ document }) => document.id)).toEqual(all)
          expect(versions.map(({ supersededBy }) => supersededBy)).toEqual([
            null,
            third.document.id,
            second.document.id,
          ])
          expect(versions.map(({ receivedAt }) => receivedAt)).toEqual([
            '2026-11-23T08:00:00.000Z',
            RECEIVED,
            RECEIVED,
          ])
        }
        expect(store.versions(documentId('f'))).toEqual([])
      })

      it('keeps text and bytes of an older version, but no vectors', () => {
        const store = versionedStore()
        expect(store.version(plan.document.id)?.document).toEqual(plan.document)
        expect(store.bytes(plan.document.id)).toEqual(plan.bytes)
        expect(store.vectors(plan.document.id, EMBEDDER)).toBeUndefined()
        expect(store.vectors(third.document.id, EMBEDDER)).toEqual(third.vectors.vectors)
      })

      it('refuses to take in what is there, and to supersede what is not current', () => {
        const store = versionedStore()
        for (const { document } of [plan, second, third])
          expect(() => store.add({ ...plan, document })).toThrow(StaleEditError)
        const fourth = storedDocument('甲市2022年要点.txt', '千人口托位数4.8个。')
        for (const supersedes of [plan.document.id, second.document.id, documentId('f'), fourth.document.id])
          expect(() => store.add({ ...fourth, supersedes })).toThrow(StaleEditError)
        expect(store.has(fourth.document.id)).toBe(false)
        expect(store.versions(plan.document.id)).toHaveLength(3)
      })

      it('keeps place and day of a version that is saved again', () => {
        const store = versionedStore()
        store.save(second)
        expect(store.version(second.document.id)).toMatchObject({
          receivedAt: RECEIVED,
          supersededBy: third.document.id,
        })
      })

      it.each([0, 1, 2])('forgets all versions when version %i is removed', (at) => {
        const store = versionedStore()
        expect(store.remove(all[at] ?? documentId('f'))).toEqual(all)
        expect(store.documents()).toEqual([other.document])
        for (const id of all) expect(store.version(id)).toBeUndefined()
      })
    })

    it('keeps a correction apart, also while its document is gone, until it is taken back', () => {
      const store = filledStore()
      const correction: Correction = {
        metadata: { issuer: { value: '某委', read: null }, years: { value: null, read: [2022, 2022] } },
        restored: [{ start: 0, end: 1, words: '千' }],
        excluded: [{ start: 3, end: 4, words: '托' }],
        read: [{ start: 0, end: 1, reason: 'page_chrome' }],
      }
      expect(store.correction(plan.document.id)).toBeUndefined()
      store.save({ ...plan, document: { ...plan.document, correction } })
      expect(store.version(plan.document.id)?.document.correction).toEqual(correction)
      store.remove(plan.document.id)
      expect(store.correction(plan.document.id)).toEqual(correction)
      store.add(plan)
      expect(store.correction(plan.document.id)).toBeUndefined()
    })

    it('remembers settings, the latest value of each', () => {
      const store = createStore()
      expect(store.setting('seeds')).toBeUndefined()
      store.saveSetting('seeds', '1')
      store.saveSetting('seeds', '2')
      store.saveSetting('empty', '')
      expect([store.setting('seeds'), store.setting('empty')]).toEqual(['2', ''])
    })
  })
}
