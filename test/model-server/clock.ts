import type { Clock } from '../../src/model/index.ts'

/** Real time, run faster. */
export function fastClock(factor: number): Clock {
  return {
    now: () => performance.now() * factor,
    after: (ms, run) => {
      const timer = setTimeout(run, ms / factor)
      return () => clearTimeout(timer)
    },
  }
}

/** Time that stands still until it is moved on. */
export function handClock() {
  let now = 0
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
  }
  return {
    clock,
    /** Timers that nobody has run or taken back. */
    pending: () => timers.length,
    async advance(ms: number): Promise<void> {
      now += ms
      const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
      timers = timers.filter(({ at }) => at > now)
      for (const { run } of due) run()
      await settled()
    },
  }
}

/** Lets all that is ready run to where it waits again. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}
