import type { OverviewJson, ProblemJson } from '../api/schema.ts'

interface Refusal {
  readonly status: number
  readonly requestId: string | null
  readonly faults: NonNullable<ProblemJson['errors']>
}

/** A request that gave no result, in words for the reader. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** Number for whoever looks after the service; null when the service was not reached. */
  readonly requestId: string | null
  readonly status: number | null
  /** What is wrong with single fields of what was sent. */
  readonly faults: Refusal['faults']

  constructor(message: string, refusal: Refusal | null, options?: ErrorOptions) {
    super(message, options)
    this.status = refusal?.status ?? null
    this.requestId = refusal?.requestId ?? null
    this.faults = refusal?.faults ?? []
  }
}

export function getOverview(signal: AbortSignal): Promise<OverviewJson> {
  return request('/overview', { signal })
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** @throws RequestError with what to tell the reader */
export async function request<T>(path: string, init: RequestInit): Promise<T> {
  return (await (await send(path, init)).json()) as T
}

/**
 * The response of a request that went well.
 * @throws RequestError with what to tell the reader
 */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await reach(path, init)
  if (response.ok) return response
  const problem = await readProblem(response)
  const detail = problem?.detail ?? `服务没有正常应答（${response.status}）。请稍后重试。`
  const requestId = problem?.request_id ?? response.headers.get('x-request-id')
  throw new RequestError(detail, { status: response.status, requestId, faults: problem?.errors ?? [] })
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    })
  } catch (error) {
    if (isAbort(error)) throw error
    throw new RequestError('连接不上服务。请确认程序仍在运行，然后重试。', null, { cause: error })
  }
}

async function readProblem(response: Response): Promise<ProblemJson | undefined> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true
  return isProblem ? ((await response.json()) as ProblemJson) : undefined
}
