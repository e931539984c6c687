import type { AnswerStore, Feedback } from '../answer/index.ts'
import type { Conversation, ConversationHead } from '../conversation/index.ts'
import type { ConversationHeadJson, ConversationJson, FeedbackJson } from './conversation-schema.ts'
import { answerSchema } from './schema.ts'

export function toConversationHeadJson(head: ConversationHead): ConversationHeadJson {
  const { id, title, isPinned, createdAt, turnCount } = head
  return { id, title, pinned: isPinned, created_at: createdAt, turns: turnCount }
}

/** A conversation with the answers as they are stored. */
export function toConversationJson(conversation: Conversation, answers: AnswerStore): ConversationJson {
  return {
    ...toConversationHeadJson(conversation),
    turns: conversation.turns.map(({ question, understood, answerId, againOf, askedAt }) => {
      const stored = answers.get(answerId)
      return {
        question,
        understood,
        answer_id: answerId,
        again_of: againOf,
        asked_at: askedAt,
        answer: stored === undefined ? null : answerSchema.parse(JSON.parse(stored)),
      }
    }),
  }
}

export function toFeedbackJson(feedback: Feedback): FeedbackJson {
  return {
    id: feedback.id,
    answer_id: feedback.answerId,
    question: feedback.question,
    sentence: feedback.sentence,
    sentence_text: feedback.sentenceText,
    verdict: feedback.verdict,
    note: feedback.note,
    created_at: feedback.createdAt,
  }
}
