/** One question of a conversation. */
export interface Turn {
  /** As it was asked. */
  readonly question: string
  /** The whole question it was taken for; null when it asked nothing a later question could refer to. */
  readonly understood: string | null
  readonly answerId: string
  /** The first answer to the same question, where it was asked again; else null. */
  readonly againOf: string | null
  readonly askedAt: string
}

/** A conversation without its turns. */
export interface ConversationHead {
  readonly id: string
  readonly title: string
  readonly isPinned: boolean
  readonly createdAt: string
  readonly turnCount: number
  /** Rises with every turn of any conversation; the greatest was asked last. */
  readonly touched: number
}

/** A conversation in the recycle bin. */
export interface DiscardedConversation extends ConversationHead {
  /** ISO time. */
  readonly discardedAt: string
}

export interface Conversation extends ConversationHead {
  /** In the order of asking. */
  readonly turns: readonly Turn[]
}
