import type { RunEvent, RunHead, RunProgress } from '../../evaluation/index.ts'
import type { RunFolders } from './run-folder.ts'

/** Before the process has said how much there is to do. */
export const UNKNOWN_PROGRESS: RunProgress = { done: 0, total: null, stage: 'cases' }

/** @param progress null unless the run is under way */
export function headOf(id: string, folders: RunFolders, progress: RunProgress | null): RunHead {
  const record = folders.record(id) ?? null
  const fault = folders.fault(id) ?? null
  const isDone = (record?.finished_at ?? null) !== null
  const ended = isDone ? 'done' : fault === null ? 'interrupted' : 'failed'
  return {
    id,
    status: progress === null ? ended : 'running',
    createdAt: record?.created_at ?? instantOf(id),
    progress,
    fault,
    // What is there while it runs may be left from the process before.
    record: progress === null ? record : null,
  }
}

export function nextProgress(before: RunProgress, event: RunEvent): RunProgress {
  if (event.kind === 'planned') return { done: event.done, total: event.total, stage: 'cases' }
  if (event.kind === 'case') return { ...before, done: event.done }
  return event.kind === 'stage' ? { ...before, stage: event.stage } : before
}

/** The name of a new run: its instant, so that names sort, and something of its own. */
export function runIdOf(now: Date, unique: string): string {
  const instant = now.toISOString().replace(/[-:]|\.\d+/gu, '')
  return `${instant}-${unique.replace(/[^0-9a-f]/gu, '').slice(0, 4)}`
}

function instantOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/u, '$1-$2-$3T$4:$5:$6.000Z')
}
