import { createMemoryDocumentStore } from '../src/adapter/memory/document-store.ts'
import { createFlatVectorIndex } from '../src/adapter/memory/flat-vector-index.ts'
import { createMemoryLexicalIndex } from '../src/adapter/memory/lexical-index.ts'
import type { Desk } from '../src/answer/index.ts'
import {
  createLibrary,
  createPlanReader,
  type DocumentReader,
  type Library,
  textReader,
} from '../src/ingest/index.ts'
import type { Embedder } from '../src/model/index.ts'
import {
  createCatalogue,
  createLexicalEmbedder,
  createRarity,
  createRetriever,
  createWordUsage,
} from '../src/retrieval/index.ts'
import { noWords } from '../src/text/index.ts'
import { divisions, gazetteer } from './reader.ts'

/** A desk over a few texts given in the test, without words, so that nothing native is loaded. */
export async function deskOver(texts: Readonly<Record<string, string>>, embedder?: Embedder): Promise<Desk> {
  const { library, desk } = libraryOverNothing([textReader], embedder)
  for (const [file, text] of Object.entries(texts)) await library.add(file, new TextEncoder().encode(text))
  return desk()
}

/** An empty library in memory, and the desk over what it holds at each call. */
export function libraryOverNothing(
  readers: readonly DocumentReader[] = [textReader],
  embedder: Embedder = createLexicalEmbedder(noWords),
): {
  readonly library: Library
  readonly desk: () => Desk
} {
  const segmenter = noWords
  const lexicalIndex = createMemoryLexicalIndex()
  const vectorIndex = createFlatVectorIndex({ embedderId: embedder.id, dimension: embedder.dimension })
  const library = createLibrary({
    store: createMemoryDocumentStore(),
    segmenter,
    embedder,
    read: createPlanReader({ readers, gazetteer }),
    gazetteer,
    now: () => new Date(),
    lexicalIndex,
    vectorIndex,
  })
  const desk = (): Desk => {
    const corpus = library.corpus()
    return {
      corpus,
      catalogue: createCatalogue(corpus, divisions, createWordUsage(lexicalIndex), () => new Date()),
      retriever: createRetriever({ corpus, segmenter, embedder, lexicalIndex, vectorIndex }),
      rarity: createRarity(lexicalIndex),
    }
  }
  return { library, desk }
}
