import { useCallback, useState } from 'react'
import type { ConversationHeadJson } from '../../api/conversation-schema.ts'
import { getConversations } from '../conversation-client.ts'
import { type Resource, useResource } from './use-resource.ts'

export interface Conversations {
  readonly list: Resource<readonly ConversationHeadJson[]>
  /** Counts the changes. */
  readonly version: number
  /** To be called after every change; the list is then loaded again. */
  changed(): void
}

export function useConversations(): Conversations {
  const [version, setVersion] = useState(0)
  const list = useResource('conversations', load, version)
  const changed = useCallback(() => setVersion((before) => before + 1), [])
  return { list, version, changed }
}

function load(_: string, signal: AbortSignal): Promise<readonly ConversationHeadJson[]> {
  return getConversations(signal)
}
