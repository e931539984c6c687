import { randomUUID } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createEvalRuns } from '../../adapter/eval-process/index.ts'
import { provideFolder } from '../../adapter/sqlite/folder.ts'
import { InvalidRequestError, StorageError } from '../../error.ts'
import { type EvalRuns, EXPORT_FORMATS, type RunHead, type RunWish } from '../../evaluation/index.ts'
import { createEvalProgress } from './eval-progress.ts'
import { failureLines, summaryOf } from './eval-summary.ts'
import { configFrom, type ExitCode, note, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

const REPORT_FILE = { html: 'report.html', json: 'run.json', junit: 'junit.xml' } as const

const OPTIONS = {
  suite: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  failures: { type: 'boolean' },
  model: { type: 'boolean' },
  report: { type: 'string' },
  baseline: { type: 'string' },
  dataset: { type: 'string' },
  corpus: { type: 'string' },
  gate: { type: 'string' },
  data: { type: 'string' },
} as const

/** Evaluates this program: 0 above the gate, 1 below it or when the run fails, 2 for wrong usage. */
export async function evaluate(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length > 0)
    throw new UsageError(`不认识“${positionals.join(' ')}”。选评测组用 --suite 名称。`)
  const { dataFolder, chat } = configFrom(values)
  for (const folder of [dataFolder, values.report]) if (folder !== undefined) provideFolder(folder)
  const runs = createEvalRuns({ dataFolder, chat, now: () => new Date(), newId: randomUUID })
  const head = await begin(wishFrom(values), runs)
  const ended = await followed(head, runs)
  const { record } = ended
  if (ended.status !== 'done' || record === null)
    throw new StorageError(ended.fault ?? '评测被中断，再次运行会接着做。')
  if (values.report !== undefined) writeReport(values.report, ended.id, runs)
  if (values.json) process.stdout.write(runs.exported(ended.id, 'json') ?? '')
  else
    process.stdout.write(summaryOf(record) + (values.failures ? failureLines(runs.failures(ended.id)) : ''))
  note(`记录在 ${join(resolve(dataFolder), 'evals/runs', ended.id)}，报告是其中的 report.html`)
  return record.verdict?.kind === 'failed' ? 1 : 0
}

interface Given {
  readonly suite?: readonly string[]
  readonly model?: boolean
  readonly baseline?: string
  readonly dataset?: string
  readonly corpus?: string
  readonly gate?: string
}

/** @throws UsageError for files that are not there */
function wishFrom({ suite, model, baseline, dataset, corpus, gate }: Given): RunWish {
  if ((dataset === undefined) !== (corpus === undefined))
    throw new UsageError('--dataset 和 --corpus 要一起用：题目文件，和它所问的文件夹。')
  if (dataset !== undefined && !statSync(dataset, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`没有这个数据集：${dataset}`)
  if (corpus !== undefined && !statSync(corpus, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`没有这个文件夹：${corpus}`)
  if (gate !== undefined && (dataset === undefined || !statSync(gate, { throwIfNoEntry: false })?.isFile()))
    throw new UsageError(
      '--gate 是自备题目的门槛文件，和 --dataset 一起用。写法见 evals/datasets/README.md。',
    )
  return {
    ...(suite === undefined ? {} : { suites: suite }),
    ...(model === true ? { withModel: true } : {}),
    ...(baseline === undefined ? {} : { baseline }),
    ...(dataset === undefined || corpus === undefined
      ? {}
      : {
          own: {
            dataset: resolve(dataset),
            corpus: resolve(corpus),
            ...(gate === undefined ? {} : { gate: resolve(gate) }),
          },
        }),
  }
}

async function begin(wish: RunWish, runs: EvalRuns): Promise<RunHead> {
  try {
    return await runs.start(wish)
  } catch (fault) {
    if (!(fault instanceof InvalidRequestError)) throw fault
    throw new UsageError(fault.message, { cause: fault })
  }
}

/** The run when it has ended; a signal ends it, and what was asked by then is kept. */
async function followed({ id }: RunHead, runs: EvalRuns): Promise<RunHead> {
  const progress = createEvalProgress({
    isTerminal: process.stderr.isTTY,
    write: (text) => process.stderr.write(text),
    clock: () => performance.now(),
  })
  const stop = () => void runs.stop()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const { promise, resolve: end } = Promise.withResolvers<RunHead>()
  const look = () => {
    const head = runs.get(id)
    if (head === undefined) return
    if (head.progress !== null) progress.show(head.progress)
    if (head.status !== 'running') end(head)
  }
  const unwatch = runs.watch(id, look)
  look()
  const ended = await promise
  unwatch()
  progress.end()
  return ended
}

function writeReport(folder: string, id: string, runs: EvalRuns): void {
  for (const format of EXPORT_FORMATS) {
    const content = runs.exported(id, format)
    if (content !== undefined) writeFileSync(join(folder, REPORT_FILE[format]), content)
  }
}
