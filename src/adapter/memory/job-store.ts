import { NotFoundError } from '../../error.ts'
import type {
  JobStore,
  JobSummary,
  Receipt,
  ReceiptStore,
  StoredJob,
  UploadedFile,
} from '../../ingest/index.ts'

interface HeldFile extends Pick<UploadedFile, 'file' | 'replaces'> {
  starts: number
  bytes: Uint8Array | undefined
  readonly receipts: Receipt[]
}

interface HeldJob {
  readonly id: string
  readonly createdAt: string
  readonly files: readonly HeldFile[]
}

/** Jobs for as long as the process lives. */
export function createMemoryJobStore(receipts: ReceiptStore): JobStore {
  const held = new Map<string, HeldJob>()
  const fileOf = (id: string, ordinal: number) => {
    const file = held.get(id)?.files[ordinal]
    if (file === undefined) throw new NotFoundError(`没有任务 ${id} 的第 ${ordinal} 个文件。`)
    return file
  }
  return {
    create: (id, createdAt, files) => {
      const copies = files.map((file) => ({ ...file, starts: 0, bytes: file.bytes.slice(), receipts: [] }))
      held.set(id, { id, createdAt, files: copies })
    },
    get: (id) => {
      const job = held.get(id)
      return job === undefined ? undefined : toStored(job)
    },
    recent: (limit) => [...held.values()].reverse().slice(0, limit).map(summaryOf),
    unfinished: () =>
      [...held.values()].filter(({ files }) => files.some(({ bytes }) => bytes !== undefined)).map(toStored),
    bytes: (id, ordinal) => held.get(id)?.files[ordinal]?.bytes?.slice(),
    start: (id, ordinal) => ++fileOf(id, ordinal).starts,
    giveBack: (id, ordinal) => void fileOf(id, ordinal).starts--,
    record: (id, ordinal, added, isDone) => {
      const file = fileOf(id, ordinal)
      file.receipts.push(...added)
      for (const receipt of added) receipts.add(receipt)
      file.starts = 1
      if (isDone) file.bytes = undefined
    },
  }
}

function toStored({ id, createdAt, files }: HeldJob): StoredJob {
  const stored = files.map(({ file, replaces, starts, bytes, receipts }) => ({
    file,
    replaces,
    starts,
    isDone: bytes === undefined,
    receipts: [...receipts],
  }))
  return { id, createdAt, files: stored }
}

function summaryOf({ id, createdAt, files }: HeldJob): JobSummary {
  const receipts = files.flatMap((file) => file.receipts)
  const count = (wanted: Receipt['kind']) => receipts.filter(({ kind }) => kind === wanted).length
  return {
    id,
    createdAt,
    files: files.length,
    filesDone: files.filter(({ bytes }) => bytes === undefined).length,
    added: count('added'),
    unchanged: count('unchanged'),
    failed: count('failed'),
  }
}
