/** What is there sooner than this is shown at once, without a word about waiting. */
const HOLD_MS = 180

/** Shows the newest of many states: the first one after a moment, later ones at most once a frame. */
export interface Paced<T> {
  show(state: T): void
  /** Nothing is shown any more. */
  stop(): void
}

export function paced<T>(paint: (state: T) => void, first: T): Paced<T> {
  let newest = first
  let frame: number | null = null
  let isHeld = true
  const timer = setTimeout(() => {
    isHeld = false
    paint(newest)
  }, HOLD_MS)
  return {
    show: (state) => {
      newest = state
      if (isHeld) return
      frame ??= requestAnimationFrame(() => {
        frame = null
        paint(newest)
      })
    },
    stop: () => {
      isHeld = true
      clearTimeout(timer)
      if (frame !== null) cancelAnimationFrame(frame)
    },
  }
}
