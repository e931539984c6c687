import type { Clock } from './clock.ts'

/** One call that was let through; it must be told how it went, once. */
export interface Admission {
  succeeded(): void
  failed(): void
  /** The caller went away, or the fault was not the server's. */
  abandoned(): void
}

/** Keeps calls away from a server that has failed several times in a row, and lets one in now and then to see. */
export interface CircuitBreaker {
  /** Undefined while the server is left alone. */
  enter(): Admission | undefined
}

const MOST_FAILURES = 5
const REST_MS = 30_000

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0
  let restsSince: number | null = null
  let isProbing = false
  const admission = (isProbe: boolean): Admission => {
    const done = () => {
      if (isProbe) isProbing = false
    }
    return {
      succeeded: () => {
        done()
        failures = 0
        restsSince = null
      },
      failed: () => {
        done()
        failures++
        if (isProbe || (failures >= MOST_FAILURES && restsSince === null)) restsSince = clock.now()
      },
      abandoned: done,
    }
  }
  return {
    enter: () => {
      if (restsSince === null) return admission(false)
      if (isProbing || clock.now() - restsSince < REST_MS) return undefined
      isProbing = true
      return admission(true)
    },
  }
}
