import { describe, expect, it } from 'vitest'
import { type Document, documentIdOf, passageIdOf, sha256 } from '../../src/corpus/index.ts'
import { NotFoundError } from '../../src/error.ts'
import type { DocumentStore, StoredDocument } from '../../src/ingest/document-store.ts'
import { documentId } from './id.ts'

const EMBEDDER = 'lexical-4'

/** A document of one line per passage, with one vector each. */
export function storedDocument(file: string, ...lines: readonly string[]): StoredDocument {
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
    coverage: 1,
    readerVersion: 1,
  }
  const vectors = lines.map((_, ordinal) => Float32Array.of(1 / 3, ordinal, -0.1, 1e-30))
  return { bytes, document, vectors: { embedderId: EMBEDDER, vectors } }
}

/** What every document store does, whatever it is made of. */
export function documentStoreContract(name: string, createStore: () => DocumentStore): void {
  const plan = storedDocument('甲市2022年要点.txt', '千人口托位数4.5个。', '健康素養水平𠀀達到30%。')
  const other = storedDocument('乙县要点.txt', '建设医共体。')
  const filledStore = () => {
    const store = createStore()
    store.save(plan)
    store.save(other)
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
      expect(store.document(plan.document.id)).toEqual(plan.document)
      expect(store.document(documentId('f'))).toBeUndefined()
      expect([...store.ids()].sort()).toEqual([plan.document.id, other.document.id].sort())
    })

    it('sees no change by others in what it did itself', () => {
      expect(filledStore().wasChangedElsewhere()).toBe(false)
    })

    it('gives back the original bytes', () => {
      expect(filledStore().bytes(plan.document.id)).toEqual(plan.bytes)
      expect(filledStore().bytes(documentId('f'))).toBeUndefined()
    })

    it('keeps its bytes and vectors when the caller changes its arrays afterwards', () => {
      const store = createStore()
      const { bytes, document, vectors } = storedDocument('甲.txt', '健康')
      store.save({ bytes, document, vectors })
      bytes.fill(0)
      vectors.vectors[0]?.fill(0)
      expect(store.bytes(document.id)).toEqual(new TextEncoder().encode('健康\n'))
      expect(store.vectors(document.id, EMBEDDER)?.[0]).toEqual(Float32Array.of(1 / 3, 0, -0.1, 1e-30))
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
      store.save(empty)
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
      store.save({ ...plan, document: { ...plan.document, readerVersion: 2, passages: [] } })
      expect(store.documents()).toHaveLength(2)
      expect(store.documents().find((each) => each.id === plan.document.id)?.readerVersion).toBe(2)
      expect(store.vectors(plan.document.id, 'other')).toBeUndefined()
    })

    it('forgets a removed document and everything of it', () => {
      const store = filledStore()
      store.remove(plan.document.id)
      store.remove(plan.document.id)
      expect(store.has(plan.document.id)).toBe(false)
      expect(store.documents()).toEqual([other.document])
      expect(store.bytes(plan.document.id)).toBeUndefined()
      expect(store.vectors(plan.document.id, EMBEDDER)).toBeUndefined()
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
