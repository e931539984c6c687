import { eventStream, eventText, heartbeats } from './event-stream.ts'
import type { OutlineJson } from './outline-schema.ts'
import type { ProblemJson } from './schema.ts'

/** What is told of a draft while it is made. */
export type TellOutline = (
  event: 'outline.created' | 'outline.section',
  facts: Readonly<Record<string, string | number>>,
) => void

interface OutlineEventParts {
  /** Makes the draft; stops when the client is gone. */
  make(tell: TellOutline, signal: AbortSignal): Promise<OutlineJson>
  /** What to tell of a fault. */
  problemOf(fault: unknown): ProblemJson
}

/**
 * A draft as server-sent events: `outline.created` at once, `outline.section` after each part, and at the end
 * `outline.completed` with the whole draft or `error`.
 */
export function outlineEvents({ make, problemOf }: OutlineEventParts): ReadableStream<Uint8Array> {
  const told: string[] = []
  let isOver = false
  const tell = (event: string, facts: unknown) =>
    told.push(eventText(told.length + 1, event, JSON.stringify(facts)))
  return eventStream({
    watch: (ring) => {
      const gone = new AbortController()
      const making = make((event, facts) => {
        tell(event, facts)
        ring()
      }, gone.signal)
      void making
        .then(
          (outline) => tell('outline.completed', outline),
          (fault: unknown) => {
            // Whoever stopped it knows.
            if (!gone.signal.aborted) tell('error', problemOf(fault))
          },
        )
        .finally(() => {
          isOver = true
          ring()
        })
      return () => gone.abort()
    },
    texts: async function* (bell) {
      for (let next = 0; ; ) {
        bell.clear()
        for (let text = told[next]; text !== undefined; text = told[next]) {
          next++
          yield text
        }
        if (isOver && next === told.length) return
        yield* heartbeats(bell)
        if (bell.isClosed) return
      }
    },
  })
}
