/** Work in one go for at most so long, so that questions are answered meanwhile. */
const LONGEST_MS = 10

export interface Breath {
  isDue(): boolean
  /** Does so where it is due. */
  takeIfDue(): Promise<void>
  /** Lets waiting work go first. */
  take(): Promise<void>
}

/** Tells long work when to let other work of the same thread go first. */
export function createBreath(): Breath {
  let since = performance.now()
  const isDue = () => performance.now() - since > LONGEST_MS
  const take = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
  return {
    isDue,
    takeIfDue: async () => {
      if (isDue()) await take()
    },
    take,
  }
}
