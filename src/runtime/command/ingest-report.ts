import type { Receipt } from '../../ingest/index.ts'

const BAR_CELLS = 24
/** Rewriting a line more often than this only costs time. */
const LEAST_PAUSE_MS = 100
const LONGEST_NAME = 30
const CLEAR_LINE = '\r\u001b[K'

export interface IngestReport {
  /** One file is through. */
  done(receipts: readonly Receipt[]): void
  /** What became of all files, in a few lines. */
  end(): void
}

export interface IngestReportParts {
  readonly total: number
  /** Whether lines can be rewritten. */
  readonly isTerminal: boolean
  readonly write: (text: string) => void
  /** Milliseconds on a clock that only goes forward. */
  readonly clock: () => number
}

/** Tells how far an ingestion is: a bar on a terminal, else a line a file. */
export function createIngestReport({ total, isTerminal, write, clock }: IngestReportParts): IngestReport {
  const all: Receipt[] = []
  const startedAt = clock()
  let done = 0
  let shownAt = Number.NEGATIVE_INFINITY
  const showBar = (file: string) => {
    if (done < total && clock() - shownAt < LEAST_PAUSE_MS) return
    shownAt = clock()
    write(`${CLEAR_LINE}${barOf(done, total, clock() - startedAt)}  ${file.slice(0, LONGEST_NAME)}`)
  }
  return {
    done: (receipts) => {
      done++
      all.push(...receipts)
      for (const receipt of receipts) {
        if (!isTerminal) write(`${done}/${total} ${describe(receipt)}\n`)
        else if (receipt.kind === 'failed') write(`${CLEAR_LINE}${describe(receipt)}\n`)
      }
      if (isTerminal) showBar(receipts.at(-1)?.file ?? '')
    },
    end: () => write(`${isTerminal ? CLEAR_LINE : ''}${summaryOf(all)}\n`),
  }
}

function barOf(done: number, total: number, elapsedMs: number): string {
  const cells = Math.floor((BAR_CELLS * done) / total)
  const bar = '█'.repeat(cells) + '░'.repeat(BAR_CELLS - cells)
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1000)
  const left = seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`
  return `${bar} ${done}/${total}  剩余约 ${left}`
}

function describe(receipt: Receipt): string {
  if (receipt.kind === 'failed') return `未入库：${receipt.reason}`
  const state = receipt.kind === 'added' ? '已入库' : '已在库中'
  const excluded = receipt.exclusions.reduce((sum, { count }) => sum + count, 0)
  const read = `${receipt.passages} 段，排除 ${excluded} 处，覆盖 ${(receipt.coverage * 100).toFixed(2)}%`
  const replaced = receipt.superseded === null ? '' : '，替换了旧版本'
  const copies = receipt.copies.length === 0 ? '' : `，与库中 ${receipt.copies.length} 份文件近似`
  const doubts = receipt.doubts.length === 0 ? '' : `　存疑：${receipt.doubts.join('')}`
  return `${state}：${receipt.title ?? receipt.file}（${read}${replaced}${copies}）${doubts}`
}

function summaryOf(receipts: readonly Receipt[]): string {
  const count = (kind: Receipt['kind']) => receipts.filter((receipt) => receipt.kind === kind).length
  const reasons = Map.groupBy(
    receipts.flatMap((receipt) => (receipt.kind === 'failed' ? [receipt] : [])),
    // A reason ends with the name of its file.
    ({ reason, file }) => reason.replace(`：${file}`, ''),
  )
  const failures = [...reasons]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, { length }]) => `\n  ${length} 个：${reason}`)
  return `共 ${receipts.length} 个文件：入库 ${count('added')}，已在库中 ${count('unchanged')}，未入库 ${count('failed')}${failures.join('')}`
}
