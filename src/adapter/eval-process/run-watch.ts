/** Whoever waits for runs to get on. */
export function createRunWatch() {
  const listeners = new Map<string, Set<() => void>>()
  return {
    ring: (id: string): void => {
      for (const listener of [...(listeners.get(id) ?? [])]) listener()
    },
    watch: (id: string, listener: () => void): (() => void) => {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own)
      own.add(listener)
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(id)
      }
    },
  }
}
