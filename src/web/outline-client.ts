import type { OutlineEditJson, OutlineJson } from '../api/outline-schema.ts'
import type { ProblemJson } from '../api/schema.ts'
import { RequestError, send } from './api-client.ts'
import type { NamedFile } from './save-file.ts'
import { serverEvents } from './server-event.ts'

const JSON_BODY = { 'content-type': 'application/json' } as const

/** A draft with the mark of its state, which an edit must name. */
export interface HeldOutline {
  readonly outline: OutlineJson
  readonly etag: string
}

export function getOutline(id: string, signal: AbortSignal): Promise<HeldOutline> {
  return held(outlinePath(id), { signal })
}

/** How far a draft is that a model words. */
export interface DraftProgress {
  readonly done: number
  readonly total: number
}

/** @throws RequestError when it was not made; aborting makes none */
export async function postOutline(
  wanted: { readonly region: string; readonly year: number },
  signal: AbortSignal,
  onProgress: (progress: DraftProgress) => void,
): Promise<HeldOutline> {
  const { headers, ...rest } = posting(wanted)
  const response = await send('/outlines', {
    ...rest,
    headers: { ...headers, accept: 'text/event-stream' },
    signal,
  })
  if (response.body !== null)
    for await (const { event, data } of serverEvents(response.body)) {
      if (event === 'outline.section') onProgress(JSON.parse(data) as DraftProgress)
      else if (event === 'outline.completed') return getOutline((JSON.parse(data) as OutlineJson).id, signal)
      else if (event === 'error') throw failureIn(JSON.parse(data) as ProblemJson)
    }
  throw new RequestError('起草中途断开了，没有保存。请重试。', null)
}

function failureIn({ detail, status, request_id: requestId }: ProblemJson): RequestError {
  return new RequestError(detail, { status, requestId, faults: [] })
}

export function patchOutline(
  { outline: { id }, etag }: HeldOutline,
  edits: readonly OutlineEditJson[],
): Promise<HeldOutline> {
  const headers = { ...JSON_BODY, 'if-match': etag }
  return held(outlinePath(id), { method: 'PATCH', headers, body: JSON.stringify({ edits }) })
}

/** @param section counted from 1 */
export function regenerate({ outline: { id }, etag }: HeldOutline, section: number): Promise<HeldOutline> {
  return held(`${outlinePath(id)}/sections/${section}/regenerate`, {
    method: 'POST',
    headers: { 'if-match': etag },
  })
}

export function restore({ outline: { id }, etag }: HeldOutline, version: number): Promise<HeldOutline> {
  const { headers, ...rest } = posting({ version })
  return held(`${outlinePath(id)}/restore`, { ...rest, headers: { ...headers, 'if-match': etag } })
}

/** A draft as a file, under the name the server gives it. */
export async function getFile(id: string, format: string, mode: string): Promise<NamedFile> {
  const response = await send(`${outlinePath(id)}/export?format=${format}&mode=${mode}`, {})
  const named = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { name: decodeURIComponent(named ?? `outline.${format}`), content: await response.blob() }
}

/** Path of a draft under the API's root. */
export function outlinePath(id: string): string {
  return `/outlines/${encodeURIComponent(id)}`
}

function posting(body: unknown) {
  return { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) }
}

async function held(path: string, init: RequestInit): Promise<HeldOutline> {
  const response = await send(path, init)
  return { outline: (await response.json()) as OutlineJson, etag: response.headers.get('etag') ?? '' }
}
