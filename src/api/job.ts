import { type ArchiveReader, type Library, type Receipt, receive } from '../ingest/index.ts'
import { toReceiptJson } from './receipt-json.ts'
import type { JobJson } from './schema.ts'

export interface UploadedFile {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface JobParts {
  readonly library: Library
  readonly archives: ArchiveReader
  readonly newId: () => string
  /** Told when a job that changed the library is over. */
  readonly onChanged: () => void
}

/** Uploads in work and done. Files are read one after another, whatever the number of jobs. */
export interface Jobs {
  start(files: readonly UploadedFile[]): JobJson
  get(id: string): JobJson | undefined
}

const MOST_KEPT = 200

export function createJobs(parts: JobParts): Jobs {
  const jobs = new Map<string, JobJson>()
  let queue: Promise<void> = Promise.resolve()
  const update = (id: string, change: (job: JobJson) => JobJson) => {
    const job = jobs.get(id)
    if (job !== undefined) jobs.set(id, change(job))
  }
  const work = async (id: string, files: readonly UploadedFile[]) => {
    const receipts: Receipt[] = []
    for (const { file, bytes } of files) {
      for await (const receipt of receiptsOf(file, bytes, parts)) {
        receipts.push(receipt)
        update(id, (job) => ({ ...job, receipts: receipts.map(toReceiptJson) }))
      }
      update(id, (job) => ({ ...job, files_done: job.files_done + 1 }))
    }
    update(id, (job) => ({ ...job, status: 'done' }))
    if (receipts.some(({ kind }) => kind === 'added')) parts.onChanged()
  }
  return {
    get: (id) => jobs.get(id),
    start: (files) => {
      const job: JobJson = {
        id: parts.newId(),
        status: 'running',
        files: files.length,
        files_done: 0,
        receipts: [],
      }
      jobs.set(job.id, job)
      const [oldest] = jobs.keys()
      if (jobs.size > MOST_KEPT && oldest !== undefined) jobs.delete(oldest)
      // The documents are stored by then; what fails here must not hold up the jobs behind it.
      queue = queue
        .then(() => work(job.id, files))
        .catch((fault: unknown) => console.error(`after upload job ${job.id}:`, fault))
      return job
    },
  }
}

/** A fault that is none of ours must not stop the files behind it; it is logged and told as what it is. */
async function* receiptsOf(
  file: string,
  bytes: Uint8Array,
  { library, archives }: JobParts,
): AsyncIterable<Receipt> {
  try {
    yield* receive(file, bytes, library, archives)
  } catch (fault) {
    console.error(`upload of ${file} failed:`, fault)
    yield { kind: 'failed', file, code: 'internal', reason: `程序出错，没有入库：${file}` }
  }
}
