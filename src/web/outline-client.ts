import type {
  DraftableJson,
  OutlineComparisonJson,
  OutlineEditJson,
  OutlineHeadJson,
  OutlineJson,
} from '../api/outline-schema.ts'
import { request, send } from './api-client.ts'

const JSON_BODY = { 'content-type': 'application/json' } as const

/** A draft with the mark of its state, which an edit must name. */
export interface HeldOutline {
  readonly outline: OutlineJson
  readonly etag: string
}

export interface OutlineVersionJson {
  readonly number: number
  readonly note: string
  readonly saved_at: string
}

export function getDraftable(_key: string, signal: AbortSignal): Promise<DraftableJson> {
  return request('/outlines/draftable', { signal })
}

export async function getOutlines(_key: string, signal: AbortSignal): Promise<readonly OutlineHeadJson[]> {
  const { outlines }: { outlines: OutlineHeadJson[] } = await request('/outlines', { signal })
  return outlines
}

export function getOutline(id: string, signal: AbortSignal): Promise<HeldOutline> {
  return held(pathOf(id), { signal })
}

export function postOutline(region: string, year: number, signal: AbortSignal): Promise<HeldOutline> {
  return held('/outlines', { ...posting({ region, year }), signal })
}

export function patchOutline(
  { outline: { id }, etag }: HeldOutline,
  edits: readonly OutlineEditJson[],
): Promise<HeldOutline> {
  const headers = { ...JSON_BODY, 'if-match': etag }
  return held(pathOf(id), { method: 'PATCH', headers, body: JSON.stringify({ edits }) })
}

/** @param section counted from 1 */
export function regenerate({ outline: { id }, etag }: HeldOutline, section: number): Promise<HeldOutline> {
  return held(`${pathOf(id)}/sections/${section}/regenerate`, {
    method: 'POST',
    headers: { 'if-match': etag },
  })
}

export function restore({ outline: { id }, etag }: HeldOutline, version: number): Promise<HeldOutline> {
  const { headers, ...rest } = posting({ version })
  return held(`${pathOf(id)}/restore`, { ...rest, headers: { ...headers, 'if-match': etag } })
}

export async function getVersions(id: string, signal: AbortSignal): Promise<readonly OutlineVersionJson[]> {
  const { versions }: { versions: OutlineVersionJson[] } = await request(`${pathOf(id)}/versions`, { signal })
  return versions
}

/** What changed from an older version of a draft to its newest. */
export function getChanges(id: string, since: number, signal: AbortSignal): Promise<OutlineComparisonJson> {
  return request(`${pathOf(id)}/compare?with_version=${since}`, { signal })
}

export async function deleteOutline(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' })
}

/** Address of a draft as a file. */
export function exportAddress(id: string, format: string, mode: string): string {
  return `/api/v1${pathOf(id)}/export?format=${format}&mode=${mode}`
}

function pathOf(id: string): string {
  return `/outlines/${encodeURIComponent(id)}`
}

function posting(body: unknown) {
  return { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) }
}

async function held(path: string, init: RequestInit): Promise<HeldOutline> {
  const response = await send(path, init)
  return { outline: (await response.json()) as OutlineJson, etag: response.headers.get('etag') ?? '' }
}
