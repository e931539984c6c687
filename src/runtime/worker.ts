import seedSnapshot from '../../dist/seed-snapshot.txt'
import { createApi } from '../api/index.ts'
import { openFixedService } from './fixed-service.ts'
import { readSeedSnapshot } from './seed-snapshot.ts'

type Api = ReturnType<typeof createApi>

/** Made by the first request, not at start: a Worker's start has far tighter limits than a request. */
let api: Promise<Api> | undefined

async function openApi(): Promise<Api> {
  return createApi(await openFixedService(readSeedSnapshot(seedSnapshot)))
}

export default {
  async fetch(request: Request): Promise<Response> {
    api ??= openApi()
    return (await api).fetch(request)
  },
}
