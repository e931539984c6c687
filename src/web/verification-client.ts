import type { VerificationJson } from '../api/verification-schema.ts'
import { request } from './api-client.ts'

export function postText(text: string, signal: AbortSignal): Promise<VerificationJson> {
  return request('/verifications', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal,
  })
}

/** The file is read and checked, and not kept. */
export function postFile(file: File, signal: AbortSignal): Promise<VerificationJson> {
  const form = new FormData()
  form.append('file', file)
  return request('/verifications/file', { method: 'POST', body: form, signal })
}
