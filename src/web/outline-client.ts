import type { OutlineEditJson, OutlineJson } from '../api/outline-schema.ts'
import { send } from './api-client.ts'
import type { NamedFile } from './save-file.ts'

const JSON_BODY = { 'content-type': 'application/json' } as const

/** A draft with the mark of its state, which an edit must name. */
export interface HeldOutline {
  readonly outline: OutlineJson
  readonly etag: string
}

export function getOutline(id: string, signal: AbortSignal): Promise<HeldOutline> {
  return held(outlinePath(id), { signal })
}

export function postOutline(region: string, year: number, signal: AbortSignal): Promise<HeldOutline> {
  return held('/outlines', { ...posting({ region, year }), signal })
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
