import type { FeedbackStore, NumberedFeedback } from '../../answer/index.ts'

/** Feedback for as long as the process lives. */
export function createMemoryFeedbackStore(): FeedbackStore {
  const held: NumberedFeedback[] = []
  return {
    add: (feedback) => void held.push({ number: held.length + 1, feedback }),
    list: (limit, before = Number.POSITIVE_INFINITY) =>
      held
        .filter(({ number }) => number < before)
        .reverse()
        .slice(0, limit),
  }
}
