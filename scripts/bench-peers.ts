// Ranks the same questions over the same texts with the product and with others, in one run: npm run bench:peers
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import MiniSearch from 'minisearch'
import { readCases } from '../evals/case.ts'
import { longReports, type SpanQuestion } from '../evals/long-report.ts'
import { QUESTION_SUITES } from '../evals/suite.ts'
import { createJiebaSegmenter } from '../src/adapter/nodejieba/segmenter.ts'
import { parseConfig } from '../src/config.ts'
import { normalisedView } from '../src/corpus/index.ts'
import { decodeStrictly } from '../src/ingest/encoding/index.ts'
import { createLexicalEmbedder, understand } from '../src/retrieval/index.ts'
import { openService } from '../src/runtime/service.ts'
import { termsOf } from '../src/text/index.ts'

const ROOT = join(import.meta.dirname, '..')
const K = 10
const ROUNDS = 3
/** Suites of Chinese questions over the sample plans and those of the tests. */
const OVER_PLANS: ReadonlySet<string> = new Set(['seeds', 'fixture', 'seeds-office', 'fixture-office'])
const CHUNK = { chunkSize: 420, chunkOverlap: 40 }

interface Piece {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** Something that ranks pieces of the texts for a question, best first. */
interface Ranker {
  readonly name: string
  rank(question: string): Promise<readonly Piece[]>
}

interface TextFile {
  readonly file: string
  readonly text: string
}

interface Figures {
  readonly name: string
  readonly ndcg: number
  readonly first: number
  readonly rightFile: number
  readonly p50: number
  readonly p99: number
}

const { values } = parseArgs({ options: { json: { type: 'string' } } })
const segmenter = createJiebaSegmenter({
  userDictionary: join(ROOT, 'src/adapter/nodejieba/health-administration.dict.utf8'),
})
const { reports, questions: reportQuestions } = longReports()
const results = {
  plans: await compare('sample plans and plans of the tests', planTexts(), planQuestions()),
  reports: await compare('60 long reports, one right for each question', reports, reportQuestions),
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, null, 2))

async function compare(
  what: string,
  texts: readonly TextFile[],
  questions: readonly SpanQuestion[],
): Promise<readonly Figures[]> {
  const own = await openOwn(texts)
  const { pieces, contentOf } = own
  const contents = pieces.map(contentOf)
  const rankers = [
    own.ranker,
    await langchain(texts),
    miniSearch('MiniSearch 7.2, jieba', contents, pieces, (text) => [...termsOf(text, segmenter).word]),
    miniSearch('MiniSearch 7.2, bigrams', contents, pieces, (text) => [...termsOf(text, segmenter).bigram]),
    fts5(contents, pieces),
  ]
  console.log(`\n${what}: ${questions.length} questions, ${texts.length} texts, ${pieces.length} passages`)
  console.log('                                nDCG@10    R@1   file   p50 / p99 ms')
  const figures: Figures[] = []
  for (const ranker of rankers) figures.push(await measure(ranker, questions))
  for (const { name, ndcg, first, rightFile, p50, p99 } of figures) {
    const quality = [ndcg, first, rightFile].map((share) => share.toFixed(3).padStart(6)).join(' ')
    console.log(`  ${name.padEnd(28)} ${quality}   ${p50.toFixed(2)} / ${p99.toFixed(2)}`)
  }
  own.close()
  return figures
}

async function measure({ name, rank }: Ranker, questions: readonly SpanQuestion[]): Promise<Figures> {
  let [ndcg, first, rightFile] = [0, 0, 0]
  for (const asked of questions) {
    const ranked = (await rank(asked.question)).slice(0, K)
    const gains = ranked.map((piece) => (overlaps(piece, asked) ? 1 : 0))
    // A gold span may lie in one piece or be cut in two; one piece found first is all that can be wanted.
    const place = gains.indexOf(1)
    ndcg += place === -1 ? 0 : 1 / Math.log2(place + 2)
    first += gains[0] ?? 0
    rightFile += ranked[0]?.file === asked.file ? 1 : 0
  }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const { question } of questions) {
      const startedAt = performance.now()
      await rank(question)
      times.push(performance.now() - startedAt)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  const count = questions.length
  return {
    name,
    ndcg: ndcg / count,
    first: first / count,
    rightFile: rightFile / count,
    p50: at(0.5),
    p99: at(0.99),
  }
}

function overlaps(piece: Piece, asked: SpanQuestion): boolean {
  return piece.file === asked.file && piece.start < asked.end && asked.start < piece.end
}

async function openOwn(texts: readonly TextFile[]) {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-peers-'))
  const options = { withSeeds: false, report: () => undefined }
  const service = await openService(parseConfig({ YAODIAN_DATA: folder }), options)
  for (const { file, text } of texts) {
    await service.deps.documentLibrary.add(file, new TextEncoder().encode(text))
  }
  const { corpus, catalogue, retriever } = service.deps.desk()
  const pieceOf = ({ documentId, start, end }: { documentId: string; start: number; end: number }) => {
    const document = [...corpus.documents.values()].find((one) => one.document.id === documentId)?.document
    return { file: document?.file ?? '', start, end }
  }
  const textOf = new Map(texts.map(({ file, text }) => [file, text]))
  const rank = async (question: string) => {
    const ranked = await retriever.search(understand(question, catalogue), K)
    return ranked.flatMap(({ passageId }) => {
      const passage = corpus.passages.get(passageId)
      return passage === undefined ? [] : [pieceOf(passage)]
    })
  }
  return {
    ranker: { name: 'this project', rank },
    pieces: [...corpus.passages.values()].map(pieceOf),
    /** Others are given the title too: they have no filter that would know the place and the year. */
    contentOf: ({ file, start, end }: Piece) => {
      const text = textOf.get(file) ?? ''
      return normalisedView(`${text.slice(0, text.indexOf('\n'))} ${text.slice(start, end)}`)
    },
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As its documentation shows it, with our embedder. */
async function langchain(texts: readonly TextFile[]): Promise<Ranker> {
  const embedder = createLexicalEmbedder(segmenter)
  const embed = async (all: string[]) => (await embedder.embed(all)).map((vector) => [...vector])
  const store = new MemoryVectorStore({
    embedDocuments: embed,
    embedQuery: async (text) => (await embed([text]))[0] ?? [],
  })
  const splitter = new RecursiveCharacterTextSplitter(CHUNK)
  for (const { file, text } of texts) {
    let from = 0
    const documents = (await splitter.splitText(text)).map((chunk) => {
      const start = Math.max(0, text.indexOf(chunk, from))
      from = start + 1
      return { pageContent: chunk, metadata: { file, start, end: start + chunk.length } }
    })
    await store.addDocuments(documents)
  }
  return {
    name: 'LangChain.js, MemoryVectorStore',
    rank: async (question) =>
      (await store.similaritySearch(question, K)).map(({ metadata }) => ({
        file: String(metadata.file),
        start: Number(metadata.start),
        end: Number(metadata.end),
      })),
  }
}

function miniSearch(
  name: string,
  contents: readonly string[],
  pieces: readonly Piece[],
  tokenize: (text: string) => string[],
): Ranker {
  const index = new MiniSearch({ fields: ['content'], tokenize })
  index.addAll(contents.map((content, id) => ({ id, content })))
  const rank = async (question: string) =>
    index.search(normalisedView(question)).flatMap(({ id }) => pieces[Number(id)] ?? [])
  return { name, rank }
}

function fts5(contents: readonly string[], pieces: readonly Piece[]): Ranker {
  const db = new DatabaseSync(':memory:')
  db.exec("create virtual table piece using fts5(words, tokenize='unicode61')")
  const insert = db.prepare('insert into piece (rowid, words) values (?, ?)')
  const wordsOf = (text: string) => {
    const { bigram, word } = termsOf(text, segmenter)
    return [...word, ...bigram]
  }
  for (const [id, content] of contents.entries()) insert.run(id + 1, wordsOf(content).join(' '))
  const select = db.prepare('select rowid from piece where words match ? order by bm25(piece) limit ?')
  const rank = async (question: string) => {
    const words = [...new Set(wordsOf(normalisedView(question)))].map((word) => `"${word}"`)
    if (words.length === 0) return []
    return select.all(words.join(' OR '), K).flatMap(({ rowid }) => pieces[Number(rowid) - 1] ?? [])
  }
  return { name: 'FTS5, words and bigrams', rank }
}

function planTexts(): readonly TextFile[] {
  return ['seeds', 'test/fixture/plan'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => ({ file, text: decodeStrictly(file, readFileSync(join(ROOT, folder, file))).text })),
  )
}

/** Questions with one place to be found; those that want several places, or a refusal, have no single right passage. */
function planQuestions(): readonly SpanQuestion[] {
  const cases = QUESTION_SUITES.flatMap(({ name, dataset }) =>
    OVER_PLANS.has(name) ? readCases(dataset) : [],
  )
  return cases.flatMap(({ question, expect }) => {
    const [span] = expect.evidence
    return expect.kind === 'answered' && span !== undefined && expect.evidence.length === 1
      ? [{ question, file: span.file, start: span.start, end: span.end }]
      : []
  })
}
