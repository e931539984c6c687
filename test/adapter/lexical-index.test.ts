import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createMemoryLexicalIndex,
  restoreMemoryLexicalIndex,
} from '../../src/adapter/memory/lexical-index.ts'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createFts5LexicalIndex } from '../../src/adapter/sqlite/fts5-lexical-index.ts'
import type { LexicalEntry, LexicalHit, LexicalIndex, LexicalQuery } from '../../src/retrieval/index.ts'
import { LEGS, type LegTerms } from '../../src/text/index.ts'
import { documentId, documentIds, passageId } from '../contract/id.ts'
import {
  expectSameHits,
  lexicalEntry,
  lexicalIndexContract,
  terms,
} from '../contract/lexical-index.contract.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const createFts5 = () => createFts5LexicalIndex(openDatabase(':memory:'))

/** An index that is written down and read back around every call. */
function createRestored(): LexicalIndex {
  let index = createMemoryLexicalIndex()
  const renewed = () => {
    index = restoreMemoryLexicalIndex(index.serialise())
    return index
  }
  return {
    get size() {
      return renewed().size
    },
    add: (entries) => renewed().add(entries),
    remove: (ids) => renewed().remove(ids),
    search: (query) => renewed().search(query),
    documentFrequency: (leg, term) => renewed().documentFrequency(leg, term),
  }
}

lexicalIndexContract('memory', createMemoryLexicalIndex)
lexicalIndexContract('memory, restored from a snapshot', createRestored)
lexicalIndexContract('FTS5', createFts5)

const someTerms = fc.array(fc.constantFrom('医', '医共', '医共体', '4.5', 'covid', '托', '育', '"', 'OR'), {
  maxLength: 8,
})
const legTerms: fc.Arbitrary<LegTerms> = fc.record({
  character: someTerms,
  bigram: someTerms,
  word: someTerms,
})
const document = fc.constantFrom('a', 'b', 'c')
const entry: fc.Arbitrary<LexicalEntry> = fc
  .tuple(document, fc.nat(5), legTerms)
  .map(([id, ordinal, held]) => ({
    passageId: passageId(`${id}.${ordinal}`),
    documentId: documentId(id),
    terms: held,
  }))
const change = fc.oneof(
  { weight: 4, arbitrary: fc.array(entry, { maxLength: 6 }).map((entries) => ({ entries })) },
  { weight: 1, arbitrary: document.map((removed) => ({ removed })) },
)
const query: fc.Arbitrary<LexicalQuery> = fc
  .tuple(legTerms, fc.nat(8), fc.option(fc.subarray(['a', 'b', 'c'])))
  .map(([asked, k, filter]) => ({
    terms: asked,
    k,
    ...(filter === null ? {} : { documentIds: documentIds(...filter) }),
  }))

/** BM25 by its definition, over a plain list. */
function referenceSearch(
  held: readonly LexicalEntry[],
  { terms: asked, k, documentIds: allowed }: LexicalQuery,
) {
  const hits: LexicalHit[] = []
  for (const passage of held) {
    if (allowed !== undefined && !allowed.has(passage.documentId)) continue
    let bm25Score = 0
    for (const leg of LEGS) {
      const average = held.reduce((sum, other) => sum + other.terms[leg].length, 0) / held.length
      for (const term of new Set(asked[leg])) {
        const tf = passage.terms[leg].filter((own) => own === term).length
        const df = held.filter((other) => other.terms[leg].includes(term)).length
        const idf = Math.log(1 + (held.length - df + 0.5) / (df + 0.5))
        const norm = 1.2 * (0.25 + (0.75 * passage.terms[leg].length) / average)
        if (tf > 0) bm25Score += (idf * tf * 2.2) / (tf + norm)
      }
    }
    if (bm25Score > 0) hits.push({ passageId: passage.passageId, bm25Score })
  }
  return hits.sort((x, y) => y.bm25Score - x.bm25Score || (x.passageId < y.passageId ? -1 : 1)).slice(0, k)
}

describe('lexical indexes on random corpora', () => {
  it('agree on ids and scores after any sequence of changes', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 6 }),
        fc.array(query, { maxLength: 4 }),
        (changes, queries) => {
          const [memory, restored, fts5] = [createMemoryLexicalIndex(), createRestored(), createFts5()]
          for (const one of changes) {
            for (const index of [memory, restored, fts5]) {
              if ('removed' in one) index.remove(documentIds(one.removed))
              else index.add(one.entries)
            }
            for (const asked of queries) {
              const expected = memory.search(asked)
              expectSameHits(restored.search(asked), expected)
              expectSameHits(fts5.search(asked), expected)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('score as the definition of BM25 says', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (e) => e.passageId, maxLength: 12 }),
        query,
        (entries, asked) => {
          const index = createMemoryLexicalIndex()
          index.add(entries)
          const expected = new Map(
            referenceSearch(entries, { ...asked, k: 100 }).map((hit) => [hit.passageId, hit.bm25Score]),
          )
          const hits = index.search(asked)
          expect(hits).toHaveLength(Math.min(asked.k, expected.size))
          for (const hit of hits) expect(hit.bm25Score).toBeCloseTo(expected.get(hit.passageId) ?? 0, 9)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('FTS5 lexical index on disk', () => {
  it('is still there when the database is opened again', () => {
    const file = `${temporaryFolder()}/yaodian.db`
    const first = openDatabase(file)
    createFts5LexicalIndex(first).add([lexicalEntry('a.0', '托位')])
    first.close()
    const second = openDatabase(file)
    const hits = createFts5LexicalIndex(second).search({ terms: terms('托位'), k: 1 })
    second.close()
    expect(hits).toHaveLength(1)
  })
})
