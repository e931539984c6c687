import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  createHnswVectorIndex,
  type HnswVectorIndex,
  restoreHnswVectorIndex,
} from '../../src/adapter/hnswlib/vector-index.ts'
import { createFlatVectorIndex } from '../../src/adapter/memory/flat-vector-index.ts'
import { StorageError } from '../../src/error.ts'
import { InvalidSnapshotError, type VectorEntry, type VectorIndex } from '../../src/retrieval/index.ts'
import { documentIds, shortIds } from '../contract/id.ts'
import { DIMENSION, vectorEntry, vectorIndexContract } from '../contract/vector-index.contract.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const OPTIONS = { embedderId: 'test', dimension: DIMENSION, capacity: 2 }

/** An index that is written down and read back around every call. */
function createRestored(): VectorIndex {
  let index: HnswVectorIndex = createHnswVectorIndex(OPTIONS)
  const renewed = () => {
    index = restoreHnswVectorIndex(OPTIONS, index.serialise())
    return index
  }
  return {
    embedderId: index.embedderId,
    dimension: index.dimension,
    get size() {
      return renewed().size
    },
    add: (entries) => renewed().add(entries),
    remove: (ids) => renewed().remove(ids),
    search: (query) => renewed().search(query),
  }
}

vectorIndexContract('flat', () => createFlatVectorIndex(OPTIONS))
vectorIndexContract('hnswlib', () => createHnswVectorIndex(OPTIONS))
vectorIndexContract('hnswlib, restored from a snapshot', createRestored)

const WIDTH = 64
const COUNT = 3000
const CLUSTERS = 60

/** Numbers that look random and are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Vectors around common centres, as embeddings are; recall on isotropic noise says nothing. */
function createClustered(seed: number): () => Float32Array {
  const random = createRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
  const centres = Array.from({ length: CLUSTERS }, () => Array.from({ length: WIDTH }, normal))
  return () => {
    const centre = centres[Math.floor(random() * CLUSTERS)] ?? []
    return Float32Array.from(centre, (value) => value + 0.5 * normal())
  }
}

function entriesOf(next: () => Float32Array, documents: string): readonly VectorEntry[] {
  return Array.from({ length: COUNT }, (_, i) =>
    vectorEntry(`${documents.charAt(i % documents.length)}.${i}`, ...next()),
  )
}

function recall(index: VectorIndex, exact: VectorIndex, next: () => Float32Array, filter?: string): number {
  let found = 0
  let expected = 0
  for (let i = 0; i < 100; i++) {
    const query = {
      vector: next(),
      k: 10,
      ...(filter === undefined ? {} : { documentIds: documentIds(...filter) }),
    }
    const truth = new Set(shortIds(exact.search(query)))
    found += shortIds(index.search(query)).filter((id) => truth.has(id)).length
    expected += truth.size
  }
  return found / expected
}

describe('hnswlib vector index on clustered vectors', () => {
  it('finds at least 98 of 100 of the true neighbours, filtered, changed and restored', () => {
    const options = { embedderId: 'test', dimension: WIDTH }
    const next = createClustered(1)
    const exact = createFlatVectorIndex(options)
    const index = createHnswVectorIndex(options)
    const add = (entries: readonly VectorEntry[]) => [exact, index].forEach((each) => void each.add(entries))
    add(entriesOf(next, '0123456789'))
    expect(recall(index, exact, next)).toBeGreaterThanOrEqual(0.98)
    expect(recall(index, exact, next, '01234')).toBeGreaterThanOrEqual(0.98)
    expect(recall(index, exact, next, '7')).toBe(1) // a tenth of the passages: scanned exactly
    for (const each of [exact, index]) each.remove(documentIds('0', '2', '4', '6', '8'))
    expect(recall(index, exact, next)).toBeGreaterThanOrEqual(0.98)
    add(entriesOf(next, 'abcd13'))
    expect(recall(index, exact, next)).toBeGreaterThanOrEqual(0.98)
    const restored = restoreHnswVectorIndex(options, index.serialise())
    expect(recall(restored, exact, next)).toBeGreaterThanOrEqual(0.98)
    expect(restored.size).toBe(exact.size)
  })
})

describe('snapshot of the hnswlib vector index', () => {
  const snapshot = () => {
    const index = createHnswVectorIndex(OPTIONS)
    index.add([vectorEntry('a.0', 1, 0, 0, 0), vectorEntry('b.0', 0, 1, 0, 0)])
    return index.serialise()
  }

  it('answers exactly as before, scores included', () => {
    const index = createHnswVectorIndex(OPTIONS)
    index.add([vectorEntry('a.0', 1, 2, 3, 4), vectorEntry('b.0', 4, 3, 2, 1)])
    const query = { vector: Float32Array.of(1, 1, 0, 0), k: 2 }
    expect(restoreHnswVectorIndex(OPTIONS, index.serialise()).search(query)).toEqual(index.search(query))
  })

  it('takes more passages, and gives the room of removed ones out again', () => {
    const index = restoreHnswVectorIndex(OPTIONS, snapshot())
    index.remove(documentIds('a'))
    const again = restoreHnswVectorIndex(OPTIONS, index.serialise())
    again.add([
      vectorEntry('c.0', 1, 0, 0, 0),
      vectorEntry('c.1', 0, 0, 1, 0),
      vectorEntry('c.2', 0, 0, 0, 1),
    ])
    expect(shortIds(again.search({ vector: Float32Array.of(1, 0, 0, 0), k: 1 }))).toEqual(['c.0'])
    expect(again.size).toBe(4)
  })

  it.each([
    ['another embedder', { ...OPTIONS, embedderId: 'other' }],
    ['another dimension', { ...OPTIONS, dimension: 8 }],
  ])('is refused for %s', (_, options) => {
    expect(() => restoreHnswVectorIndex(options, snapshot())).toThrow(InvalidSnapshotError)
  })

  it('is refused when it was cut short', () => {
    const bytes = snapshot()
    for (let length = 0; length < bytes.length; length += 9) {
      expect(() => restoreHnswVectorIndex(OPTIONS, bytes.subarray(0, length))).toThrow(InvalidSnapshotError)
    }
  })

  it('leaves no temporary file behind', () => {
    const folder = temporaryFolder()
    const options = { ...OPTIONS, temporaryFolder: folder }
    const index = createHnswVectorIndex(options)
    index.add([vectorEntry('a.0', 1, 0, 0, 0)])
    expect(restoreHnswVectorIndex(options, index.serialise()).size).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says which temporary folder cannot be used', () => {
    const index = createHnswVectorIndex({ ...OPTIONS, temporaryFolder: '/nonexistent' })
    expect(() => index.serialise()).toThrow(StorageError)
    expect(() => index.serialise()).toThrow('/nonexistent')
  })
})
