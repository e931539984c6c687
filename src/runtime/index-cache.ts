import { createHnswVectorIndex, restoreHnswVectorIndex } from '../adapter/hnswlib/vector-index.ts'
import { createFlatVectorIndex } from '../adapter/memory/flat-vector-index.ts'
import {
  createMemoryLexicalIndex,
  type MemoryLexicalIndex,
  restoreMemoryLexicalIndex,
} from '../adapter/memory/lexical-index.ts'
import { createNoVectorIndex } from '../adapter/memory/no-vector-index.ts'
import type { Corpus } from '../corpus/index.ts'
import { type DerivedFiles, type DocumentStore, embedPassages } from '../ingest/index.ts'
import type { Embedder } from '../model/index.ts'
import {
  InvalidSnapshotError,
  lexicalEntries,
  type VectorEntry,
  type VectorIndex,
} from '../retrieval/index.ts'
import type { Segmenter } from '../text/index.ts'

/**
 * From this many passages on the approximate index is worth its risks and the time it takes to build; below, an exact
 * scan is as fast. Vectors of mere wording take no part in answering, so that they need no haste.
 */
export function approximateFrom({ isSemantic }: Embedder): number {
  return isSemantic ? 20_000 : 200_000
}

export interface IndexCacheParts {
  readonly derived: DerivedFiles
  readonly store: DocumentStore
  readonly segmenter: Segmenter
  readonly embedder: Embedder
  readonly approximateFrom: number
  /** Whether nobody will search vectors. */
  readonly isVectorless: boolean
}

export interface Indexes {
  readonly lexicalIndex: MemoryLexicalIndex
  readonly vectorIndex: VectorIndex
  /** Whether a cache file was missing, out of date or damaged, so that something had to be made again. */
  readonly wasRebuilt: boolean
}

const LEXICAL_FILE = 'lexical.bin'
const VECTOR_FILE = 'vector.bin'

/** Opens both indexes over the stored documents: from their cache files when those are beyond doubt, else anew. */
export async function openIndexes(corpus: Corpus, parts: IndexCacheParts): Promise<Indexes> {
  const lexical = restoreLexical(corpus, parts) ?? undefined
  const lexicalIndex = lexical ?? buildLexical(corpus, parts.segmenter)
  const isApproximate = !parts.isVectorless && corpus.passages.size >= parts.approximateFrom
  const restored = isApproximate ? restoreVectors(corpus, parts) : undefined
  const vectorIndex = restored ?? (await buildVectors(corpus, isApproximate, parts))
  const wasRebuilt = lexical === undefined || (isApproximate && restored === undefined)
  return { lexicalIndex, vectorIndex, wasRebuilt }
}

/** Writes the cache files for the corpus as it is now. */
export function saveIndexes(
  corpus: Corpus,
  { lexicalIndex, vectorIndex }: Pick<Indexes, 'lexicalIndex' | 'vectorIndex'>,
  parts: IndexCacheParts,
): void {
  parts.derived.write(LEXICAL_FILE, lexicalKey(corpus, parts), lexicalIndex.serialise())
  if ('serialise' in vectorIndex && typeof vectorIndex.serialise === 'function') {
    parts.derived.write(VECTOR_FILE, vectorKey(corpus, parts), vectorIndex.serialise())
  }
}

function lexicalKey(corpus: Corpus, { segmenter }: IndexCacheParts): string {
  return `${corpus.version}+${segmenter.id}`
}

function vectorKey(corpus: Corpus, { embedder }: IndexCacheParts): string {
  return `${corpus.version}+${embedder.id}`
}

function restoreLexical(corpus: Corpus, parts: IndexCacheParts): MemoryLexicalIndex | undefined {
  const bytes = parts.derived.read(LEXICAL_FILE, lexicalKey(corpus, parts))
  return bytes === undefined ? undefined : orUndefined(() => restoreMemoryLexicalIndex(bytes))
}

function restoreVectors(corpus: Corpus, parts: IndexCacheParts): VectorIndex | undefined {
  const bytes = parts.derived.read(VECTOR_FILE, vectorKey(corpus, parts))
  const { id: embedderId, dimension } = parts.embedder
  return bytes === undefined
    ? undefined
    : orUndefined(() => restoreHnswVectorIndex({ embedderId, dimension }, bytes))
}

/** A snapshot of another version is a reason to build anew, nothing more. */
function orUndefined<T>(restore: () => T): T | undefined {
  try {
    return restore()
  } catch (fault) {
    if (fault instanceof InvalidSnapshotError) return undefined
    throw fault
  }
}

function buildLexical(corpus: Corpus, segmenter: Segmenter): MemoryLexicalIndex {
  const index = createMemoryLexicalIndex()
  for (const indexed of corpus.documents.values()) index.add(lexicalEntries(indexed, segmenter))
  return index
}

async function buildVectors(
  corpus: Corpus,
  isApproximate: boolean,
  { embedder, store, isVectorless }: IndexCacheParts,
): Promise<VectorIndex> {
  const options = { embedderId: embedder.id, dimension: embedder.dimension }
  if (isVectorless) return createNoVectorIndex(options)
  const index = isApproximate
    ? createHnswVectorIndex({ ...options, capacity: corpus.passages.size })
    : createFlatVectorIndex(options)
  for (const { document } of corpus.documents.values()) {
    const stored = store.vectors(document.id, embedder.id)
    const vectors = stored ?? (await embedPassages(document, embedder))
    if (stored === undefined) store.saveVectors(document.id, { embedderId: embedder.id, vectors })
    index.add(
      document.passages.flatMap((passage, at): VectorEntry[] => {
        const vector = vectors[at]
        return vector === undefined ? [] : [{ passageId: passage.id, documentId: document.id, vector }]
      }),
    )
  }
  return index
}
