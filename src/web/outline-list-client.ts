import type { DraftableJson, OutlineComparisonJson, OutlineHeadJson } from '../api/outline-schema.ts'
import { request } from './api-client.ts'
import { outlinePath } from './outline-client.ts'

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

export async function getVersions(id: string, signal: AbortSignal): Promise<readonly OutlineVersionJson[]> {
  const { versions }: { versions: OutlineVersionJson[] } = await request(`${outlinePath(id)}/versions`, {
    signal,
  })
  return versions
}

/** What changed from an older version of a draft to its newest. */
export function getChanges(id: string, since: number, signal: AbortSignal): Promise<OutlineComparisonJson> {
  return request(`${outlinePath(id)}/compare?with_version=${since}`, { signal })
}
