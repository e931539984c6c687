// One measurement of `npm run bench` over a data folder, in a process of its own; prints one JSON object.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHnswVectorIndex } from '../src/adapter/hnswlib/vector-index.ts'
import { createFlatVectorIndex } from '../src/adapter/memory/flat-vector-index.ts'
import { createMemoryLexicalIndex } from '../src/adapter/memory/lexical-index.ts'
import { createJiebaSegmenter } from '../src/adapter/nodejieba/segmenter.ts'
import { openDatabase } from '../src/adapter/sqlite/database.ts'
import { createSqliteDocumentStore } from '../src/adapter/sqlite/document-store.ts'
import { respond, searchPassages } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import { createCorpus } from '../src/corpus/index.ts'
import { createLexicalEmbedder, lexicalEntries, type VectorEntry } from '../src/retrieval/index.ts'
import { openService } from '../src/runtime/service.ts'
import { AIMS, type AimedQuestion, aimedQuestions } from './bench-question.ts'
import { createCorpusMaker } from './corpus-maker.ts'

const ROUNDS = 3
const WARM_UP = 60
const K = 10
const ASKED_VECTORS = 300
const USER_DICTIONARY = join(import.meta.dirname, '../src/adapter/nodejieba/health-administration.dict.utf8')

export interface Percentiles {
  readonly p50: number
  readonly p99: number
  /** Processor time, which other work on the machine does not lengthen. */
  readonly processorP50: number
  readonly processorP99: number
}

export interface IndexFigures {
  readonly buildSeconds: number
  readonly indexMb: number
}

export interface AnsweringFigures {
  /** By what the question says of where and when, and over all. */
  readonly search: Readonly<Record<string, Percentiles>>
  readonly answer: Readonly<Record<string, Percentiles>>
  readonly peakMb: number
}

export interface VectorFigures {
  readonly recall: number
  readonly buildSeconds: number
  readonly searchMs: number
}

const [name, data = '', documents = '0'] = process.argv.slice(2)
if (name === 'index') print(await measureIndex())
if (name === 'answering') print(await measureAnswering(Number(documents)))
if (name === 'vectors') print(await measureVectors())

async function measureIndex(): Promise<IndexFigures> {
  const corpus = createCorpus(createSqliteDocumentStore(openDatabase(join(data, 'yaodian.db'))).documents())
  const segmenter = createJiebaSegmenter({ userDictionary: USER_DICTIONARY })
  segmenter.cut('词典')
  const startedAt = performance.now()
  const index = createMemoryLexicalIndex()
  for (const indexed of corpus.documents.values()) index.add(lexicalEntries(indexed, segmenter))
  index.documentFrequency('character', '的')
  const buildSeconds = (performance.now() - startedAt) / 1000
  return { buildSeconds, indexMb: index.serialise().byteLength / 2 ** 20 }
}

async function measureAnswering(count: number): Promise<AnsweringFigures> {
  const maker = createCorpusMaker()
  const questions = aimedQuestions(Array.from({ length: count }, (_, at) => maker.document(at)))
  const service = await openService(parseConfig({ YAODIAN_DATA: data }), {
    withSeeds: false,
    report: () => undefined,
  })
  const { deps } = service
  const search = await measure(questions, (text) => searchPassages(text, K, {}, deps.desk()))
  const answer = await measure(questions, (text) => respond(text, {}, deps))
  const status = readFileSync('/proc/self/status', 'utf8')
  service.close()
  return { search, answer, peakMb: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
}

async function measure(
  questions: readonly AimedQuestion[],
  work: (text: string) => Promise<unknown>,
): Promise<AnsweringFigures['search']> {
  for (const { text } of questions.slice(0, WARM_UP)) await work(text)
  const runs: { aim: string; wall: number; processor: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const { aim, text } of questions) {
      const before = process.cpuUsage()
      const startedAt = performance.now()
      await work(text)
      const wall = performance.now() - startedAt
      const used = process.cpuUsage(before)
      runs.push({ aim, wall, processor: (used.user + used.system) / 1000 })
    }
  }
  return Object.fromEntries(
    ['all', ...AIMS].map((aim) => {
      const own = runs.filter((run) => aim === 'all' || run.aim === aim)
      const wall = own.map((run) => run.wall).sort((a, b) => a - b)
      const processor = own.map((run) => run.processor).sort((a, b) => a - b)
      const times = { p50: at(wall, 0.5), p99: at(wall, 0.99) }
      return [aim, { ...times, processorP50: at(processor, 0.5), processorP99: at(processor, 0.99) }]
    }),
  )
}

async function measureVectors(): Promise<VectorFigures> {
  const segmenter = createJiebaSegmenter({ userDictionary: USER_DICTIONARY })
  const { id: embedderId, dimension } = createLexicalEmbedder(segmenter)
  const store = createSqliteDocumentStore(openDatabase(join(data, 'yaodian.db')))
  const entries = store.documents().flatMap((document) => {
    const vectors = store.vectors(document.id, embedderId) ?? []
    return document.passages.flatMap((passage, ordinal): VectorEntry[] => {
      const vector = vectors[ordinal]
      return vector === undefined ? [] : [{ passageId: passage.id, documentId: document.id, vector }]
    })
  })
  const exact = createFlatVectorIndex({ embedderId, dimension })
  exact.add(entries)
  const startedAt = performance.now()
  const index = createHnswVectorIndex({ embedderId, dimension, capacity: entries.length })
  index.add(entries)
  const buildSeconds = (performance.now() - startedAt) / 1000
  const step = Math.max(1, Math.floor(entries.length / ASKED_VECTORS))
  const asked = entries.filter((_, ordinal) => ordinal % step === 0)
  let found = 0
  let searching = 0
  for (const { vector } of asked) {
    const wanted = new Set(exact.search({ vector, k: K }).map((hit) => hit.passageId))
    const searchedAt = performance.now()
    const hits = index.search({ vector, k: K })
    searching += performance.now() - searchedAt
    found += hits.filter((hit) => wanted.has(hit.passageId)).length
  }
  return { recall: found / (asked.length * K), buildSeconds, searchMs: searching / asked.length }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

function print(figures: unknown): void {
  process.stdout.write(JSON.stringify(figures))
}
