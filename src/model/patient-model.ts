import { ChatFault } from './chat-fault.ts'
import type { ChatModel, ChatPart, ChatRequest } from './chat-model.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { type Clock, pause, systemClock } from './clock.ts'
import { type Deadlines, streamInTime } from './deadline.ts'

/** A model that bears with its server, and can say what is wrong with it. */
export interface WatchedModel extends ChatModel {
  /** Plain Chinese: how the last call failed; null when it did not. */
  trouble(): string | null
}

export interface Patience {
  readonly clock?: Clock
  /** 0 to 1. */
  readonly random?: () => number
  readonly deadlines?: Deadlines
}

const RETRIES = 2
const FIRST_PAUSE_MS = 500
/** Longer than this nobody is kept waiting for another try. */
const LONGEST_PAUSE_MS = 10_000
const DEADLINES: Deadlines = { first: 60_000, between: 30_000, whole: 180_000 }

/**
 * The only retry loop towards a model server, with its deadlines and its circuit breaker. What has begun to be
 * written is never asked for again.
 */
export function createPatientModel(
  model: ChatModel,
  { clock = systemClock, random = Math.random, deadlines = DEADLINES }: Patience = {},
): WatchedModel {
  const breaker = createCircuitBreaker(clock)
  let trouble: string | null = null

  async function* tryOnce(request: ChatRequest, signal: AbortSignal, seen: { text: boolean }) {
    const admission = breaker.enter()
    if (admission === undefined) throw new ChatFault('resting')
    let settle = admission.abandoned
    try {
      for await (const part of streamInTime(model, request, signal, { deadlines, clock })) {
        if (part.kind === 'text' && part.text !== '') seen.text = true
        yield part
      }
      if (signal.aborted) return
      trouble = null
      settle = admission.succeeded
    } catch (fault) {
      if (!(fault instanceof ChatFault)) throw fault
      trouble = fault.message
      if (fault.isServersOwn) settle = admission.failed
      throw fault
    } finally {
      settle()
    }
  }

  async function* stream(
    request: ChatRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ChatPart, void, undefined> {
    const seen = { text: false }
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        yield* tryOnce(request, signal, seen)
        return
      } catch (fault) {
        if (signal.aborted) return
        const wait = fault instanceof ChatFault ? pauseAfter(fault, attempt, random) : undefined
        if (wait === undefined || seen.text || attempt >= RETRIES) throw fault
        await pause(clock, wait, signal)
      }
    }
  }
  return { id: model.id, stream, trouble: () => trouble }
}

/** Undefined when trying again is of no use, or would take too long. */
function pauseAfter({ retryable, retryAfterMs }: ChatFault, attempt: number, random: () => number) {
  if (!retryable) return undefined
  // A crowd that was turned away together must not come back together.
  const own = FIRST_PAUSE_MS * 2 ** attempt * (1 + random() * 0.5)
  const wait = Math.max(own, retryAfterMs ?? 0)
  return wait > LONGEST_PAUSE_MS ? undefined : wait
}
