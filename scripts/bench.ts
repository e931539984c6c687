// Prints the figures the project holds itself to, each with its bar. Nothing here passes or fails.
// npm run bench -- --passages 10000 --passages 100000 --json figures.json; --passages 0 leaves the made corpora out.
// --vectors measures the approximate index over the largest corpora too, which takes minutes more.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { respond } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import { openService } from '../src/runtime/service.ts'
import { benchScale, type ScaleFigures } from './bench-scale.ts'

const ROUNDS = 5
const STARTS = 5
/** As `npm start` and bin/yaodian.mjs set them. */
const FLAGS = ['--max-semi-space-size=16']
const QUESTION = '青岛到2024年三级医院要达到多少家？'

const seeds: Record<string, string> = {}
const { values } = parseArgs({
  options: {
    passages: { type: 'string', multiple: true, default: ['10000', '100000'] },
    json: { type: 'string' },
    vectors: { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
const questions = readFileSync(join(import.meta.dirname, '../evals/datasets/seed-questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { question: string }).question)

try {
  console.log(
    `Node ${process.versions.node}, ${questions.length} questions × ${ROUNDS} rounds, five sample plans\n`,
  )
  await benchIngest()
  await benchAnswers()
  await benchStart()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const scales: ScaleFigures[] = []
for (const passages of values.passages.map(Number).filter((count) => count > 0))
  scales.push(await benchScale(passages, values.vectors))
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ seeds, scales }, null, 2))

async function benchIngest(): Promise<void> {
  const warm = await openService(parseConfig({ YAODIAN_DATA: join(folder, 'warm') }), {
    withSeeds: true,
    report: () => undefined,
  })
  warm.close()
  const startedAt = performance.now()
  const service = await openService(parseConfig({ YAODIAN_DATA: join(folder, 'ingest') }), {
    withSeeds: true,
    report: () => undefined,
  })
  print(
    'read, embed, store and index the five plans',
    `${(performance.now() - startedAt).toFixed(0)} ms`,
    '≤ 1,000 ms',
  )
  service.close()
}

async function benchAnswers(): Promise<void> {
  const service = await openService(parseConfig({ YAODIAN_DATA: join(folder, 'ingest') }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const question of questions) await respond(question, {}, service.deps)
  const timings: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const startedAt = performance.now()
      await respond(question, {}, service.deps)
      timings.push(performance.now() - startedAt)
    }
  }
  timings.sort((a, b) => a - b)
  const at = (share: number) => `${(timings[Math.floor(share * (timings.length - 1))] ?? 0).toFixed(1)} ms`
  print('answer in process, stored included, p50', at(0.5), '≤ 10 ms')
  print('answer in process, stored included, p99', at(0.99), '≤ 50 ms')
  service.close()
}

async function benchStart(): Promise<void> {
  const starts: number[] = []
  let resident = 0
  for (let run = 0; run < STARTS; run++) {
    const { elapsed, residentMb } = await startAndAsk(8800 + run)
    starts.push(elapsed)
    resident = Math.max(resident, residentMb)
  }
  starts.sort((a, b) => a - b)
  print(
    'start to first answer over HTTP, median',
    `${(starts[Math.floor(STARTS / 2)] ?? 0).toFixed(0)} ms`,
    '≤ 2,000 ms',
  )
  print('resident memory of the server, largest', `${resident.toFixed(0)} MB`, '< 450 MB')
}

async function startAndAsk(port: number): Promise<{ elapsed: number; residentMb: number }> {
  const startedAt = performance.now()
  const cli = join(import.meta.dirname, '../src/runtime/cli.ts')
  const server = spawn(
    process.execPath,
    [...FLAGS, cli, 'serve', '--port', String(port), '--data', join(folder, 'ingest')],
    { stdio: 'ignore' },
  )
  try {
    await firstAnswer(port)
    const elapsed = performance.now() - startedAt
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    return { elapsed, residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
  } finally {
    server.kill('SIGTERM')
  }
}

async function firstAnswer(port: number): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: QUESTION }),
      })
      if (response.ok) return
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the server did not answer within 5 seconds')
}

function print(what: string, measured: string, bar: string): void {
  seeds[what] = measured
  console.log(`${what.padEnd(48)} ${measured.padStart(10)}   bar ${bar}`)
}
