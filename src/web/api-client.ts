import type { DocumentSummaryJson, DocumentTextJson } from '../api/document-schema.ts'
import type { AnswerJson, OverviewJson, ProblemJson } from '../api/schema.ts'
import type { Filters } from './filter.ts'

/** A request that gave no result, in words for the reader. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** Number for whoever looks after the service; null when the service was not reached. */
  readonly requestId: string | null
  readonly status: number | null

  constructor(message: string, status: number | null, requestId: string | null, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.requestId = requestId
  }
}

export function getOverview(signal: AbortSignal): Promise<OverviewJson> {
  return request('/overview', { signal })
}

export async function getDocuments(signal: AbortSignal): Promise<readonly DocumentSummaryJson[]> {
  const { documents } = await request<{ documents: DocumentSummaryJson[] }>('/documents', { signal })
  return documents
}

export function getDocumentText(id: string, signal: AbortSignal): Promise<DocumentTextJson> {
  return request(`/documents/${encodeURIComponent(id)}/text`, { signal })
}

export function getAnswer(id: string, signal: AbortSignal): Promise<AnswerJson> {
  return request(`/answers/${encodeURIComponent(id)}`, { signal })
}

export function postQuestion(
  question: string,
  filters: Filters | null,
  signal: AbortSignal,
): Promise<AnswerJson> {
  return request('/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(filters === null ? { question } : { question, filters }),
    signal,
  })
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** @throws RequestError with what to tell the reader */
export async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, init)
  if (response.ok) return (await response.json()) as T
  const problem = await readProblem(response)
  const detail = problem?.detail ?? `服务没有正常应答（${response.status}）。请稍后重试。`
  throw new RequestError(detail, response.status, problem?.request_id ?? response.headers.get('x-request-id'))
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    })
  } catch (error) {
    if (isAbort(error)) throw error
    throw new RequestError('连接不上服务。请确认程序仍在运行，然后重试。', null, null, { cause: error })
  }
}

async function readProblem(response: Response): Promise<ProblemJson | undefined> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true
  return isProblem ? ((await response.json()) as ProblemJson) : undefined
}
