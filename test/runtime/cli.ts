import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '../../src/runtime/cli.ts')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Settings of the machine that runs the tests must not reach the program under test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:YAODIAN_|OPENAI_|PORT$|NODE_OPTIONS$)/u.test(name),
  )
  return Object.fromEntries(kept)
}

/** Starts the command line as its own process, under the Node that runs the tests. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = start(args, env)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    )
  })
}

/** Resolves with the first match in what the process writes to standard error; rejects when it ends before. */
export function waitFor(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const match = pattern.exec(said)
      if (match !== null) resolve(match)
    })
    child.once('close', (code) => reject(new Error(`ended with ${code} before ${pattern}: ${said}`)))
  })
}

export function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })))
}

/** The parts of an answer that do not change from run to run. */
export function lasting(json: string): unknown {
  const { id, conversation_id, trace_id, created_at, timings_ms, ...rest } = JSON.parse(json)
  return {
    ...rest,
    isNamed: [id, trace_id, created_at].every((value) => typeof value === 'string'),
    timed: typeof timings_ms,
  }
}
