// Kills the first start of a new data folder with SIGKILL at many moments, starts again and checks that nothing is
// missing: npm run torture:kill -- --rounds 20 --seed 1
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const CLI = join(import.meta.dirname, '../src/runtime/cli.ts')
const QUESTION = '青岛到2024年三级医院总数要达到多少家？'
const SEEDS = 5
/** Loading takes about so long; writing one document takes far less. */
const LOADING_MS = 1500
const WRITING_MS = 60

/** When to strike: so many milliseconds after so many documents were acknowledged; none means after the start. */
export interface Moment {
  readonly documents: number
  readonly milliseconds: number
}

export interface Round {
  readonly moment: Moment
  /** Documents that the killed process had told it held. */
  readonly acknowledged: number
  /** Documents that were there, whole, before anything was read again. */
  readonly survived: number
  /** What was wrong afterwards; empty when nothing was. */
  readonly faults: readonly string[]
}

const doctorSchema = z.object({
  findings: z.array(z.object({ check: z.string(), ok: z.boolean(), detail: z.string() })),
})

/** One kill and one recovery in a data folder of its own. */
export async function killDuringFirstStart(moment: Moment, wanted: string): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-kill-'))
  try {
    const acknowledged = await startAndKill(folder, moment)
    const before = await examine(folder)
    const answer = await answerOf(folder)
    const after = await examine(folder)
    const faults = [
      ...before.faults,
      ...after.faults,
      ...(before.documents < acknowledged ? [`${acknowledged} acknowledged, ${before.documents} there`] : []),
      ...(after.documents === SEEDS ? [] : [`${after.documents} documents after the next start`]),
      ...(answer === wanted ? [] : ['another answer']),
    ]
    return { moment, acknowledged, survived: before.documents, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The answer of a library that was never disturbed, without what differs from run to run. */
export async function undisturbedAnswer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-kill-'))
  try {
    return await answerOf(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function spawnCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** @returns how many documents the process had acknowledged before it died */
function startAndKill(folder: string, moment: Moment): Promise<number> {
  const child = spawnCli(['serve', '--port', '0', '--data', folder])
  let said = ''
  const acknowledged = () => said.match(/\d+\/\d+/gu)?.length ?? 0
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    if (acknowledged() >= moment.documents)
      timer ??= setTimeout(() => child.kill('SIGKILL'), moment.milliseconds)
  }
  arm()
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    arm()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') resolve(acknowledged())
      else reject(new Error(`ended before it was killed: ${said}`))
    })
  })
}

async function answerOf(folder: string): Promise<string> {
  const { id, trace_id, created_at, timings_ms, ...rest } = JSON.parse(
    await outputOf(['ask', QUESTION, '--json', '--data', folder]),
  )
  return JSON.stringify(rest)
}

async function examine(folder: string): Promise<{ documents: number; faults: readonly string[] }> {
  const { findings } = doctorSchema.parse(JSON.parse(await outputOf(['doctor', '--json', '--data', folder])))
  const documents = findings.find(({ check }) => check === '文件')?.detail ?? ''
  return {
    documents: Number(/^\d+/u.exec(documents)?.[0] ?? 0),
    faults: findings.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`),
  }
}

function outputOf(args: readonly string[]): Promise<string> {
  const child = spawnCli(args)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`${args[0]} ended with ${code}: ${stderr}`)),
    )
  })
}

/** Numbers from 0 to 1 that repeat for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  })
  const random = createRandom(Number(values.seed))
  const wanted = await undisturbedAnswer()
  let broken = 0
  for (let round = 1; round <= Number(values.rounds); round++) {
    const documents = Math.floor(random() * (SEEDS + 1))
    const milliseconds = Math.floor(random() * (documents === 0 ? LOADING_MS : WRITING_MS))
    const { acknowledged, survived, faults } = await killDuringFirstStart({ documents, milliseconds }, wanted)
    console.log(
      `${round}: killed ${milliseconds} ms after document ${documents}, ${acknowledged} acknowledged, ` +
        `${survived} survived: ${faults.join('; ') || 'whole'}`,
    )
    if (faults.length > 0) broken++
  }
  console.log(`${values.rounds} kills (seed ${values.seed}): ${broken} broken`)
  process.exitCode = broken === 0 ? 0 : 1
}

if (process.argv[1] === import.meta.filename) await main()
