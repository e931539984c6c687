import { isDone, type Jobs } from '../ingest/index.ts'
import { type Bell, createBell } from './bell.ts'
import { toJobJson } from './job-json.ts'
import type { ProblemJson } from './schema.ts'

const HEARTBEAT_MS = 15_000
/** Between two events; a job of many files changes far more often than anyone looks. */
const LEAST_PAUSE_MS = 100
/** A long job takes long to write down; nine tenths of the time belong to other work. */
const PAUSE_PER_COST = 9
/** A client that takes nothing for so long is given up. */
const LONGEST_STALL_MS = 60_000

export interface JobEventParts {
  readonly jobs: Jobs
  readonly id: string
  /** Id of the last event the client saw before, 0 for none. */
  readonly lastEventId: number
  /** Told instead of the end when the process stops before the job is done. */
  readonly stopped: ProblemJson
  /** Told instead of the end when the job cannot be looked at any more. */
  readonly broken: ProblemJson
}

/**
 * A job as server-sent events: `job.progress` at first and on each change, at the end `job.completed`, or `error`
 * when the process stops. Lets go of everything when it ends and when the client is gone.
 */
export function jobEvents(parts: JobEventParts): ReadableStream<Uint8Array> {
  const bell = createBell()
  let unwatch: (() => void) | undefined
  const texts = eventTexts(parts, bell)
  const encoder = new TextEncoder()
  let stall: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(stall)
    unwatch?.()
    bell.close()
  }
  // Asked for one event at a time, so that nothing piles up for a slow client.
  return new ReadableStream(
    {
      pull: async (controller) => {
        clearTimeout(stall)
        // Not before somebody reads: a request for the head alone never does.
        unwatch ??= parts.jobs.watch(parts.id, bell.ring)
        const { value, done } = await texts.next()
        if (bell.isClosed) return
        if (done) {
          release()
          controller.close()
          return
        }
        controller.enqueue(encoder.encode(value))
        stall = setTimeout(() => {
          release()
          controller.error(new Error('the client takes nothing'))
        }, LONGEST_STALL_MS)
      },
      cancel: release,
    },
    { highWaterMark: 0 },
  )
}

async function* eventTexts(parts: JobEventParts, bell: Bell): AsyncGenerator<string, void> {
  const count = { number: parts.lastEventId }
  try {
    yield* progressTexts(parts, bell, count)
  } catch (fault) {
    console.error(`events of job ${parts.id}:`, fault)
    yield eventText(++count.number, 'error', parts.broken)
  }
}

async function* progressTexts(
  { jobs, id, stopped }: JobEventParts,
  bell: Bell,
  count: { number: number },
): AsyncGenerator<string, void> {
  for (;;) {
    bell.clear()
    const job = jobs.get(id)
    if (job === undefined) return
    const startedAt = performance.now()
    const text = eventText(++count.number, isDone(job) ? 'job.completed' : 'job.progress', toJobJson(job))
    const cost = performance.now() - startedAt
    yield text
    if (isDone(job)) return
    if (jobs.isStopped) {
      yield eventText(++count.number, 'error', stopped)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(LEAST_PAUSE_MS, PAUSE_PER_COST * cost)))
    while (!(await bell.wait(HEARTBEAT_MS))) {
      if (bell.isClosed) return
      yield ': \n\n'
    }
  }
}

function eventText(id: number, event: string, data: unknown): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
