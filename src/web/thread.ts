import type { ConversationJson } from '../api/conversation-schema.ts'
import type { AnswerJson } from '../api/schema.ts'
import { verifiedSentences } from './verdict.ts'

/** One question of a conversation with its answer. */
export interface Turn {
  readonly answerId: string
  /** The first answer to the same question; its own id where it was asked once. */
  readonly firstAnswerId: string
  readonly question: string
  /** Null when it is not kept any more. */
  readonly answer: AnswerJson | null
}

/** A conversation in the order of asking, or a single answer that belongs to none. */
export interface Thread {
  readonly conversationId: string | null
  readonly turns: readonly Turn[]
}

export function threadOf({ id, turns }: ConversationJson): Thread {
  return {
    conversationId: id,
    turns: turns.map(({ answer_id, again_of, question, answer }) => ({
      answerId: answer_id,
      firstAnswerId: again_of ?? answer_id,
      question,
      answer,
    })),
  }
}

/**
 * The thread with one more answer, or with a newer state of one it has.
 * @param againOf the answer that was asked for again
 */
export function withAnswer(
  thread: Thread | undefined,
  answer: AnswerJson,
  againOf: string | null = null,
): Thread {
  const turns = thread?.turns ?? []
  const earlier = turns.find(({ answerId }) => answerId === (againOf ?? answer.id))
  const firstAnswerId = earlier?.firstAnswerId ?? answer.id
  const turn = { answerId: answer.id, firstAnswerId, question: answer.question, answer }
  const isKnown = turns.some(({ answerId }) => answerId === answer.id)
  return {
    conversationId: answer.conversation_id,
    turns: isKnown ? turns.map((one) => (one.answerId === answer.id ? turn : one)) : [...turns, turn],
  }
}

/** What an answer says, in one line. */
export function gistOf({ answer }: Turn): string {
  if (answer === null) return '这条回答已不再保存。'
  const [first] = verifiedSentences(answer)
  return answer.refusal?.message ?? answer.lead ?? first?.text ?? answer.missing[0]?.note ?? ''
}

/** The answers to one question, in the order they were given; one of them is shown. */
export interface Versions {
  readonly answerIds: readonly string[]
  readonly shown: Turn
  /** Whether the shown answer says what the one before it said. */
  readonly isRepeat: boolean
}

/** The questions of a thread in their order; of several answers the open one is shown, else the last. */
export function versionsOf(turns: readonly Turn[], openId: string | null): readonly Versions[] {
  const byQuestion = Map.groupBy(turns, ({ firstAnswerId }) => firstAnswerId)
  return [...byQuestion.values()].flatMap((versions) => {
    const shown = versions.find(({ answerId }) => answerId === openId) ?? versions.at(-1)
    if (shown === undefined) return []
    const before = versions[versions.indexOf(shown) - 1]
    const isRepeat = before?.answer?.text !== undefined && before.answer.text === shown.answer?.text
    return [{ answerIds: versions.map(({ answerId }) => answerId), shown, isRepeat }]
  })
}
