import type {
  ConversationHeadJson,
  ConversationJson,
  ConversationSearchJson,
  FeedbackJson,
  FeedbackRequestJson,
} from '../api/conversation-schema.ts'
import { request } from './api-client.ts'

const MOST_AT_ONCE = 200
const JSON_BODY = { 'content-type': 'application/json' } as const

/** All of them; pinned ones first, then those asked last. */
export async function getConversations(signal: AbortSignal): Promise<readonly ConversationHeadJson[]> {
  const all: ConversationHeadJson[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`
    const page: { conversations: ConversationHeadJson[]; next_cursor: string | null } = await request(
      `/conversations?limit=${MOST_AT_ONCE}${from}`,
      { signal },
    )
    all.push(...page.conversations)
    cursor = page.next_cursor
  }
  return all
}

export function getConversation(id: string, signal: AbortSignal): Promise<ConversationJson> {
  return request(pathOf(id), { signal })
}

export function patchConversation(
  id: string,
  edit: { readonly title?: string; readonly pinned?: boolean },
): Promise<ConversationHeadJson> {
  return request(pathOf(id), { method: 'PATCH', headers: JSON_BODY, body: JSON.stringify(edit) })
}

export function searchConversations(query: string, signal: AbortSignal): Promise<ConversationSearchJson> {
  return request(`/conversations/search?query=${encodeURIComponent(query)}`, { signal })
}

export function postFeedback(said: FeedbackRequestJson): Promise<FeedbackJson> {
  return request('/feedback', { method: 'POST', headers: JSON_BODY, body: JSON.stringify(said) })
}

/** Where a conversation is found. */
export function pathOf(id: string): string {
  return `/conversations/${encodeURIComponent(id)}`
}
