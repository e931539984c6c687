import { AppError } from '../error.ts'
import type { Embedder } from '../model/index.ts'

/** The vector of a question from a server that may be slow or away; without it the words alone rank. */
export interface QuestionVectors {
  /** Undefined when the server does not give one in time. */
  of(question: string): Promise<Float32Array | undefined>
  /** Plain Chinese: why words alone rank at the moment; null while vectors come. */
  trouble(): string | null
}

/** Whoever asks waits no longer than this for a vector. */
const PATIENCE_MS = 3_000
/** After a failure the server is left alone, so that the next searches do not wait as well. */
const REST_MS = 30_000

/** Asks once for each question, however many places are searched for it. */
export function createQuestionVectors(embedder: Embedder, patienceMs = PATIENCE_MS): QuestionVectors {
  let last: { readonly question: string; readonly vector: Promise<Float32Array | undefined> } | undefined
  let rest: { readonly until: number; readonly why: string } | undefined
  const ask = async (question: string) => {
    const outcome = await withinTime(embedder.embed([question]), patienceMs)
    const vector = outcome.kind === 'came' ? outcome.vectors[0] : undefined
    const isUsable = vector?.length === embedder.dimension
    const why = TROUBLE[outcome.kind === 'late' ? 'late' : 'failed']
    rest = isUsable ? undefined : { until: performance.now() + REST_MS, why }
    return isUsable ? vector : undefined
  }
  return {
    of: (question) => {
      if (rest !== undefined && performance.now() < rest.until) return Promise.resolve(undefined)
      if (last?.question !== question) last = { question, vector: ask(question) }
      return last.vector
    },
    trouble: () => rest?.why ?? null,
  }
}

const TROUBLE = {
  late: '向量服务太久没有应答，本次只按词面检索，可能漏掉换了说法的内容。',
  failed: '向量服务出错，本次只按词面检索，可能漏掉换了说法的内容。',
} as const

type Outcome =
  | { readonly kind: 'came'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'late' | 'failed' }

/** A request that comes too late is left to end by itself. */
async function withinTime(request: Promise<readonly Float32Array[]>, patienceMs: number): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), patienceMs)
  })
  const settled = request.then(
    (vectors): Outcome => ({ kind: 'came', vectors }),
    (fault: unknown): Outcome => {
      if (!(fault instanceof AppError)) throw fault
      return { kind: 'failed' }
    },
  )
  try {
    return await Promise.race([settled, late])
  } finally {
    clearTimeout(timer)
  }
}
