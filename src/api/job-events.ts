import { isDone, type Jobs } from '../ingest/index.ts'
import type { Bell } from './bell.ts'
import { eventStream, eventText, heartbeats } from './event-stream.ts'
import { toJobJson } from './job-json.ts'
import type { ProblemJson } from './schema.ts'

/** Between two events; a job of many files changes far more often than anyone looks. */
const LEAST_PAUSE_MS = 100
/** A long job takes long to write down; nine tenths of the time belong to other work. */
const PAUSE_PER_COST = 9

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
 * when the process stops.
 */
export function jobEvents(parts: JobEventParts): ReadableStream<Uint8Array> {
  return eventStream({
    watch: (ring) => parts.jobs.watch(parts.id, ring),
    texts: (bell) => eventTexts(parts, bell),
  })
}

async function* eventTexts(parts: JobEventParts, bell: Bell): AsyncGenerator<string, void> {
  const count = { number: parts.lastEventId }
  try {
    yield* progressTexts(parts, bell, count)
  } catch (fault) {
    console.error(`events of job ${parts.id}:`, fault)
    yield eventText(++count.number, 'error', JSON.stringify(parts.broken))
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
    const json = JSON.stringify(toJobJson(job))
    const text = eventText(++count.number, isDone(job) ? 'job.completed' : 'job.progress', json)
    const cost = performance.now() - startedAt
    yield text
    if (isDone(job)) return
    if (jobs.isStopped) {
      yield eventText(++count.number, 'error', JSON.stringify(stopped))
      return
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(LEAST_PAUSE_MS, PAUSE_PER_COST * cost)))
    yield* heartbeats(bell)
    if (bell.isClosed) return
  }
}
