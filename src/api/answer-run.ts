/** One event as it goes out; `json` is one line. */
export interface WireEvent {
  readonly name: string
  readonly json: string
}

/** How a run ended: with the whole answer as it was stored, or with a fault. */
export type RunEnd =
  | { readonly kind: 'completed'; readonly json: string }
  | { readonly kind: 'failed'; readonly fault: unknown }

/** One question being answered, and for a while afterwards what was told of it. */
export interface AnswerRun {
  readonly id: string
  /** All told so far, without the end. */
  readonly events: readonly WireEvent[]
  readonly end: RunEnd | undefined
  /** Never fails. */
  readonly ended: Promise<RunEnd>
  /** Counts as somebody who waits until the given function is called. When nobody is left, the work is told to stop. */
  follow(listener: () => void): () => void
  /** A reader is on the way: until one follows, though not for long, the work goes on without any. */
  awaitReader(): void
}

/** Gives back the answer as it was stored; after the signal what there is by then. */
export type RunWork = (tell: (event: WireEvent) => void, signal: AbortSignal) => Promise<string>

/** The questions being answered in this process. */
export interface AnswerRuns {
  start(id: string, work: RunWork): AnswerRun
  get(id: string): AnswerRun | undefined
  /** Tells every run to stop and waits until they have. */
  stop(): Promise<void>
}

/** Whoever lost the connection for a moment may come back within this time. */
const GRACE_MS = 500
/** So long a page that is being loaded may take until it follows. */
const LOADING_MS = 10_000
const KEPT_MS = 5 * 60_000
const MOST_KEPT = 50

export function createAnswerRuns(): AnswerRuns {
  const running = new Map<string, Run>()
  const kept = new Map<string, { readonly run: Run; readonly until: number }>()
  let isStopped = false
  return {
    start: (id, work) => {
      forgetOld(kept)
      const run = new Run(id)
      running.set(id, run)
      if (isStopped) run.abort()
      void run.carryOut(work).then(() => {
        running.delete(id)
        kept.set(id, { run, until: Date.now() + KEPT_MS })
      })
      return run
    },
    get: (id) => {
      forgetOld(kept)
      return running.get(id) ?? kept.get(id)?.run
    },
    stop: async () => {
      isStopped = true
      const runs = [...running.values()]
      for (const run of runs) run.abort()
      await Promise.all(runs.map(({ ended }) => ended))
    },
  }
}

function forgetOld(kept: Map<string, { readonly until: number }>): void {
  const now = Date.now()
  for (const [id, { until }] of kept) {
    if (until > now && kept.size <= MOST_KEPT) return
    kept.delete(id)
  }
}

class Run implements AnswerRun {
  readonly id: string
  readonly ended: Promise<RunEnd>
  end: RunEnd | undefined
  readonly #events: WireEvent[] = []
  readonly #followers = new Set<() => void>()
  readonly #controller = new AbortController()
  readonly #settle: (end: RunEnd) => void
  /** Runs while a reader is on the way. */
  #awaited: ReturnType<typeof setTimeout> | undefined

  constructor(id: string) {
    this.id = id
    const { promise, resolve } = Promise.withResolvers<RunEnd>()
    this.ended = promise
    this.#settle = resolve
  }

  get events(): readonly WireEvent[] {
    return this.#events
  }

  abort(): void {
    this.#controller.abort()
  }

  follow(listener: () => void): () => void {
    // Wrapped, so that two followers with one listener are two.
    const follower = () => listener()
    this.#followers.add(follower)
    this.#forgetAwaited()
    return () => {
      if (!this.#followers.delete(follower) || this.#followers.size > 0 || this.end !== undefined) return
      setTimeout(() => this.#abortIfAlone(), GRACE_MS)
    }
  }

  awaitReader(): void {
    if (this.end !== undefined) return
    this.#forgetAwaited()
    this.#awaited = setTimeout(() => {
      this.#awaited = undefined
      this.#abortIfAlone()
    }, LOADING_MS)
  }

  #forgetAwaited(): void {
    clearTimeout(this.#awaited)
    this.#awaited = undefined
  }

  #abortIfAlone(): void {
    if (this.#followers.size === 0 && this.#awaited === undefined) this.abort()
  }

  async carryOut(work: RunWork): Promise<void> {
    const tell = (event: WireEvent) => {
      this.#events.push(event)
      this.#ring()
    }
    this.end = await work(tell, this.#controller.signal).then(
      (json): RunEnd => ({ kind: 'completed', json }),
      (fault: unknown): RunEnd => ({ kind: 'failed', fault }),
    )
    this.#forgetAwaited()
    this.#settle(this.end)
    this.#ring()
  }

  #ring(): void {
    for (const follower of [...this.#followers]) follower()
  }
}
