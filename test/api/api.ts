import { createApi } from '../../src/api/index.ts'
import type { Document } from '../../src/corpus/index.ts'
import { openFixedService } from '../../src/runtime/fixed-service.ts'
import { readSeed, SEEDS } from '../reader.ts'

export const seedDocuments: readonly Document[] = (Object.keys(SEEDS) as (keyof typeof SEEDS)[]).map(readSeed)

/** The API over documents in memory. */
export async function openApi(documents: readonly Document[] = seedDocuments) {
  const deps = await openFixedService(documents)
  return { deps, api: createApi(deps) }
}

export type Api = Awaited<ReturnType<typeof openApi>>['api']

export async function post(api: Api, path: string, body: unknown): Promise<Response> {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  return api.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content })
}
