import type { RunProgress } from '../../evaluation/index.ts'

const BAR_CELLS = 24
/** Rewriting a line more often than this only costs time. */
const LEAST_PAUSE_MS = 100
const CLEAR_LINE = '\r\u001b[K'

const STAGE = { cases: '', meta: '检验评测本身', report: '计算区间，写报告' } as const

export interface EvalProgress {
  show(progress: RunProgress): void
  end(): void
}

export interface EvalProgressParts {
  /** Whether lines can be rewritten. */
  readonly isTerminal: boolean
  readonly write: (text: string) => void
  /** Milliseconds on a clock that only goes forward. */
  readonly clock: () => number
}

/** Tells how far a run is: a bar on a terminal, else a line for each tenth. */
export function createEvalProgress({ isTerminal, write, clock }: EvalProgressParts): EvalProgress {
  const startedAt = clock()
  let shownAt = Number.NEGATIVE_INFINITY
  let tenth = -1
  let first: number | undefined
  return {
    show: ({ done, total, stage }) => {
      if (total === null) return
      first ??= done
      if (isTerminal) {
        if (done < total && clock() - shownAt < LEAST_PAUSE_MS) return
        shownAt = clock()
        write(
          `${CLEAR_LINE}${barOf(done, total)}  ${STAGE[stage] || leftOf(done - first, total - done, clock() - startedAt)}`,
        )
        return
      }
      const now = total === 0 ? 10 : Math.floor((10 * done) / total)
      if (now === tenth) return
      tenth = now
      write(`${done}/${total}\n`)
    },
    end: () => {
      if (isTerminal) write(CLEAR_LINE)
    },
  }
}

function barOf(done: number, total: number): string {
  const cells = total === 0 ? BAR_CELLS : Math.floor((BAR_CELLS * done) / total)
  return `${'█'.repeat(cells)}${'░'.repeat(BAR_CELLS - cells)} ${done}/${total}`
}

function leftOf(done: number, left: number, elapsedMs: number): string {
  if (done === 0 || left === 0) return ''
  const seconds = Math.ceil(((elapsedMs / done) * left) / 1000)
  return `剩余约 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}`
}
