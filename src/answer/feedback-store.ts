/** What readers may say of an answer or of one sentence of it. */
export const FEEDBACK_VERDICTS = ['right', 'wrong', 'wrong_source', 'incomplete', 'wrongly_refused'] as const
export type FeedbackVerdict = (typeof FEEDBACK_VERDICTS)[number]

/** A reader's word on an answer. Holds what it is about, so that it outlasts the answer. */
export interface Feedback {
  readonly id: string
  readonly answerId: string
  readonly question: string
  /** Number of the sentence in the answer, from 0; null for the answer as a whole. */
  readonly sentence: number | null
  readonly sentenceText: string | null
  readonly verdict: FeedbackVerdict
  readonly note: string
  readonly createdAt: string
}

export interface NumberedFeedback {
  readonly number: number
  readonly feedback: Feedback
}

/**
 * What readers said, in the order in which they said it; nothing removes it.
 * @throws StorageError when the medium fails
 */
export interface FeedbackStore {
  add(feedback: Feedback): void
  /**
   * Newest first.
   * @param before number of the last one already seen
   */
  list(limit: number, before?: number): readonly NumberedFeedback[]
}
