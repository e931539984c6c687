import { BusyError } from '../../error.ts'
import type { RunOrder, RunProgress } from '../../evaluation/index.ts'
import { type Environment, type EvalChild, startRun } from './eval-child.ts'
import type { RunFolders } from './run-folder.ts'
import { nextProgress, UNKNOWN_PROGRESS } from './run-head.ts'
import { createRunLock } from './run-lock.ts'

interface Live {
  readonly id: string
  readonly child: EvalChild
  progress: RunProgress
}

export interface RunWorkParts {
  readonly lockFile: string
  readonly folders: RunFolders
  /** What a run sees of our settings. */
  readonly environment: Environment
  readonly ring: (id: string) => void
}

/** The one run that may be under way, here or in another process. */
export function createRunWork({ lockFile, folders, environment, ring }: RunWorkParts) {
  const lock = createRunLock(lockFile)
  let live: Live | undefined
  let isStopping = false
  const begin = (order: RunOrder) => {
    const { id } = order
    folders.begin(order)
    const child = startRun(order, environment, (event) => {
      if (event.kind === 'failed') folders.fail(id, event.message)
      if (live !== undefined) live.progress = nextProgress(live.progress, event)
      ring(id)
    })
    live = { id, child, progress: UNKNOWN_PROGRESS }
    void child.ended.then((isWhole) => {
      if (!isWhole && !isStopping && folders.fault(id) === undefined) folders.fail(id, BROKEN_OFF)
      live = undefined
      lock.release()
      ring(id)
    })
  }
  return {
    /** @throws BusyError while another run is under way */
    start: (order: RunOrder): void => {
      if (!lock.take(order.id)) throw new BusyError('已有一次评测正在进行，请等它结束。')
      begin(order)
    },
    /** Null unless this run is under way. */
    progressOf: (id: string): RunProgress | null => {
      if (lock.runningId() !== id) return null
      return live?.id === id ? live.progress : UNKNOWN_PROGRESS
    },
    stop: async (): Promise<void> => {
      isStopping = true
      live?.child.kill()
      await live?.child.ended
    },
  }
}

const BROKEN_OFF = '评测程序意外中止。再次评测同样的内容会接着做，已问过的题不会重问。'
