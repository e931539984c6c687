import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { documentTextSchema } from '../../src/api/document-schema.ts'
import { jobSchema } from '../../src/api/job-schema.ts'
import { problemSchema } from '../../src/api/schema.ts'

const POLLING_MS = 20
const BOUNDARY = 'torture-7d9e0c6b1f'

/** What one upload came to. */
export interface Outcome {
  readonly seconds: number
  /** `document`, or the code of a refusal, for each file that came out of it; `unfinished` past the deadline. */
  readonly results: readonly string[]
  readonly texts: readonly string[]
  readonly reasons: readonly string[]
}

/** Uploads one file, waits for its receipts, reads what was stored and deletes it again. */
export async function uploadOne(
  url: string,
  file: string,
  bytes: Uint8Array,
  deadlineSeconds: number,
): Promise<Outcome> {
  // Making the bytes may have kept this process so busy that it has not seen the server close a connection.
  await sleep(POLLING_MS)
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000
  const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', ...formOf(file, bytes) })
  if (response.status !== 202) {
    const { type, detail } = problemSchema.parse(await response.json())
    return { seconds: seconds(), results: [type.split('/').at(-1) ?? ''], texts: [], reasons: [detail] }
  }
  const { id } = jobSchema.parse(await response.json())
  let job = await jobOf(url, id)
  while (job.status !== 'done' && seconds() < deadlineSeconds) {
    await sleep(POLLING_MS)
    job = await jobOf(url, id)
  }
  const took = seconds()
  const unfinished = job.status === 'done' ? [] : ['unfinished']
  const stored = [...new Set(job.receipts.flatMap(({ document_id }) => document_id ?? []))]
  return {
    seconds: took,
    results: [...job.receipts.map(({ code }) => code ?? 'document'), ...unfinished],
    texts: await Promise.all(stored.map((document) => takeOut(url, document))),
    reasons: job.receipts.flatMap(({ reason }) => reason ?? []),
  }
}

async function jobOf(url: string, id: string): Promise<z.infer<typeof jobSchema>> {
  return jobSchema.parse(await (await get(`${url}/api/v1/jobs/${id}`)).json())
}

/** Asks twice, as browsers do: a connection that was kept open may be closed just then. */
function get(address: string): Promise<Response> {
  return fetch(address).catch(() => fetch(address))
}

async function takeOut(url: string, document: string): Promise<string> {
  const path = `${url}/api/v1/documents/${document}`
  const { text } = documentTextSchema.parse(await (await get(`${path}/text`)).json())
  await fetch(path, { method: 'DELETE' })
  return text
}

/** Written by hand, because a browser's form would mend the name. */
function formOf(
  file: string,
  bytes: Uint8Array,
): { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> } {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
