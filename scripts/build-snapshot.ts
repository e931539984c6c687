// Reads the sample plans and writes them, as read, into one text for the Worker, which has no disk.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import { createMemoryDocumentStore } from '../src/adapter/memory/document-store.ts'
import { createFlatVectorIndex } from '../src/adapter/memory/flat-vector-index.ts'
import { createMemoryLexicalIndex } from '../src/adapter/memory/lexical-index.ts'
import { createMemoryReceiptStore } from '../src/adapter/memory/receipt-store.ts'
import { createLibrary, createPlanReader, textReader } from '../src/ingest/index.ts'
import { createLexicalEmbedder } from '../src/retrieval/index.ts'
import { packSeedSnapshot } from '../src/runtime/seed-snapshot.ts'
import { loadSeeds } from '../src/runtime/seeds.ts'
import { createGazetteer, noWords } from '../src/text/index.ts'

const FOLDER = join(import.meta.dirname, '../dist')
const FILE = join(FOLDER, 'seed-snapshot.txt')

const store = createMemoryDocumentStore()
const embedder = createLexicalEmbedder(noWords)
const gazetteer = createGazetteer(administrativeDivisions())
const library = createLibrary({
  store,
  segmenter: noWords,
  embedder,
  read: createPlanReader({ readers: [textReader], gazetteer }),
  gazetteer,
  now: () => new Date(),
  lexicalIndex: createMemoryLexicalIndex(),
  vectorIndex: createFlatVectorIndex({ embedderId: embedder.id, dimension: embedder.dimension }),
})
await loadSeeds({
  library,
  store,
  receipts: createMemoryReceiptStore(),
  width: 1,
  report: () => undefined,
})

mkdirSync(FOLDER, { recursive: true })
// Two builds at once must not see each other's half-written file.
const unfinished = `${FILE}.${process.pid}`
writeFileSync(unfinished, packSeedSnapshot(store.documents()))
renameSync(unfinished, FILE)
