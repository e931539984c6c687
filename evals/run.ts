// The process of one evaluation: told in one argument what to do, it tells what it does a line of JSON at a time.
import { z } from 'zod'
import { type RunEvent, runOrderSchema } from '../src/evaluation/index.ts'
import { carryOut } from './run/carry-out.ts'
import { compareRuns } from './run/compare.ts'
import { OrderFault } from './run/order-fault.ts'
import { suiteHeads } from './run/sources.ts'
import { readWholeRun } from './run/stored-run.ts'

const taskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), order: runOrderSchema }),
  z.object({ kind: z.literal('suites') }),
  z.object({ kind: z.literal('compare'), base: z.string(), now: z.string() }),
])

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

async function work(task: z.infer<typeof taskSchema>): Promise<void> {
  if (task.kind === 'suites') return say(suiteHeads())
  if (task.kind === 'compare') return say(compareRuns(readWholeRun(task.base), readWholeRun(task.now)))
  await carryOut(task.order, (event: RunEvent) => say(event))
  say({ kind: 'finished' } satisfies RunEvent)
}

// Nobody is left to report to; the cases that are stored can be taken up.
process.stdout.on('error', () => process.exit(1))

try {
  await work(taskSchema.parse(JSON.parse(process.argv[2] ?? '')))
} catch (fault) {
  if (!(fault instanceof OrderFault)) throw fault
  say({ kind: 'failed', message: fault.message } satisfies RunEvent)
  process.exitCode = 2
}
