import type { FeedbackJson } from '../api/conversation-schema.ts'

export type FeedbackVerdictJson = FeedbackJson['verdict']

type Reason = readonly [FeedbackVerdictJson, string]

const ANSWERED: readonly Reason[] = [
  ['wrong', '内容不对，或答非所问'],
  ['wrong_source', '出处不对'],
  ['incomplete', '不完整，有遗漏'],
]

const REFUSED: readonly Reason[] = [
  ['wrongly_refused', '资料里有，却没有回答'],
  ['wrong', '没有理解问题'],
]

/** What can be wrong, the likeliest first. */
export function reasonsFor(isRefused: boolean): readonly Reason[] {
  return isRefused ? REFUSED : ANSWERED
}
