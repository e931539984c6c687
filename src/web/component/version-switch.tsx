import type { AnswerJson } from '../../api/schema.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly answer: AnswerJson
  /** All stored answers to the question, in the order they were given. */
  readonly answerIds: readonly string[]
}

/** Goes from one answer to the same question to another; nothing is shown for a single one. */
export function VersionSwitch({ answer: { id, conversation_id: conversationId }, answerIds }: Props) {
  if (answerIds.length < 2) return null
  const at = answerIds.indexOf(id)
  const linkTo = (answerId: string | undefined, label: string, sign: string) =>
    answerId === undefined ? (
      <span className="version-end" aria-hidden="true">
        {sign}
      </span>
    ) : (
      <RouteLink to={{ view: 'ask', conversationId, answerId, source: null }}>
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">{sign}</span>
      </RouteLink>
    )
  return (
    <span className="version-switch" data-testid="versions">
      {linkTo(answerIds[at - 1], '上一次回答', '‹')}
      <span className="note">
        {at + 1}/{answerIds.length}
      </span>
      {linkTo(answerIds[at + 1], '下一次回答', '›')}
    </span>
  )
}
