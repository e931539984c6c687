/** Work in one go for at most so long, so that questions are answered meanwhile. */
const LONGEST_MS = 10

export interface Breath {
  isDue(): boolean
  /** Lets waiting work go first. */
  take(): Promise<void>
}

/** Tells long work when to let other work of the same thread go first. */
export function createBreath(): Breath {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since > LONGEST_MS,
    take: async () => {
      await new Promise((resolve) => setTimeout(resolve))
      since = performance.now()
    },
  }
}
