// Takes many plans in, by the command line and by uploads while questions are asked, kills a server in the middle of a
// job, and prints what that costs: npm run bench:ingest -- --plans 1000
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { parseConfig } from '../src/config.ts'
import { listen } from '../src/runtime/http.ts'
import { openService } from '../src/runtime/service.ts'
import { madePlan } from './plan-maker.ts'

const CLI = join(import.meta.dirname, '../src/runtime/cli.ts')
/** As `npm start` and bin/yaodian.mjs set them. */
const FLAGS = ['--max-semi-space-size=16']
const QUESTION = '2024年家庭医生签约有什么目标？'
const ASK_EVERY_MS = 50
const BATCH = 250

interface JobState {
  readonly status: string
  readonly files: number
  readonly files_done: number
  readonly receipts: readonly { readonly status: string }[]
}

interface Served {
  readonly url: string
  readonly child: ChildProcess
}

const { values } = parseArgs({
  options: { plans: { type: 'string', default: '1000' }, server: { type: 'string' } },
})

if (values.server === undefined) await main(Number(values.plans))
else await serveMeasured(values.server)

async function main(plans: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
  try {
    await benchCommandLine(folder, plans)
    await benchUploads(join(folder, 'uploads'), plans)
    await benchKill(join(folder, 'killed'), Math.min(plans, 200))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchCommandLine(folder: string, plans: number): Promise<void> {
  const source = join(folder, 'plans')
  mkdirSync(source)
  let characters = 0
  for (let at = 0; at < plans; at++) {
    const { file, text } = madePlan(at)
    characters += text.length
    writeFileSync(join(source, file), text)
  }
  print('plans, characters on average', `${plans}, ${Math.round(characters / plans)}`, '4,000–8,000')
  for (const what of ['ingest by the command line', 'the same folder again']) {
    const startedAt = performance.now()
    const child = spawn(process.execPath, [...FLAGS, CLI, 'ingest', source, '--data', join(folder, 'data')], {
      stdio: 'ignore',
    })
    const peak = watchMemory(child)
    await new Promise((resolve) => child.once('close', resolve))
    const seconds = (performance.now() - startedAt) / 1000
    print(what, `${seconds.toFixed(1)} s, ${(plans / seconds).toFixed(0)}/s`, '≤ 90 s')
    print('  peak resident memory', `${peak().toFixed(0)} MB`, '< 700 MB')
  }
}

async function benchUploads(data: string, plans: number): Promise<void> {
  const served = await serve(data)
  const peak = watchMemory(served.child)
  await loopDelay(served.child)
  const before = await askFor(2000, served.url)
  print('answer over HTTP, nothing else going on, p99', `${before.toFixed(0)} ms`, '')
  print('  event loop delay p99', await loopDelay(served.child), '')
  print(
    'upload to the first answer that cites it',
    `${(await firstCitation(served.url)).toFixed(0)} ms`,
    '≤ 1,000 ms',
  )
  await loopDelay(served.child)
  const startedAt = performance.now()
  const jobs: string[] = []
  for (let at = 0; at < plans; at += BATCH)
    jobs.push(await upload(served.url, at, Math.min(plans, at + BATCH)))
  print('  202 for all uploads after', `${((performance.now() - startedAt) / 1000).toFixed(1)} s`, '')
  let isDone = false
  const done = Promise.all(jobs.map((job) => finished(served.url, job))).then((states) => {
    isDone = true
    return states
  })
  const during = await askFor(Number.POSITIVE_INFINITY, served.url, () => isDone)
  const states = await done
  const seconds = (performance.now() - startedAt) / 1000
  print(
    'ingest by uploads, while questions are asked',
    `${seconds.toFixed(1)} s, ${(plans / seconds).toFixed(0)}/s`,
    '≤ 90 s',
  )
  const loop = await loopDelay(served.child)
  // The caches are written when it is quiet; that is over by then.
  await pause(5000)
  const after = await askFor(3000, served.url)
  print('  answer over HTTP meanwhile, p99', `${during.toFixed(0)} ms`, `≤ ${(after + 50).toFixed(0)} ms`)
  print('  answer over HTTP afterwards, p99', `${after.toFixed(0)} ms`, '')
  print('  event loop delay p99', loop, '≤ 50 ms')
  print('  peak resident memory', `${peak().toFixed(0)} MB`, '< 700 MB')
  const added = states.flatMap(({ receipts }) => receipts.filter(({ status }) => status === 'added'))
  print('  added', String(added.length), String(plans))
  await end(served.child)
}

async function benchKill(data: string, plans: number): Promise<void> {
  const first = await serve(data)
  const job = await upload(first.url, 0, plans)
  while ((await stateOf(first.url, job)).files_done < plans / 2) await pause(20)
  first.child.kill('SIGKILL')
  await new Promise((resolve) => first.child.once('close', resolve))
  const startedAt = performance.now()
  const second = await serve(data)
  const { files_done: kept } = await stateOf(second.url, job)
  const { receipts } = await finished(second.url, job)
  const added = receipts.filter(({ status }) => status === 'added').length
  print(
    `kill -9 in the middle of ${plans}, then all there after`,
    `${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    '',
  )
  print(
    '  done before, receipts afterwards, added',
    `${kept}, ${receipts.length}, ${added}`,
    `${plans}, ${plans}`,
  )
  await end(second.child)
}

/** Runs in the child: the service as `serve` runs it, and a word about its event loop whenever asked. */
async function serveMeasured(data: string): Promise<void> {
  const service = await openService(parseConfig({ YAODIAN_DATA: data }), {
    withSeeds: true,
    report: () => undefined,
  })
  const server = await listen(service.deps, '127.0.0.1', 0)
  service.threads.warmUp()
  service.deps.jobs.resume()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  process.on('message', () => {
    process.send?.(
      `${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms`,
    )
    delay.reset()
  })
  process.send?.(server.url)
  process.once('disconnect', () => process.exit(1))
  process.once('SIGTERM', async () => {
    await service.deps.jobs.stop()
    await server.close()
    service.close()
    process.exit(0)
  })
}

async function serve(data: string): Promise<Served> {
  const child = spawn(process.execPath, [...FLAGS, import.meta.filename, '--server', data], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = await messageOf(child)
  return { url, child }
}

function messageOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.once('message', (message) => resolve(String(message))))
}

function loopDelay(child: ChildProcess): Promise<string> {
  const answer = messageOf(child)
  child.send('delay')
  return answer
}

function end(child: ChildProcess): Promise<unknown> {
  child.kill('SIGTERM')
  return new Promise((resolve) => child.once('close', resolve))
}

async function upload(url: string, from: number, to: number): Promise<string> {
  const form = new FormData()
  for (let at = from; at < to; at++) {
    const { file, text } = madePlan(at)
    form.append('file', new File([text], file))
  }
  const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form })
  if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

async function stateOf(url: string, job: string): Promise<JobState> {
  return (await (await fetch(`${url}/api/v1/jobs/${job}`)).json()) as JobState
}

async function finished(url: string, job: string): Promise<JobState> {
  for (;;) {
    const state = await stateOf(url, job)
    if (state.status === 'done') return state
    await pause(1000)
  }
}

interface AnswerState {
  readonly citations: readonly { readonly file: string }[]
}

async function ask(url: string, question: string): Promise<AnswerState> {
  const response = await fetch(`${url}/api/v1/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  })
  return (await response.json()) as AnswerState
}

/** @returns the 99th percentile of how long answers took, in milliseconds */
async function askFor(milliseconds: number, url: string, isOver = () => false): Promise<number> {
  const timings: number[] = []
  const startedAt = performance.now()
  while (!isOver() && performance.now() - startedAt < milliseconds) {
    const askedAt = performance.now()
    await ask(url, QUESTION)
    timings.push(performance.now() - askedAt)
    await pause(ASK_EVERY_MS)
  }
  timings.sort((a, b) => a - b)
  return timings[Math.floor(0.99 * (timings.length - 1))] ?? 0
}

async function firstCitation(url: string): Promise<number> {
  const { text, file, year } = madePlan(1_000_003)
  const form = new FormData()
  form.append('file', new File([`${text}\n新建星火驿站43座。\n`], file))
  const startedAt = performance.now()
  await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form })
  for (;;) {
    const { citations } = await ask(url, `${year}年新建星火驿站多少座？`)
    const elapsed = performance.now() - startedAt
    if (citations.some((citation) => citation.file === file)) return elapsed
    if (elapsed > 20_000) throw new Error('the uploaded plan is not cited')
    await pause(10)
  }
}

/** @returns the highest resident memory so far, in MB */
function watchMemory({ pid }: ChildProcess): () => number {
  let peak = 0
  const timer = setInterval(() => {
    try {
      const resident = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      peak = Math.max(peak, Number(resident ?? 0) / 1024)
    } catch {
      // The process is gone; what was seen last stands.
      clearInterval(timer)
    }
  }, 50)
  timer.unref()
  return () => peak
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function print(what: string, measured: string, bar: string): void {
  console.log(`${what.padEnd(52)} ${measured.padStart(24)}${bar === '' ? '' : `   bar ${bar}`}`)
}
