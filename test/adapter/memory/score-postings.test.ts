import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../../../scripts/corpus-maker.ts'
import { createMemoryLexicalIndex } from '../../../src/adapter/memory/lexical-index.ts'
import type { LexicalEntry } from '../../../src/retrieval/index.ts'
import { documentId, documentIds, passageId } from '../../contract/id.ts'

const DOCUMENTS = ['a', 'b', 'c', 'd', 'e', 'f']
const PASSAGES = 4000
const TERMS = 400

/** Terms as unevenly spread as those of a language: the first is in most passages, the last in hardly any. */
function passages(random: () => number): readonly LexicalEntry[] {
  return Array.from({ length: PASSAGES }, (_, at) => {
    const document = DOCUMENTS[Math.floor((at * DOCUMENTS.length) / PASSAGES)] ?? 'a'
    const terms = Array.from({ length: 20 + Math.floor(random() * 40) }, () => `t${zipf(random)}`)
    return {
      passageId: passageId(`${document}.${at}`),
      documentId: documentId(document),
      terms: { character: terms, bigram: terms.slice(0, 30), word: terms.slice(5, 15) },
    }
  })
}

function zipf(random: () => number): number {
  return Math.floor(TERMS ** random()) - 1
}

describe('scoring of postings', () => {
  const random = mulberry32(7)
  const index = createMemoryLexicalIndex()
  index.add(passages(random))
  const questions = Array.from({ length: 60 }, () => {
    const terms = Array.from({ length: 1 + Math.floor(random() * 20) }, () => `t${zipf(random)}`)
    return { character: terms, bigram: terms, word: terms }
  })

  /** Few passages at a time are scored one and all, nothing being left out. */
  const exhaustive = (terms: (typeof questions)[number], documents: readonly string[]) =>
    documents
      .flatMap((id) => index.search({ terms, k: PASSAGES, documentIds: documentIds(id) }))
      .sort((a, b) => b.bm25Score - a.bm25Score || (a.passageId < b.passageId ? -1 : 1))

  it('leaves out only what is not among the best, and gives the others the same score', () => {
    for (const terms of questions) {
      const all = exhaustive(terms, DOCUMENTS)
      for (const k of [1, 10, 50]) expect(index.search({ terms, k })).toEqual(all.slice(0, k))
    }
  })

  it('does so within most of the documents too', () => {
    const most = ['a', 'c', 'd', 'f']
    for (const terms of questions) {
      const found = index.search({ terms, k: 10, documentIds: documentIds(...most) })
      expect(found).toEqual(exhaustive(terms, most).slice(0, 10))
    }
  })
})
