import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { archiveReader } from '../adapter/archive/index.ts'
import { administrativeDivisions } from '../adapter/division/division.ts'
import { createJiebaSegmenter } from '../adapter/nodejieba/segmenter.ts'
import { createSqliteAnswerStore } from '../adapter/sqlite/answer-store.ts'
import { openDatabase } from '../adapter/sqlite/database.ts'
import { createDerivedFiles } from '../adapter/sqlite/derived-file.ts'
import { createSqliteDocumentStore } from '../adapter/sqlite/document-store.ts'
import type { Desk } from '../answer/index.ts'
import type { ApiDeps } from '../api/index.ts'
import type { Config } from '../config.ts'
import { createCorpus } from '../corpus/index.ts'
import { AppError, StorageError } from '../error.ts'
import { createLibrary, type DocumentStore, outdated, type Reading, readFile } from '../ingest/index.ts'
import type { Embedder } from '../model/index.ts'
import { createCatalogue, createLexicalEmbedder, createRarity, createRetriever } from '../retrieval/index.ts'
import { createGazetteer, type Segmenter } from '../text/index.ts'
import { APPROXIMATE_FROM, openIndexes, saveIndexes } from './index-cache.ts'
import { READERS } from './readers.ts'
import { loadSeeds } from './seeds.ts'

const USER_DICTIONARY = join(import.meta.dirname, '../adapter/nodejieba/health-administration.dict.utf8')

/** Everything one Node process needs to serve; `deps` is what the doors see. */
export interface Service {
  readonly deps: ApiDeps
  readonly store: DocumentStore
  /** Writes the index caches for the corpus as it is now. */
  saveIndexes(): void
  close(): void
}

export interface ServiceOptions {
  readonly withSeeds: boolean
  readonly report: (line: string) => void
  readonly approximateFrom?: number
}

/**
 * Opens the data folder and everything over it.
 * @throws StorageError when the folder cannot be used
 */
export async function openService(config: Config, options: ServiceOptions): Promise<Service> {
  const db = openDatabase(databaseFile(config.dataFolder))
  const store = createSqliteDocumentStore(db)
  const divisions = administrativeDivisions()
  const reading = { readers: READERS, gazetteer: createGazetteer(divisions) }
  await readAgain(store, reading, options.report)
  const segmenter = createJiebaSegmenter({ userDictionary: USER_DICTIONARY })
  const { embedder, notices } = await chooseEmbedder(config, segmenter)
  const derived = createDerivedFiles({ db, folder: indexFolder(config.dataFolder) })
  const cache = {
    derived,
    store,
    segmenter,
    embedder,
    approximateFrom: options.approximateFrom ?? APPROXIMATE_FROM,
  }
  const indexes = await openIndexes(createCorpus(store.documents()), cache)
  const library = createLibrary({ store, segmenter, embedder, reading, ...indexes })
  const loaded = options.withSeeds ? await loadSeeds(library, store, progress(options.report)) : 0
  const save = () => saveIndexes(library.corpus(), indexes, cache)
  if (indexes.wasRebuilt || loaded > 0) save()
  const desk = createDesk(
    library.corpus,
    (corpus): Desk => ({
      corpus,
      catalogue: createCatalogue(corpus, divisions),
      retriever: createRetriever({ corpus, segmenter, embedder, ...indexes }),
      rarity: createRarity(indexes.lexicalIndex),
    }),
  )
  const deps = {
    desk,
    documentLibrary: library,
    archives: archiveReader,
    onLibraryChanged: save,
    answers: createSqliteAnswerStore(db),
    embedderId: embedder.id,
    notices,
    newId: randomUUID,
    now: () => new Date(),
  }
  return { deps, store, saveIndexes: save, close: () => db.close() }
}

function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'yaodian.db')
}

function indexFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'index')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new StorageError(`数据目录不可写：${dataFolder}`, { cause, details: { folder } })
  }
  return folder
}

/** One desk per version of the corpus. */
function createDesk(corpus: () => Desk['corpus'], make: (corpus: Desk['corpus']) => Desk): () => Desk {
  let desk: Desk | undefined
  return () => {
    const current = corpus()
    if (desk?.corpus !== current) desk = make(current)
    return desk
  }
}

/** Reads documents again whose reading rules have changed since they were stored. */
async function readAgain(
  store: DocumentStore,
  reading: Reading,
  report: (line: string) => void,
): Promise<void> {
  for (const { id, file } of outdated(store.documents())) {
    const bytes = store.bytes(id)
    if (bytes === undefined) continue
    report(`阅读规则已更新，重新读入：${file}`)
    const { document, layout } = await readFile(file, bytes, reading)
    store.save({ bytes, document, layout, vectors: { embedderId: 'none', vectors: [] } })
  }
}

async function chooseEmbedder(
  config: Config,
  segmenter: Segmenter,
): Promise<{ embedder: Embedder; notices: readonly string[] }> {
  const lexical = createLexicalEmbedder(segmenter)
  if (config.embedding === null) return { embedder: lexical, notices: [] }
  try {
    // Loading the client costs a third of a second, so only those pay who use it.
    const { openOpenAiEmbedder } = await import('../adapter/langchain/embedder.ts')
    return { embedder: await openOpenAiEmbedder(config.embedding), notices: [] }
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    return { embedder: lexical, notices: [`${fault.message}已改用内置词面检索，问答照常可用。`] }
  }
}

function progress(report: (line: string) => void) {
  return (done: number, total: number, file: string) => report(`正在读入样例计划 ${done}/${total}：${file}`)
}
