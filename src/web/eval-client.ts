import type { CaseViewJson, ComparisonJson, RunHeadJson, RunJson, SuiteHeadJson } from '../api/eval-schema.ts'
import { request, send } from './api-client.ts'
import { untilDone } from './reconnect.ts'
import { serverEvents } from './server-event.ts'

export interface RunWishJson {
  /** All suites when absent. */
  readonly suites?: readonly string[]
  readonly baseline?: string
  /** Whether the model of the settings words the answers. */
  readonly model?: boolean
}

const JSON_BODY = { 'content-type': 'application/json' }

export async function getSuites(_key: string, signal: AbortSignal): Promise<readonly SuiteHeadJson[]> {
  return (await request<{ suites: SuiteHeadJson[] }>('/evals/suites', { signal })).suites
}

export async function getRuns(_key: string, signal: AbortSignal): Promise<readonly RunHeadJson[]> {
  return (await request<{ runs: RunHeadJson[] }>('/evals/runs', { signal })).runs
}

export function getRun(id: string, signal: AbortSignal): Promise<RunJson> {
  return request(`/evals/runs/${encodeURIComponent(id)}`, { signal })
}

export async function getFailures(id: string, signal: AbortSignal): Promise<readonly CaseViewJson[]> {
  const path = `/evals/runs/${encodeURIComponent(id)}/failures`
  return (await request<{ failures: CaseViewJson[] }>(path, { signal })).failures
}

/** @param key ids of the later and of the earlier run, with a blank between */
export function getComparison(key: string, signal: AbortSignal): Promise<ComparisonJson> {
  const [id = '', base = ''] = key.split(' ')
  return request(`/evals/runs/${encodeURIComponent(id)}/comparison?base=${encodeURIComponent(base)}`, {
    signal,
  })
}

export function postRun(wish: RunWishJson): Promise<RunHeadJson> {
  return request('/evals/runs', { method: 'POST', headers: JSON_BODY, body: JSON.stringify(wish) })
}

export function exportAddress(id: string, format: 'html' | 'json' | 'junit'): string {
  return `/api/v1/evals/runs/${encodeURIComponent(id)}/export?format=${format}`
}

/**
 * Shows a run each time it has got on, until it has ended. A stream that breaks off is taken up again.
 * @throws RequestError when the service cannot be reached for long, or knows no such run
 */
export async function followRun(
  id: string,
  signal: AbortSignal,
  show: (run: RunHeadJson) => void,
): Promise<void> {
  await untilDone(signal, async (gotOn) => {
    const { body } = await send(`/evals/runs/${encodeURIComponent(id)}`, {
      headers: { accept: 'text/event-stream' },
      signal,
    })
    if (body === null) return false
    for await (const { event, data } of serverEvents(body)) {
      gotOn()
      show(JSON.parse(data) as RunHeadJson)
      if (event === 'run.completed') return true
    }
    return false
  })
}
