import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readCase, type StoredCase } from './case-file.ts'
import { modelSettings } from './model-settings.ts'
import { OrderFault } from './order-fault.ts'
import { type SuiteTask, toldSchema } from './worker-message.ts'

const ENTRY = fileURLToPath(new URL('./worker.ts', import.meta.url))
const WORKERS = 2

/**
 * Has all tasks carried out, two at a time and the longest first.
 * @throws Error when a worker ends before its work does
 */
export async function askAll(tasks: readonly SuiteTask[], onCase: (one: StoredCase) => void): Promise<void> {
  const queue = tasks.toSorted((a, b) => b.cases.length - a.cases.length)
  const workers = Array.from({ length: Math.min(WORKERS, queue.length) }, () => startWorker(queue[0]?.order))
  try {
    await Promise.all(workers.map((worker) => workOff(worker, queue, onCase)))
  } finally {
    for (const worker of workers) worker.kill()
  }
}

/** Of our environment only the model that was ordered reaches the product under test. */
function startWorker(order: SuiteTask['order'] | undefined): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env
  return fork(ENTRY, [], {
    execArgv: ['--max-semi-space-size=16'],
    env: { PATH, HOME, TMPDIR, ...(order === undefined ? {} : modelSettings(order)) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function workOff(
  worker: ChildProcess,
  queue: SuiteTask[],
  onCase: (one: StoredCase) => void,
): Promise<void> {
  for (let task = queue.shift(); task !== undefined; task = queue.shift())
    await carryOut(worker, task, onCase)
}

function carryOut(worker: ChildProcess, task: SuiteTask, onCase: (one: StoredCase) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const hear = (message: unknown) => {
    const told = toldSchema.parse(message)
    if (told.kind === 'case') onCase(readCase(told.stored))
    else if (told.kind === 'unreadable') reject(new OrderFault(`文件夹里有读不了的文件：${told.message}`))
    else resolve()
  }
  const die = (code: number | null) => reject(new Error(`asking suite ${task.suite} ended early (${code})`))
  worker.on('message', hear).once('close', die).once('error', reject)
  worker.send(task)
  return promise.finally(() => worker.off('message', hear).off('close', die).off('error', reject))
}
