import type { LineageJson } from '../api/lineage-json.ts'
import { request } from './api-client.ts'

export function getLineage(region: string, signal: AbortSignal): Promise<LineageJson> {
  return request(`/lineage?${new URLSearchParams({ region })}`, { signal })
}
