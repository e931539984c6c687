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
}

/**
 * A job as server-sent events: `job.progress` at first and on each change, at the end `job.completed`, or `error`
 * when the process stops. Lets go of everything when it ends and when the client is gone.
 */
export function jobEvents(parts: JobEventParts): ReadableStream<Uint8Array> {
  const bell = createBell()
  const unwatch = parts.jobs.watch(parts.id, bell.ring)
  const texts = eventTexts(parts, bell)
  const encoder = new TextEncoder()
  let stall: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(stall)
    unwatch()
    bell.close()
  }
  // Asked for one event at a time, so that nothing piles up for a slow client.
  return new ReadableStream(
    {
      pull: async (controller) => {
        clearTimeout(stall)
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

async function* eventTexts(
  { jobs, id, lastEventId, stopped }: JobEventParts,
  bell: Bell,
): AsyncGenerator<string, void> {
  let number = lastEventId
  for (;;) {
    bell.clear()
    const job = jobs.get(id)
    if (job === undefined) return
    const startedAt = performance.now()
    const text = eventText(++number, isDone(job) ? 'job.completed' : 'job.progress', toJobJson(job))
    const cost = performance.now() - startedAt
    yield text
    if (isDone(job)) return
    if (jobs.isStopped) {
      yield eventText(++number, 'error', stopped)
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
