import type { DocumentId } from '../corpus/index.ts'
import { AppError } from '../error.ts'
import type { Step } from './file-progress.ts'
import { isDone, type Job, type JobFile, jobOf } from './job.ts'
import type { JobStore, JobSummary, StoredJob, UploadedFile } from './job-store.ts'
import { failedReceipt, type Receipt, refusal } from './receipt.ts'
import type { ReceiptStore } from './receipt-store.ts'
import { type Intake, receive } from './receive.ts'

export interface JobParts {
  readonly intake: Intake
  readonly store: JobStore
  readonly receipts: ReceiptStore
  readonly newId: () => string
  /** Told when a job that changed the library is over. */
  readonly onChanged: () => void
  /** Files read at the same time. */
  readonly width: number
}

/** Uploads in work and done. What was accepted is read, even if the process dies in between. */
export interface Jobs {
  /** Stores the files and begins to read them. */
  start(files: readonly UploadedFile[]): Job
  get(id: string): Job | undefined
  recent(limit: number): readonly JobSummary[]
  /** Takes up what an earlier process left undone. */
  resume(): void
  /**
   * Calls on every change of a job that is in work, and when this process stops working at it.
   * @returns what ends the calls
   */
  watch(id: string, listener: () => void): () => void
  /** Whether no more work is done here; what is left is for the next process. */
  readonly isStopped: boolean
  /** Takes up no further file, and waits a while for those in work. */
  stop(): Promise<void>
}

/** A file that was being read at this many ends of the process is to blame for them. */
const MOST_STARTS = 3
const LONGEST_STOP_MS = 3000

export function createJobs(parts: JobParts): Jobs {
  return new JobQueue(parts)
}

interface Waiting {
  readonly id: string
  readonly ordinal: number
  /** It was being read when the process died: it is read alone, so that no other file is blamed. */
  readonly isSuspect: boolean
}

interface Work {
  readonly id: string
  readonly ordinal: number
  readonly file: string
  readonly replaces: DocumentId | undefined
  /** Files of an archive that are done. */
  readonly skip: number
}

class JobQueue implements Jobs {
  isStopped = false
  readonly #parts: JobParts
  /** Jobs with a file that is not done. */
  readonly #live = new Map<string, Job>()
  readonly #listeners = new Map<string, Set<() => void>>()
  #waiting: Waiting[] = []
  readonly #running = new Map<Waiting, Promise<void>>()
  /** Jobs whose end the store refused. */
  readonly #unstored = new Set<string>()

  constructor(parts: JobParts) {
    this.#parts = parts
  }

  start(files: readonly UploadedFile[]): Job {
    const { store, intake, newId } = this.#parts
    const id = newId()
    store.create(id, intake.now().toISOString(), files)
    const stored = store.get(id)
    if (stored === undefined) throw new Error(`job ${id} was not stored`)
    return this.#enqueue(stored)
  }

  get(id: string): Job | undefined {
    const live = this.#live.get(id)
    if (live !== undefined) return live
    const stored = this.#parts.store.get(id)
    return stored === undefined ? undefined : jobOf(stored)
  }

  recent(limit: number): readonly JobSummary[] {
    return this.#parts.store.recent(limit)
  }

  resume(): void {
    for (const job of this.#parts.store.unfinished()) if (!this.#live.has(job.id)) this.#enqueue(job)
  }

  watch(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id)
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.#waiting = []
    for (const id of this.#listeners.keys()) this.#tell(id)
    const { promise: tooLate, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, LONGEST_STOP_MS)
    await Promise.race([Promise.all(this.#running.values()), tooLate])
    clearTimeout(timer)
    for (const { id, ordinal } of this.#running.keys()) this.#parts.store.giveBack(id, ordinal)
  }

  #enqueue(stored: StoredJob): Job {
    const job = jobOf(stored)
    this.#live.set(stored.id, job)
    for (const [ordinal, { isDone, starts }] of stored.files.entries())
      if (!isDone) this.#waiting.push({ id: stored.id, ordinal, isSuspect: starts > 0 })
    this.#pump()
    return job
  }

  #pump(): void {
    for (;;) {
      const [next] = this.#waiting
      const isAlone = [...this.#running.keys()].some(({ isSuspect }) => isSuspect)
      if (next === undefined || isAlone || this.#running.size >= this.#parts.width) return
      if (next.isSuspect && this.#running.size > 0) return
      this.#waiting.shift()
      // What goes wrong here must not hold up the files behind it.
      const work = this.#work(next)
        .catch((fault: unknown) => console.error(`upload job ${next.id}:`, fault))
        .then(() => {
          this.#running.delete(next)
          if (!this.isStopped) this.#pump()
        })
      this.#running.set(next, work)
    }
  }

  async #work({ id, ordinal }: Waiting): Promise<void> {
    const { file = '', replaces, receipts = [] } = this.#live.get(id)?.files[ordinal] ?? {}
    const show = (receipt: Receipt) => {
      const { receipts: before = [] } = this.#live.get(id)?.files[ordinal] ?? {}
      this.#update(id, ordinal, { receipts: [...before, receipt] })
    }
    try {
      await this.#read({ id, ordinal, file, replaces, skip: receipts.length }, show)
    } catch (fault) {
      // It could not be stored that the file is done: for now it is shown, and the next process tries again.
      this.#unstored.add(id)
      show(this.#refusal(file, null, fault))
      throw fault
    } finally {
      this.#update(id, ordinal, { step: 'done' })
      this.#closeIfDone(id)
    }
  }

  /** Each receipt is stored before it is shown, and that of a plain file together with its end. */
  async #read(work: Work, show: (receipt: Receipt) => void): Promise<void> {
    const { id, ordinal, file } = work
    const { store, intake } = this.#parts
    const bytes = store.bytes(id, ordinal)
    if (bytes === undefined) return
    const starts = store.start(id, ordinal)
    const isArchive = intake.archives.accepts(file, bytes)
    for await (const receipt of this.#receipts(work, bytes, starts)) {
      const told = starts > 1 ? this.#withLostReceipt(receipt) : receipt
      store.record(id, ordinal, [told], !isArchive)
      show(told)
    }
    if (isArchive) store.record(id, ordinal, [], true)
  }

  async *#receipts(
    { id, ordinal, file, replaces, skip }: Work,
    bytes: Uint8Array,
    starts: number,
  ): AsyncIterable<Receipt> {
    const { intake } = this.#parts
    const at = intake.now()
    if (starts > MOST_STARTS) {
      yield refusal({ file, at }, bytes, 'file_interrupts', `读取时程序${MOST_STARTS}次中断，已跳过：${file}`)
      return
    }
    try {
      const onStep = (step: Step) => this.#update(id, ordinal, { step })
      yield* receive(file, bytes, intake, { skip, replaces, onStep })
    } catch (fault) {
      console.error(`upload of ${file} failed:`, fault)
      yield this.#refusal(file, bytes, fault)
    }
  }

  #refusal(file: string, bytes: Uint8Array | null, fault: unknown): Receipt {
    const at = this.#parts.intake.now()
    if (fault instanceof AppError) return failedReceipt(fault, { file, at }, bytes)
    return refusal({ file, at }, bytes, 'internal', `程序出错，没有入库：${file}`)
  }

  /** The process may have died between storing the document and storing its receipt. */
  #withLostReceipt(receipt: Receipt): Receipt {
    if (receipt.kind !== 'unchanged') return receipt
    const [newest] = this.#parts.receipts.ofDocument(receipt.documentId)
    return newest === undefined || newest.kind === 'removed' ? { ...receipt, kind: 'added' } : receipt
  }

  #update(id: string, ordinal: number, change: Partial<JobFile>): void {
    const job = this.#live.get(id)
    if (job === undefined) return
    const files = job.files.map((file, at) => (at === ordinal ? { ...file, ...change } : file))
    this.#live.set(id, { ...job, files })
    this.#tell(id)
  }

  #closeIfDone(id: string): void {
    const job = this.#live.get(id)
    if (job === undefined || !isDone(job)) return
    if (!this.#unstored.has(id)) this.#live.delete(id)
    this.#tell(id)
    const isChanged = job.files.some(({ receipts }) => receipts.some(({ kind }) => kind === 'added'))
    if (isChanged) this.#parts.onChanged()
  }

  #tell(id: string): void {
    for (const listener of this.#listeners.get(id) ?? []) listener()
  }
}
