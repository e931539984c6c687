import type { ConversationJson } from '../api/conversation-schema.ts'
import type { AnswerJson } from '../api/schema.ts'
import { verifiedSentences } from './verdict.ts'

/** One question of a conversation with its answer. */
export interface Turn {
  readonly answerId: string
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
    turns: turns.map(({ answer_id, question, answer }) => ({ answerId: answer_id, question, answer })),
  }
}

/** The thread with one more answer, or with a newer state of one it has. */
export function withAnswer(thread: Thread | undefined, answer: AnswerJson): Thread {
  const turn = { answerId: answer.id, question: answer.question, answer }
  const turns = thread?.turns ?? []
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
