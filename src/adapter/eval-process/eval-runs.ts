import { join, resolve } from 'node:path'
import { z } from 'zod'
import { BusyError, NotFoundError } from '../../error.ts'
import {
  comparisonSchema,
  type EvalRuns,
  type RunHead,
  type RunOrder,
  type RunProgress,
  type SuiteHead,
  suiteHeadSchema,
} from '../../evaluation/index.ts'
import { createComplaintFile } from './complaint-file.ts'
import { askChild, type EvalChild, startRun } from './eval-child.ts'
import { orderOf } from './order.ts'
import { createRunFolders, type RunFolders } from './run-folder.ts'
import { createRunLock } from './run-lock.ts'

export interface EvalRunParts {
  readonly dataFolder: string
  readonly now: () => Date
  readonly newId: () => string
}

interface Live {
  readonly id: string
  readonly child: EvalChild
  progress: RunProgress
}

/** Runs in a process of their own, below `evals/` in the data folder. */
export function createEvalRuns({ dataFolder, now, newId }: EvalRunParts): EvalRuns {
  const root = resolve(dataFolder, 'evals')
  const folders = createRunFolders(join(root, 'runs'))
  const lock = createRunLock(join(root, 'lock'))
  const complaints = createComplaintFile(join(root, 'complaints.jsonl'))
  const listeners = new Map<string, Set<() => void>>()
  let live: Live | undefined
  const ring = (id: string) => {
    for (const listener of [...(listeners.get(id) ?? [])]) listener()
  }
  let builtIn: readonly SuiteHead[] | undefined
  const suites = async (): Promise<readonly SuiteHead[]> => {
    builtIn ??= z.array(suiteHeadSchema).parse(await askChild({ kind: 'suites' }))
    const cases = complaints.all().length
    return cases === 0 ? builtIn : [...builtIn, { ...COMPLAINTS, cases }]
  }
  const headOf = (id: string): RunHead => {
    const record = folders.record(id) ?? null
    const isRunning = lock.runningId() === id
    const fault = folders.fault(id) ?? null
    const isDone = (record?.finished_at ?? null) !== null
    return {
      id,
      status: isRunning ? 'running' : isDone ? 'done' : fault === null ? 'interrupted' : 'failed',
      createdAt: record?.created_at ?? instantOf(id),
      progress: isRunning ? (live?.id === id ? live.progress : UNKNOWN) : null,
      fault,
      record: isDone || !isRunning ? record : null,
    }
  }
  const begin = (order: RunOrder): RunHead => {
    folders.begin(order)
    const { id } = order
    const child = startRun(order, (event) => {
      if (event.kind === 'failed') folders.fail(id, event.message)
      if (live !== undefined) live.progress = nextProgress(live.progress, event)
      ring(id)
    })
    live = { id, child, progress: UNKNOWN }
    void child.ended.then((isWhole) => {
      if (!isWhole && !isStopping && folders.fault(id) === undefined)
        folders.fail(id, '评测程序意外中止，可以再次运行，已问过的题不会重问。')
      live = undefined
      lock.release()
      ring(id)
    })
    return headOf(id)
  }
  let isStopping = false
  return {
    suites,
    start: async (wish) => {
      const known = wish.own === undefined ? await suites() : []
      const order = orderOf(wish, {
        folders,
        known,
        dataFolder: resolve(dataFolder),
        id: idOf(now(), newId()),
      })
      if (!lock.take(order.id)) throw new BusyError('已有一次评测正在进行，请等它结束。')
      return begin(order)
    },
    list: () => folders.ids().slice(0, MOST_LISTED).map(headOf),
    get: (id) => (folders.has(id) ? headOf(id) : undefined),
    failures: (id) => folders.failures(id),
    exported: (id, format) => (headOf(id).status === 'done' ? folders.exported(id, format) : undefined),
    compare: async (baseId, id) => {
      const [base, current] = [baseId, id].map((one) => finishedFile(one, folders))
      return comparisonSchema.parse(await askChild({ kind: 'compare', base: base ?? '', now: current ?? '' }))
    },
    watch: (id, listener) => {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own)
      own.add(listener)
      return () => void own.delete(listener)
    },
    complaints: complaints.all,
    keepComplaint: complaints.keep,
    removeComplaint: complaints.remove,
    stop: async () => {
      isStopping = true
      live?.child.kill()
      await live?.child.ended
    },
  }
}

const COMPLAINTS = {
  name: 'complaints',
  label: '读者意见',
  about: '读者在页面上指出的问题，用当时的原件重问',
}

/** As many as anyone looks back on; older ones stay on the disk. */
const MOST_LISTED = 50

const UNKNOWN: RunProgress = { done: 0, total: null, stage: 'cases' }

function nextProgress(
  before: RunProgress,
  event: Parameters<Parameters<typeof startRun>[1]>[0],
): RunProgress {
  if (event.kind === 'planned') return { done: event.done, total: event.total, stage: 'cases' }
  if (event.kind === 'case') return { ...before, done: event.done }
  return event.kind === 'stage' ? { ...before, stage: event.stage } : before
}

/** @throws NotFoundError */
function finishedFile(id: string, folders: RunFolders): string {
  if ((folders.record(id)?.finished_at ?? null) === null)
    throw new NotFoundError('没有这次评测，或者它没有做完。')
  return join(folders.folder(id), 'run.json')
}

function idOf(now: Date, unique: string): string {
  const instant = now.toISOString().replace(/[-:]|\.\d+/gu, '')
  return `${instant}-${unique.replace(/[^0-9a-f]/gu, '').slice(0, 4)}`
}

function instantOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/u, '$1-$2-$3T$4:$5:$6.000Z')
}
