import type { ComplaintListJson } from '../api/eval-schema.ts'
import { request, send } from './api-client.ts'

export async function getComplaints(
  _key: string,
  signal: AbortSignal,
): Promise<ComplaintListJson['complaints']> {
  return (await request<ComplaintListJson>('/evals/complaints', { signal })).complaints
}

export async function postComplaint(feedbackId: string, rightAnswer: readonly string[]): Promise<void> {
  const body = JSON.stringify({ feedback_id: feedbackId, right_answer: rightAnswer })
  await request('/evals/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
}

export async function deleteComplaint(feedbackId: string): Promise<void> {
  await send(`/evals/complaints/${encodeURIComponent(feedbackId)}`, { method: 'DELETE' })
}
