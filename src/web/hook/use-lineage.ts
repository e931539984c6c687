import type { LineageJson } from '../../api/lineage-json.ts'
import { getLineage } from '../lineage-client.ts'
import { type Resource, useResource } from './use-resource.ts'

/** @param version changes when the library has changed */
export function useLineage(region: string | null, version: number): Resource<LineageJson> {
  return useResource(region, getLineage, version)
}
