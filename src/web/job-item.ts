import type { JobJson, ReceiptJson } from '../api/schema.ts'
import type { FollowedJob } from './hook/use-uploads.ts'

export type Step = 'waiting' | 'reading' | 'done'

/** One file of a job: how far it is, and at the end what became of it. */
export interface JobItem {
  readonly file: string
  readonly step: Step
  readonly receipt: ReceiptJson | null
}

/** What is done comes as receipts; what was sent and is not among the files done is still to come. */
export function itemsOf({ job, names }: FollowedJob): readonly JobItem[] {
  const done = job.receipts.map((receipt) => ({ file: receipt.file, step: 'done' as const, receipt }))
  const open = names.slice(job.files_done).map((file, at) => ({ file, step: stepAt(at, job), receipt: null }))
  return [...done, ...open]
}

function stepAt(at: number, { status }: JobJson): Step {
  return at === 0 && status === 'running' ? 'reading' : 'waiting'
}
