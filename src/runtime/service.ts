import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { archiveReader } from '../adapter/archive/index.ts'
import { administrativeDivisions } from '../adapter/division/division.ts'
import { createGlossary } from '../adapter/glossary/glossary.ts'
import { createJiebaSegmenter } from '../adapter/nodejieba/segmenter.ts'
import { createSqliteAnswerStore } from '../adapter/sqlite/answer-store.ts'
import { createSqliteConversationStore } from '../adapter/sqlite/conversation-store.ts'
import { openDatabase } from '../adapter/sqlite/database.ts'
import { createDerivedFiles } from '../adapter/sqlite/derived-file.ts'
import { createSqliteDocumentStore } from '../adapter/sqlite/document-store.ts'
import { createSqliteFeedbackStore } from '../adapter/sqlite/feedback-store.ts'
import { createSqliteJobStore } from '../adapter/sqlite/job-store.ts'
import { createSqliteReceiptStore } from '../adapter/sqlite/receipt-store.ts'
import type { Desk } from '../answer/index.ts'
import { type ApiDeps, createAnswerRuns } from '../api/index.ts'
import type { Config } from '../config.ts'
import { createCorpus } from '../corpus/index.ts'
import { AppError, StorageError } from '../error.ts'
import { createJobs, createLibrary, type DocumentStore, type Intake, type Library } from '../ingest/index.ts'
import { createPatientModel, type Embedder, type WatchedModel } from '../model/index.ts'
import {
  createCatalogue,
  createEnglishReader,
  createLexicalEmbedder,
  createRarity,
  createRetriever,
  createWordUsage,
} from '../retrieval/index.ts'
import { createGazetteer, type Segmenter } from '../text/index.ts'
import { approximateFrom, openIndexes, saveIndexes } from './index-cache.ts'
import { createIndexSaver } from './index-saver.ts'
import { readAgain } from './read-again.ts'
import { createReadingThreads, type ReadingThreads } from './reading-threads.ts'
import { loadSeeds } from './seeds.ts'

const USER_DICTIONARY = join(import.meta.dirname, '../adapter/nodejieba/health-administration.dict.utf8')

/** One processor is left to those who ask. */
const READING_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1))
/** While a thread reads, the next file is at hand and the one before is stored. */
const INTAKE_WIDTH = READING_THREADS + 1

/** Everything one Node process needs to serve; `deps` is what the doors see. */
export interface Service {
  readonly deps: ApiDeps
  readonly store: DocumentStore
  readonly intake: Intake
  /** Files worth taking in at the same time. */
  readonly intakeWidth: number
  readonly threads: ReadingThreads
  /** Writes the index caches for the corpus as it is now. */
  saveIndexes(): void
  close(): void
}

export interface ServiceOptions {
  readonly withSeeds: boolean
  readonly report: (line: string) => void
  readonly approximateFrom?: number
  /** Files only come in and nothing is asked, so that no vectors need to be held in memory. */
  readonly isForIntake?: boolean
}

/**
 * Opens the data folder and everything over it.
 * @throws StorageError when the folder cannot be used
 */
export async function openService(config: Config, options: ServiceOptions): Promise<Service> {
  const db = openDatabase(databaseFile(config.dataFolder))
  const store = createSqliteDocumentStore(db)
  const receipts = createSqliteReceiptStore(db)
  const divisions = administrativeDivisions()
  const threads = createReadingThreads(divisions, READING_THREADS)
  const gazetteer = createGazetteer(divisions)
  const { read } = threads
  const unread = await readAgain({ store, read, gazetteer, width: INTAKE_WIDTH, report: options.report })
  const corpus = createCorpus(store.documents())
  const segmenter = createJiebaSegmenter({ userDictionary: USER_DICTIONARY })
  const { embedder, notices } = await chooseEmbedder(config, segmenter)
  const derived = createDerivedFiles({ db, folder: indexFolder(config.dataFolder) })
  const least = options.approximateFrom ?? approximateFrom(embedder)
  const isVectorless = options.isForIntake === true
  const cache = { derived, store, segmenter, embedder, approximateFrom: least, isVectorless }
  const indexes = await openIndexes(corpus, cache)
  const now = () => new Date()
  const english = createEnglishReader(createGlossary(), divisions)
  const library = createLibrary({ store, segmenter, embedder, gazetteer, read, now, ...indexes }, corpus)
  const seeds = { library, store, receipts, width: INTAKE_WIDTH, report: progress(options.report) }
  const loaded = options.withSeeds ? await loadSeeds(seeds) : 0
  const save = () => {
    saveIndexes(library.corpus(), indexes, cache)
    store.settle()
  }
  if (indexes.wasRebuilt || loaded > 0) save()
  const { onChanged, flush } = createIndexSaver(save)
  const intake = { library, archives: archiveReader, now }
  const makeDesk = (corpus: Desk['corpus']): Desk => ({
    corpus,
    catalogue: createCatalogue(corpus, divisions, createWordUsage(indexes.lexicalIndex), now),
    retriever: createRetriever({ corpus, segmenter, embedder, ...indexes }),
    rarity: createRarity(indexes.lexicalIndex),
    english,
  })
  const deps: ApiDeps = {
    desk: createDesk(upToDate(library, store, onChanged), makeDesk),
    documentLibrary: library,
    read,
    gazetteer,
    jobs: createJobs({ ...jobParts(db), intake, receipts, onChanged }),
    receipts,
    onLibraryChanged: onChanged,
    ...talkOver(db),
    embedderId: embedder.id,
    ...(await openChat(config)),
    segmenter,
    notices: [...notices, ...unread.map(unreadNotice)],
    newId: randomUUID,
    now,
  }
  const close = () => {
    flush()
    void threads.close()
    store.settle()
    db.close()
  }
  return { deps, store, intake, intakeWidth: INTAKE_WIDTH, threads, saveIndexes: save, close }
}

function jobParts(db: ReturnType<typeof openDatabase>) {
  return { store: createSqliteJobStore(db), newId: randomUUID, width: INTAKE_WIDTH }
}

/** What was asked and answered, and what is being answered. */
function talkOver(db: ReturnType<typeof openDatabase>) {
  return {
    answers: createSqliteAnswerStore(db),
    runs: createAnswerRuns(),
    conversations: createSqliteConversationStore(db),
    feedback: createSqliteFeedbackStore(db),
  }
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

/** The corpus, with what another process has stored or removed since. */
function upToDate(library: Library, store: DocumentStore, onChanged: () => void): () => Desk['corpus'] {
  let seen = store.foreignChanges()
  let isCatchingUp = false
  const catchUp = async (changes: number) => {
    isCatchingUp = true
    try {
      await library.catchUp()
      seen = changes
      onChanged()
    } catch (fault) {
      console.error('catching up failed:', fault)
    } finally {
      isCatchingUp = false
    }
  }
  return () => {
    const changes = store.foreignChanges()
    if (changes !== seen && !isCatchingUp) void catchUp(changes)
    return library.corpus()
  }
}

function unreadNotice(file: string): string {
  return `“${file}”按新的阅读规则未能读入，暂不参与问答；原件仍在库中，其余照常可用。`
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

/** The server is first asked when there is something to word; until then nothing is known of it. */
async function openChat({ chat }: Config): Promise<{ readonly chat?: WatchedModel }> {
  if (chat === null) return {}
  const { openOpenAiChat } = await import('../adapter/langchain/chat-model.ts')
  return { chat: createPatientModel(openOpenAiChat(chat)) }
}

function progress(report: (line: string) => void) {
  return (done: number, total: number, file: string) => report(`正在读入样例计划 ${done}/${total}：${file}`)
}
