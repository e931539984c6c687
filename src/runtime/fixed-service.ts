import { administrativeDivisions } from '../adapter/division/division.ts'
import { createMemoryAnswerStore } from '../adapter/memory/answer-store.ts'
import { createMemoryConversationStore } from '../adapter/memory/conversation-store.ts'
import { createMemoryFeedbackStore } from '../adapter/memory/feedback-store.ts'
import { createFlatVectorIndex } from '../adapter/memory/flat-vector-index.ts'
import { createMemoryJobStore } from '../adapter/memory/job-store.ts'
import { createMemoryLexicalIndex } from '../adapter/memory/lexical-index.ts'
import { createMemoryReceiptStore } from '../adapter/memory/receipt-store.ts'
import { type ApiDeps, createAnswerRuns } from '../api/index.ts'
import {
  type Corpus,
  createCorpus,
  type Document,
  type DocumentId,
  documentIdOf,
  sha256,
} from '../corpus/index.ts'
import { StorageError } from '../error.ts'
import {
  type ArchiveReader,
  createJobs,
  type DocumentVersion,
  embedPassages,
  indexDocument,
  type Library,
} from '../ingest/index.ts'
import {
  createCatalogue,
  createLexicalEmbedder,
  createRarity,
  createRetriever,
  createWordUsage,
} from '../retrieval/index.ts'
import { createGazetteer, noWords } from '../text/index.ts'

const NOTICE = '这里只读：内容是随程序发布的样例计划，不能加入文件，回答不长期保存。'

/**
 * Everything the doors need over documents that never change, in memory alone: no disk, no database, no
 * dictionary. Must stay free of Node, see docs/decisions/2026-11-21-worker-runtime.md.
 */
export async function openFixedService(documents: readonly Document[]): Promise<ApiDeps> {
  const corpus = createCorpus(documents)
  const divisions = administrativeDivisions()
  const segmenter = noWords
  const embedder = createLexicalEmbedder(segmenter)
  const lexicalIndex = createMemoryLexicalIndex()
  const vectorIndex = createFlatVectorIndex({ embedderId: embedder.id, dimension: embedder.dimension })
  for (const { document } of corpus.documents.values()) {
    const vectors = await embedPassages(document, embedder)
    indexDocument(document.id, vectors, corpus, { lexicalIndex, vectorIndex, segmenter })
  }
  const desk = {
    corpus,
    catalogue: createCatalogue(corpus, divisions, createWordUsage(lexicalIndex), () => new Date()),
    retriever: createRetriever({ corpus, segmenter, embedder, lexicalIndex, vectorIndex }),
    rarity: createRarity(lexicalIndex),
  }
  const library = fixedLibrary(corpus)
  const receipts = createMemoryReceiptStore()
  return {
    desk: () => desk,
    documentLibrary: library,
    read: () => Promise.reject(new StorageError('这里不能读入文件，请粘贴文字。')),
    gazetteer: createGazetteer(divisions),
    jobs: createJobs({
      intake: { library, archives: noArchives, now: () => new Date() },
      receipts,
      store: createMemoryJobStore(receipts),
      newId: () => crypto.randomUUID(),
      onChanged: () => undefined,
      width: 1,
    }),
    receipts,
    onLibraryChanged: () => undefined,
    answers: createMemoryAnswerStore(),
    runs: createAnswerRuns(),
    conversations: createMemoryConversationStore(),
    feedback: createMemoryFeedbackStore(),
    embedderId: embedder.id,
    segmenter,
    notices: [NOTICE],
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
  }
}

/** Nothing can be added here, so nothing needs unpacking. */
const noArchives: ArchiveReader = {
  accepts: () => false,
  async *listEntries() {},
}

function versionOf(corpus: Corpus, id: DocumentId): DocumentVersion | undefined {
  const indexed = corpus.documents.get(id)
  return indexed && { document: indexed.document, receivedAt: null, supersededBy: null }
}

function fixedLibrary(corpus: Corpus): Library {
  const refuse = () => new StorageError('这里只读，不能加入、更正或删除文件。')
  return {
    corpus: () => corpus,
    find: (bytes) => corpus.documents.get(documentIdOf(sha256(bytes)))?.document,
    add: () => Promise.reject(refuse()),
    correct: () => Promise.reject(refuse()),
    layout: () => undefined,
    nearDuplicates: () => [],
    version: (id) => versionOf(corpus, id),
    versions: (id) => [versionOf(corpus, id)].filter((version) => version !== undefined),
    remove: () => {
      throw refuse()
    },
    catchUp: () => Promise.resolve(),
  }
}
