import type { Conversation, ConversationHead, Turn } from './conversation.ts'

/** What a person may change about a conversation. */
export interface ConversationEdit {
  readonly title?: string
  readonly isPinned?: boolean
}

/**
 * Conversations with their turns.
 * @throws StorageError when the medium fails
 */
export interface ConversationStore {
  /** Adds a turn; the first one makes the conversation, with its question as the title. */
  append(id: string, turn: Turn): void
  get(id: string): Conversation | undefined
  /**
   * Pinned ones first, then those asked last.
   * @param after the last one already seen
   */
  list(limit: number, after?: Pick<ConversationHead, 'isPinned' | 'touched'>): readonly ConversationHead[]
  /** False for an unknown id. */
  edit(id: string, edit: ConversationEdit): boolean
  remove(id: string): boolean
}

const LONGEST_TITLE = 60

/** The title of a conversation that begins with this question. */
export function titleOf(question: string): string {
  const characters = [...question.replace(/\s+/gu, ' ').trim()]
  return characters.length <= LONGEST_TITLE
    ? characters.join('')
    : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`
}
