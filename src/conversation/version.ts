import type { Turn } from './conversation.ts'

/** The first answer to the question of a turn; all versions of an answer share it. */
export function firstAnswerTo({ againOf, answerId }: Turn): string {
  return againOf ?? answerId
}

/**
 * What a question can lean on: of every question the last version, and of one that is asked again nothing behind it.
 * @param againOf the first answer to the question, where it is asked again
 */
export function leanedOn(turns: readonly Turn[], againOf: string | null): readonly Turn[] {
  const end = againOf === null ? -1 : turns.findIndex(({ answerId }) => answerId === againOf)
  const before = end === -1 ? turns : turns.slice(0, end)
  const last = new Map(turns.map((turn) => [firstAnswerTo(turn), turn]))
  return before.flatMap((turn) => (turn.againOf === null ? (last.get(turn.answerId) ?? turn) : []))
}
