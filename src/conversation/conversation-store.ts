import type { Conversation, ConversationHead, DiscardedConversation, Turn } from './conversation.ts'

/** What a person may change about a conversation. */
export interface ConversationEdit {
  readonly title?: string
  readonly isPinned?: boolean
}

/**
 * Conversations with their turns. One in the recycle bin is unknown to all but the methods that name the bin.
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
  /**
   * Puts a conversation into the recycle bin.
   * @param at ISO time
   */
  discard(id: string, at: string): boolean
  /** The recycle bin, the last one put in first. */
  discarded(): readonly DiscardedConversation[]
  /** Takes a conversation out of the recycle bin, as it was. */
  restore(id: string): boolean
  /** The answers of a conversation, in the bin or not, in the order of asking. */
  answerIdsOf(id: string): readonly string[]
  /** Removes a conversation for good, in the bin or not. */
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
