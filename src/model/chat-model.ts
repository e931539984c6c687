export interface ChatMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  readonly maxOutputTokens: number
}

export interface ChatUsage {
  readonly promptTokens: number
  readonly completionTokens: number
}

/** One step of a completion. An empty text is a sign of life: the model thinks, or does what nobody asked for. */
export type ChatPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'end'
      /** The server's name for this completion. */
      readonly id: string | null
      /** Null when the server never said why it ended. */
      readonly finishReason: string | null
      readonly usage: ChatUsage | null
    }

/** Writes one completion for some messages, piece by piece. */
export interface ChatModel {
  /** What a reader is told wrote the words. */
  readonly id: string
  /**
   * Text as it comes, then one `end`. Once the signal is aborted, or the caller stops reading, the request is closed
   * and the stream ends without an `end`.
   * @throws ChatFault
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatPart>
}
