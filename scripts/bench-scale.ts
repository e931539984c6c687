// Part of `npm run bench`: makes a corpus of the wanted size, takes it in, and measures each thing in a process of its own.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnsweringFigures, IndexFigures, Percentiles, VectorFigures } from './bench-part.ts'
import { createCorpusMaker } from './corpus-maker.ts'

/** As `npm start` and bin/yaodian.mjs set them. */
const FLAGS = ['--max-semi-space-size=16']
const CLI = join(import.meta.dirname, '../src/runtime/cli.ts')
const PART = join(import.meta.dirname, 'bench-part.ts')
const PASSAGES_A_DOCUMENT = 49
/** Building the approximate index takes minutes beyond this, and is done only when it is asked for. */
const MOST_VECTORS = 20_000
const SAMPLE_MS = 50

export interface ScaleFigures {
  readonly passages: number
  readonly documents: number
  readonly ingest: { readonly seconds: number; readonly peakMb: number }
  readonly index: IndexFigures
  readonly answering: AnsweringFigures
  readonly vectors: VectorFigures | null
}

export async function benchScale(passages: number, withAllVectors: boolean): Promise<ScaleFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
  try {
    const documents = Math.ceil(passages / PASSAGES_A_DOCUMENT)
    const source = join(folder, 'plans')
    const data = join(folder, 'data')
    write(source, documents)
    const startedAt = performance.now()
    const { peakMb } = await run([CLI, 'ingest', source, '--data', data])
    const seconds = (performance.now() - startedAt) / 1000
    const part = async (name: string) => JSON.parse((await run([PART, name, data, String(documents)])).output)
    const figures: ScaleFigures = {
      passages,
      documents,
      ingest: { seconds, peakMb },
      index: (await part('index')) as IndexFigures,
      answering: (await part('answering')) as AnsweringFigures,
      vectors: passages > MOST_VECTORS && !withAllVectors ? null : ((await part('vectors')) as VectorFigures),
    }
    print(figures)
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, documents: number): void {
  mkdirSync(folder)
  const maker = createCorpusMaker()
  for (let at = 0; at < documents; at++) {
    const { file, text } = maker.document(at)
    writeFileSync(join(folder, file), text)
  }
}

/** Runs a program to its end, watching how much memory it takes. */
function run(args: readonly string[]): Promise<{ readonly output: string; readonly peakMb: number }> {
  const child = spawn(process.execPath, [...FLAGS, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  let peakMb = 0
  const watch = setInterval(() => {
    const status = readStatus(child.pid)
    peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, SAMPLE_MS)
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ output: Buffer.concat(chunks).toString(), peakMb })
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return '' // It has just ended.
  }
}

function print({ passages, documents, ingest, index, answering, vectors }: ScaleFigures): void {
  console.log(`\n${passages.toLocaleString('en')} passages in ${documents.toLocaleString('en')} plans`)
  line('ingest', `${ingest.seconds.toFixed(0)} s, at most ${ingest.peakMb.toFixed(0)} MB`, '')
  line('lexical index built', `${index.buildSeconds.toFixed(1)} s`, '≤ 30 s')
  line('  in memory', `${index.indexMb.toFixed(0)} MB`, '')
  for (const [name, of] of Object.entries(answering.search))
    line(`search, ${name}`, both(of), name === 'all' ? '≤ 5 / 30 ms' : '')
  for (const [name, of] of Object.entries(answering.answer))
    line(`answer, ${name}`, both(of), name === 'all' ? '≤ 20 / 80 ms' : '')
  line('resident memory, largest', `${answering.peakMb.toFixed(0)} MB`, '< 1,200 MB')
  if (vectors === null) return
  line('hnsw recall@10 against exact', vectors.recall.toFixed(3), '≥ 0.98')
  line(
    '  built in, one search',
    `${vectors.buildSeconds.toFixed(0)} s, ${vectors.searchMs.toFixed(2)} ms`,
    '',
  )
}

function both({ p50, p99, processorP50, processorP99 }: Percentiles): string {
  const [wall, processor] = [
    [p50, p99],
    [processorP50, processorP99],
  ].map((all) => all.map((ms) => ms.toFixed(1)).join(' / '))
  return `${wall} ms (processor ${processor})`
}

function line(what: string, measured: string, bar: string): void {
  console.log(`  ${what.padEnd(34)} ${measured.padStart(38)}   ${bar === '' ? '' : `bar ${bar}`}`)
}
