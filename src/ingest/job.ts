import type { Step } from './file-progress.ts'
import type { StoredJob, StoredJobFile } from './job-store.ts'
import type { Receipt } from './receipt.ts'

/** One file of a job and how far it is. */
export interface JobFile extends Pick<StoredJobFile, 'file' | 'replaces'> {
  readonly step: 'waiting' | Step | 'done'
  /** One, or one for each file of an archive. */
  readonly receipts: readonly Receipt[]
}

/** Files handed in together, as they are now. */
export interface Job {
  readonly id: string
  readonly createdAt: string
  readonly files: readonly JobFile[]
}

export function isDone({ files }: Job): boolean {
  return files.every(({ step }) => step === 'done')
}

/** A job as it is when nobody works at it. */
export function jobOf({ id, createdAt, files }: StoredJob): Job {
  return {
    id,
    createdAt,
    files: files.map(({ file, replaces, isDone, receipts }) => ({
      file,
      replaces,
      step: isDone ? 'done' : 'waiting',
      receipts,
    })),
  }
}
