import { type Bell, createBell } from './bell.ts'

/** Comment now and then, so that nobody on the way hangs up. */
export const HEARTBEAT_MS = 15_000
/** A client that takes nothing for so long is given up. */
const LONGEST_STALL_MS = 60_000

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const

/** Where the texts of a stream come from. */
export interface EventSource {
  /** Called when somebody begins to read, not before: a request for the head alone never does. Gives back what ends it. */
  readonly watch: (ring: () => void) => () => void
  readonly texts: (bell: Bell) => AsyncGenerator<string, void>
}

/** Server-sent events. Lets go of everything when the texts end, when the client is gone and when it takes nothing. */
export function eventStream(source: EventSource): ReadableStream<Uint8Array> {
  const bell = createBell()
  const texts = source.texts(bell)
  const encoder = new TextEncoder()
  let unwatch: (() => void) | undefined
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
        unwatch ??= source.watch(bell.ring)
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

/** Comments until the bell rings; ends early when the stream is closed. */
export async function* heartbeats(bell: Bell): AsyncGenerator<string, void> {
  while (!(await bell.wait(HEARTBEAT_MS))) {
    if (bell.isClosed) return
    yield ': \n\n'
  }
}

/** @param json one line of JSON */
export function eventText(id: number, event: string, json: string): string {
  return `id: ${id}\nevent: ${event}\ndata: ${json}\n\n`
}

/** Id of the last event a client saw before; 0 for none. */
export function lastEventIdOf(header: string | undefined): number {
  const last = Number(header)
  return Number.isSafeInteger(last) && last > 0 ? last : 0
}

export function acceptsEvents(accept: string | undefined): boolean {
  return accept?.includes('text/event-stream') === true
}
