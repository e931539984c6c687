import { describe, expect, it } from 'vitest'
import { InvalidVectorError, type VectorEntry, type VectorIndex } from '../../src/retrieval/index.ts'
import { documentId, documentIds, passageId, shortIds } from './id.ts'

export const DIMENSION = 4

export function vectorEntry(short: string, ...values: readonly number[]): VectorEntry {
  const [document = ''] = short.split('.')
  return {
    passageId: passageId(short),
    documentId: documentId(document),
    vector: Float32Array.from(values),
  }
}

const EAST = [1, 0, 0, 0] as const
const ENTRIES = [
  vectorEntry('a.0', ...EAST),
  vectorEntry('a.1', 0.8, 0.6, 0, 0),
  vectorEntry('a.2', 0, 1, 0, 0),
  vectorEntry('b.0', 0.6, 0, 0.8, 0),
  vectorEntry('b.1', -1, 0, 0, 0),
]

/** What every vector index does, whatever it is made of. */
export function vectorIndexContract(name: string, createIndex: () => VectorIndex): void {
  const filledIndex = () => {
    const index = createIndex()
    index.add(ENTRIES)
    return index
  }
  const near = (index: VectorIndex, values: readonly number[], k = 10, documents?: readonly string[]) =>
    index.search({
      vector: Float32Array.from(values),
      k,
      ...(documents === undefined ? {} : { documentIds: documentIds(...documents) }),
    })
  const similarities = (hits: ReturnType<typeof near>) =>
    hits.map((hit) => Number(hit.cosineSimilarity.toFixed(6)))

  describe(`vector index: ${name}`, () => {
    it('names its embedder and dimension', () => {
      expect(createIndex()).toMatchObject({ embedderId: 'test', dimension: DIMENSION })
    })

    it('finds nothing while it is empty', () => {
      expect(createIndex().size).toBe(0)
      expect(near(createIndex(), EAST)).toEqual([])
    })

    it('ranks by cosine: equal 1, orthogonal 0, opposite -1', () => {
      const hits = near(filledIndex(), EAST)
      expect(shortIds(hits)).toEqual([
        'a.0', // the same vector
        'a.1', // 0.8 of it points east
        'b.0', // 0.6 of it
        'a.2', // orthogonal
        'b.1', // opposite
      ])
      expect(similarities(hits)).toEqual([1, 0.8, 0.6, 0, -1])
    })

    it('measures the angle, whatever the length of the vectors', () => {
      const index = createIndex()
      index.add([vectorEntry('a.0', 30, 40, 0, 0), vectorEntry('a.1', 1e-6, 0, 0, 0)])
      expect(similarities(near(index, [5, 0, 0, 0]))).toEqual([1, 0.6])
    })

    it('looks only at the documents of the filter', () => {
      expect(shortIds(near(filledIndex(), EAST, 10, ['b']))).toEqual(['b.0', 'b.1'])
      expect(near(filledIndex(), EAST, 10, [])).toEqual([])
      expect(near(filledIndex(), EAST, 10, ['f'])).toEqual([])
    })

    it('filters before it takes the best k', () => {
      expect(shortIds(near(filledIndex(), EAST, 1, ['b', 'f']))).toEqual(['b.0']) // three of a are nearer
    })

    it('breaks ties by passage id', () => {
      const index = createIndex()
      index.add(['c.1', 'a.1', 'b.0', 'a.0'].map((short) => vectorEntry(short, ...EAST)))
      expect(shortIds(near(index, EAST))).toEqual(['a.0', 'a.1', 'b.0', 'c.1'])
    })

    it('returns everything when k is larger than the index', () => {
      expect(near(filledIndex(), EAST, 1000)).toHaveLength(ENTRIES.length)
      expect(near(filledIndex(), EAST, 1000, ['b'])).toHaveLength(2)
      for (const k of [0, -1, Number.NaN]) expect(near(filledIndex(), EAST, k)).toEqual([])
    })

    it('replaces a passage that is added again', () => {
      const index = filledIndex()
      index.add([vectorEntry('a.0', 0, 0, 0, 1)])
      expect(index.size).toBe(ENTRIES.length)
      expect(shortIds(near(index, EAST, 1))).toEqual(['a.1'])
      expect(shortIds(near(index, [0, 0, 0, 1], 1))).toEqual(['a.0'])
    })

    it('takes the last of two entries with one id in a batch', () => {
      const index = createIndex()
      index.add([vectorEntry('a.0', ...EAST), vectorEntry('a.0', 0, 1, 0, 0)])
      expect(similarities(near(index, EAST))).toEqual([0])
    })

    it('forgets removed documents', () => {
      const index = filledIndex()
      index.remove(documentIds('a', 'f'))
      expect(index.size).toBe(2)
      expect(shortIds(near(index, EAST))).toEqual(['b.0', 'b.1'])
      expect(near(index, EAST, 10, ['a'])).toEqual([])
      index.remove(documentIds('a'))
      expect(index.size).toBe(2)
    })

    it('is empty again when everything was removed, and can be filled again', () => {
      const index = filledIndex()
      index.remove(documentIds('a', 'b'))
      expect(index.size).toBe(0)
      expect(near(index, EAST)).toEqual([])
      index.add([vectorEntry('c.0', ...EAST), ...ENTRIES])
      expect(index.size).toBe(ENTRIES.length + 1)
      expect(shortIds(near(index, EAST, 3))).toEqual(['a.0', 'c.0', 'a.1'])
    })

    it.each([
      ['too short', [1, 0, 0]],
      ['too long', [1, 0, 0, 0, 0]],
      ['empty', []],
      ['all zero', [0, 0, 0, 0]],
      ['with NaN', [1, Number.NaN, 0, 0]],
      ['with Infinity', [1, Number.POSITIVE_INFINITY, 0, 0]],
    ])('refuses a vector that is %s, and then adds nothing of the batch', (_, values) => {
      const index = createIndex()
      const batch = [vectorEntry('a.0', ...EAST), vectorEntry('a.1', ...values)]
      expect(() => index.add(batch)).toThrow(InvalidVectorError)
      expect(index.size).toBe(0)
      expect(near(index, EAST)).toEqual([])
      index.add(ENTRIES)
      expect(() => near(index, values)).toThrow(InvalidVectorError)
      expect(near(index, EAST)).toHaveLength(ENTRIES.length)
    })

    it('keeps what it holds when the caller changes its array afterwards', () => {
      const index = createIndex()
      const entry = vectorEntry('a.0', ...EAST)
      index.add([entry])
      entry.vector.fill(0.5)
      expect(similarities(near(index, EAST))).toEqual([1])
    })

    it('grows beyond the room it started with', () => {
      const index = createIndex()
      for (let i = 0; i < 100; i++) index.add([vectorEntry(`a.${i}`, 1, i / 100, 0, 0)])
      expect(index.size).toBe(100)
      expect(shortIds(near(index, [1, 0.37, 0, 0], 1))).toEqual(['a.37'])
    })
  })
}
