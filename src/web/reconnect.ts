import { RequestError } from './api-client.ts'

/** The first time at once: the service waits a moment for a client that was cut off. */
const FIRST_PAUSE_MS = 50
const PAUSE_MS = 2000
/** Tries in a row that reached nothing before it is given up. */
const MOST_TRIES = 30

/**
 * Follows a stream to its end, taking it up again whenever it breaks off.
 * @param attempt follows it once and says whether the end was reached; calls `gotOn` for everything it hears
 * @throws RequestError when the service cannot be reached for long, or refuses
 */
export async function untilDone(
  signal: AbortSignal,
  attempt: (gotOn: () => void) => Promise<boolean>,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const gotOn = () => {
        tries = 0
      }
      if (await attempt(gotOn)) return
    } catch (error) {
      if (signal.aborted || !isBroken(error) || tries >= MOST_TRIES) throw error
    }
    await pause(tries === 0 ? FIRST_PAUSE_MS : PAUSE_MS)
    signal.throwIfAborted()
  }
}

/** Whether the connection failed, not what was asked for. */
function isBroken(error: unknown): boolean {
  return !(error instanceof RequestError) || error.status === null || error.status === 503
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
