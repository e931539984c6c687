import { isDone, type Job, type JobFile, type JobSummary } from '../ingest/index.ts'
import type { JobJson, JobSummaryJson } from './job-schema.ts'
import { toReceiptJson } from './receipt-json.ts'

export function toJobJson(job: Job): JobJson {
  const items = job.files.flatMap(itemsOf)
  return {
    id: job.id,
    status: isDone(job) ? 'done' : 'running',
    created_at: job.createdAt,
    files: job.files.length,
    files_done: job.files.filter(({ step }) => step === 'done').length,
    receipts: items.flatMap(({ receipt }) => receipt ?? []),
    items,
  }
}

/** An archive that is being unpacked stands behind the files that came out of it so far. */
function itemsOf({ file, step, receipts }: JobFile): JobJson['items'] {
  const done = receipts.map((receipt) => ({
    file: receipt.file,
    step: 'done' as const,
    receipt: toReceiptJson(receipt),
  }))
  return step === 'done' && done.length > 0 ? done : [...done, { file, step, receipt: null }]
}

export function toJobSummaryJson(summary: JobSummary): JobSummaryJson {
  const { id, createdAt, files, filesDone, added, unchanged, failed } = summary
  const status = filesDone === files ? 'done' : 'running'
  return { id, status, created_at: createdAt, files, files_done: filesDone, added, unchanged, failed }
}
