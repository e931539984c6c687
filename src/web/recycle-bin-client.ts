import type { ConversationHeadJson, DiscardedJson } from '../api/conversation-schema.ts'
import { request, send } from './api-client.ts'
import { pathOf } from './conversation-client.ts'

/** Puts it into the recycle bin. */
export async function discardConversation(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' })
}

export async function eraseConversation(id: string): Promise<void> {
  await send(`${pathOf(id)}?forever=true`, { method: 'DELETE' })
}

export async function getDiscarded(signal: AbortSignal): Promise<readonly DiscardedJson[]> {
  const bin = await request<{ readonly conversations: readonly DiscardedJson[] }>('/conversations/bin', {
    signal,
  })
  return bin.conversations
}

export function restoreConversation(id: string): Promise<ConversationHeadJson> {
  return request(`${pathOf(id)}/restore`, { method: 'POST' })
}
