import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StorageError } from '../../error.ts'
import { type RunEvent, type RunOrder, runEventSchema } from '../../evaluation/index.ts'

const ENTRY = fileURLToPath(new URL('../../../evals/run.ts', import.meta.url))

/** What the process can be told to do, in its one argument. */
export type Task =
  | { readonly kind: 'run'; readonly order: RunOrder }
  | { readonly kind: 'suites' }
  | { readonly kind: 'compare'; readonly base: string; readonly now: string }

/** Environment of the process. */
export type Environment = Readonly<Record<string, string>>

export interface EvalChild {
  readonly pid: number
  /** Told of every event; never fails. True when the process did what it was told. */
  readonly ended: Promise<boolean>
  kill(): void
}

/** Starts a run under the Node that runs us. */
export function startRun(
  order: RunOrder,
  environment: Environment,
  onEvent: (event: RunEvent) => void,
): EvalChild {
  const child = start({ kind: 'run', order }, environment)
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  lines.on('line', (line) => onEvent(runEventSchema.parse(JSON.parse(line))))
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0))
  })
  return { pid: child.pid ?? 0, ended, kill: () => void child.kill() }
}

/**
 * The one answer of a short task.
 * @throws StorageError when the process does not give one
 */
export async function askChild(task: Task): Promise<unknown> {
  const child = start(task)
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve)
  })
  if (code !== 0) throw new StorageError('评测程序没有给出结果。', { details: { code, task: task.kind } })
  return JSON.parse(text)
}

/** It works at a lower priority than whoever is being served, and sees of our settings what it is given. */
function start(task: Task, environment: Environment = {}): ChildProcess {
  const child = spawn(process.execPath, [ENTRY, JSON.stringify(task)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return child
}
