import type { EvalRuns } from '../evaluation/index.ts'
import type { Bell } from './bell.ts'
import { toRunHeadJson } from './eval-json.ts'
import { eventStream, eventText, heartbeats } from './event-stream.ts'

/** Between two events; cases come far faster than anyone looks. */
const LEAST_PAUSE_MS = 200

/** A run as server-sent events: `run.progress` at first and on each change, at the end `run.completed`. */
export function runEvents(runs: EvalRuns, id: string, lastEventId: number): ReadableStream<Uint8Array> {
  return eventStream({
    watch: (ring) => runs.watch(id, ring),
    texts: (bell) => progressTexts(runs, id, lastEventId, bell),
  })
}

async function* progressTexts(
  runs: EvalRuns,
  id: string,
  lastEventId: number,
  bell: Bell,
): AsyncGenerator<string, void> {
  for (let number = lastEventId + 1; ; number++) {
    bell.clear()
    const head = runs.get(id)
    if (head === undefined) return
    const isRunning = head.status === 'running'
    yield eventText(number, isRunning ? 'run.progress' : 'run.completed', JSON.stringify(toRunHeadJson(head)))
    if (!isRunning) return
    await new Promise((resolve) => setTimeout(resolve, LEAST_PAUSE_MS))
    yield* heartbeats(bell)
    if (bell.isClosed) return
  }
}
