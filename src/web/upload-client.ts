import type { JobJson } from '../api/job-schema.ts'
import { request } from './api-client.ts'

export function postFiles(files: readonly File[], signal: AbortSignal): Promise<JobJson> {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return request('/documents', { method: 'POST', body: form, signal })
}

export function getJob(id: string, signal: AbortSignal): Promise<JobJson> {
  return request(`/jobs/${encodeURIComponent(id)}`, { signal })
}
