import type { JobJson, JobSummaryJson } from '../api/job-schema.ts'
import { request, send } from './api-client.ts'
import { untilDone } from './reconnect.ts'
import { serverEvents } from './server-event.ts'

export function postFiles(files: readonly File[], signal: AbortSignal): Promise<JobJson> {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return request('/documents', { method: 'POST', body: form, signal })
}

/** Jobs that are not done, also such as another page has started. */
export async function getRunningJobs(signal: AbortSignal): Promise<readonly JobSummaryJson[]> {
  const { jobs } = await request<{ jobs: JobSummaryJson[] }>('/jobs', { signal })
  return jobs.filter(({ status }) => status === 'running')
}

/**
 * Shows a job each time it has changed, until it is done. A stream that breaks off is taken up again.
 * @throws RequestError when the service cannot be reached for long, or knows no such job
 */
export async function followJob(
  id: string,
  signal: AbortSignal,
  show: (job: JobJson) => void,
): Promise<void> {
  await untilDone(signal, async (gotOn) => {
    for await (const job of jobStates(id, signal)) {
      gotOn()
      show(job)
      if (job.status === 'done') return true
    }
    return false
  })
}

async function* jobStates(id: string, signal: AbortSignal): AsyncGenerator<JobJson, void> {
  const { body } = await send(`/jobs/${encodeURIComponent(id)}`, {
    headers: { accept: 'text/event-stream' },
    signal,
  })
  if (body === null) return
  for await (const { event, data } of serverEvents(body))
    if (event.startsWith('job.')) yield JSON.parse(data) as JobJson
}
