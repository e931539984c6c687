/** Wakes the one who waits; a ring that nobody waited for is kept until the next wait. */
export interface Bell {
  ring(): void
  /** Forgets a ring. */
  clear(): void
  /** False when nobody rang for so long. After `close` it resolves at once. */
  wait(milliseconds: number): Promise<boolean>
  close(): void
  readonly isClosed: boolean
}

export function createBell(): Bell {
  let hasRung = false
  let wake: (() => void) | undefined
  const bell = {
    isClosed: false,
    ring: () => {
      hasRung = true
      wake?.()
    },
    clear: () => {
      hasRung = false
    },
    wait: async (milliseconds: number) => {
      if (!hasRung && !bell.isClosed) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        const timer = setTimeout(resolve, milliseconds)
        await promise
        clearTimeout(timer)
        wake = undefined
      }
      return hasRung
    },
    close: () => {
      bell.isClosed = true
      wake?.()
    },
  }
  return bell
}
