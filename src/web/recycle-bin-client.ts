import type { DiscardedJson } from '../api/conversation-schema.ts'
import type { DiscardedOutlineJson } from '../api/outline-schema.ts'
import { request, send } from './api-client.ts'
import { pathOf } from './conversation-client.ts'
import { outlinePath } from './outline-client.ts'

/** What lies in a recycle bin, whatever it is. */
export interface Lying {
  readonly id: string
  readonly title: string
  readonly erased_on: string
}

/** A recycle bin of the service. */
export interface BinClient<T extends Lying> {
  load(key: string, signal: AbortSignal): Promise<readonly T[]>
  /** Puts one in. */
  discard(id: string): Promise<void>
  restore(id: string): Promise<void>
  erase(id: string): Promise<void>
}

export const CONVERSATION_BIN: BinClient<DiscardedJson> = {
  load: async (_, signal) => {
    const bin = await request<{ readonly conversations: readonly DiscardedJson[] }>('/conversations/bin', {
      signal,
    })
    return bin.conversations
  },
  ...changes(pathOf, (id) => `${pathOf(id)}/restore`),
}

export const OUTLINE_BIN: BinClient<DiscardedOutlineJson> = {
  load: async (_, signal) => {
    const bin = await request<{ readonly outlines: readonly DiscardedOutlineJson[] }>('/outlines/bin', {
      signal,
    })
    return bin.outlines
  },
  ...changes(outlinePath, (id) => `/outlines/bin/${encodeURIComponent(id)}/restore`),
}

function changes(path: (id: string) => string, restorePath: (id: string) => string) {
  const call = async (address: string, method: string) => {
    await send(address, { method })
  }
  return {
    discard: (id: string) => call(path(id), 'DELETE'),
    restore: (id: string) => call(restorePath(id), 'POST'),
    erase: (id: string) => call(`${path(id)}?forever=true`, 'DELETE'),
  }
}
