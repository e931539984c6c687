import { Worker } from 'node:worker_threads'
import type { Jurisdiction } from '../corpus/index.ts'
import { GarbledTextError, UnreadableFileError } from '../error.ts'
import { checkSize, type DecodedText, type PlanReader, type ReadPlan } from '../ingest/index.ts'
import { decodeInChild, isPlainText } from './readers.ts'

const ENTRY = new URL('./reading-thread.ts', import.meta.url)
const HEAP_MEGABYTES = 512
/** A small one costs a little time; a large one holds rubbish that is seldom cleared. */
const YOUNG_MEGABYTES = 8
/** With the storing, whoever waits for a refusal has it within half a minute. */
const LONGEST_READING_MS = 25_000

export interface ReadingTask {
  readonly file: string
  readonly bytes: Uint8Array
  /** Left out for plain text, which the thread decodes itself. */
  readonly decoded?: DecodedText
}

export type ReadingReply =
  | { readonly kind: 'read'; readonly plan: ReadPlan }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string }
  | { readonly kind: 'broken'; readonly stack: string }

export interface ReadingThreads {
  readonly read: PlanReader
  /** Starts a thread before the first file comes. */
  warmUp(): void
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>
}

/**
 * Reads plans in threads of their own, so that whoever asks a question meanwhile need not wait. A file that takes too
 * long or too much memory ends its thread and nothing else. Formats other than plain text are decoded in processes
 * first.
 */
export function createReadingThreads(divisions: readonly Jurisdiction[], count: number): ReadingThreads {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  const open = () => {
    const thread = new Worker(ENTRY, {
      workerData: divisions,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    thread.unref()
    thread.once('error', () => all.delete(thread))
    all.add(thread)
    return thread
  }
  const take = async (): Promise<Worker> => {
    while (idle.length === 0 && all.size >= count) await new Promise<void>((resolve) => waiting.push(resolve))
    return idle.pop() ?? open()
  }
  const giveBack = (thread: Worker) => {
    if (all.has(thread)) idle.push(thread)
    waiting.shift()?.()
  }
  const run = async (task: ReadingTask): Promise<ReadPlan> => {
    const thread = await take()
    try {
      return await planOf(thread, task)
    } catch (fault) {
      if (isLost(fault)) {
        all.delete(thread)
        void thread.terminate()
      }
      throw fault
    } finally {
      giveBack(thread)
    }
  }
  return {
    read: async (file, bytes) => {
      checkSize(file, bytes)
      if (isPlainText(file, bytes)) return run({ file, bytes })
      return run({ file, bytes, decoded: await decodeInChild(file, bytes) })
    },
    warmUp: () => {
      if (all.size === 0) idle.push(open())
    },
    close: async () => {
      await Promise.all([...all].map((thread) => thread.terminate()))
    },
  }
}

/** Whether the thread is gone, or lost in its work. */
function isLost(fault: unknown): boolean {
  return fault instanceof UnreadableFileError && fault.details.isThreadLost === true
}

async function planOf(thread: Worker, task: ReadingTask): Promise<ReadPlan> {
  const reply = await replyOf(thread, task)
  if (reply.kind === 'read') return reply.plan
  if (reply.kind === 'refused') {
    const Refusal = reply.code === 'text_garbled' ? GarbledTextError : UnreadableFileError
    throw new Refusal(reply.reason, { details: { file: task.file } })
  }
  throw new Error(`reading ${task.file} failed: ${reply.stack}`)
}

function replyOf(thread: Worker, task: ReadingTask): Promise<ReadingReply> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingReply>()
  const lost = (reason: string, cause?: unknown) =>
    reject(
      new UnreadableFileError(`${reason}：${task.file}`, {
        cause,
        details: { file: task.file, isThreadLost: true },
      }),
    )
  const onError = (fault: NodeJS.ErrnoException) =>
    lost(
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? '读取时占用内存过多，已中止' : '读取时出错，已中止',
      fault,
    )
  const onExit = () => lost('读取被中止')
  const deadline = setTimeout(
    () => lost(`读取超过 ${LONGEST_READING_MS / 1000} 秒，已中止`),
    LONGEST_READING_MS,
  )
  thread.once('message', resolve).once('error', onError).once('exit', onExit)
  // Only a thread at work keeps the process alive.
  thread.ref()
  thread.postMessage(task)
  return promise.finally(() => {
    clearTimeout(deadline)
    thread.off('message', resolve).off('error', onError).off('exit', onExit)
    thread.unref()
  })
}
