import type { Desk } from '../desk.ts'
import type { Evidence } from '../evidence.ts'
import { isProse } from '../layers.ts'
import { proseTopic } from '../prose-topic.ts'
import type { Question } from '../question.ts'
import { coverageOf } from '../selection.ts'
import { weighTopic } from '../topic.ts'

/** What is missing weighs this much of the question before it is told. */
const LEAST_UNSAID = 0.08

/** A word of the question that neither the quotations nor what they stand under say is told, and not passed over. */
export function unsaidLead(question: Question, parts: readonly Evidence[], desk: Desk): string | null {
  if (parts.length === 0 || question.kind !== 'fact') return null
  const asked = weighTopic(question.query.pieces, desk.rarity)
  const topic = parts.every(({ indexed }) => isProse(indexed))
    ? proseTopic(asked, question.query.view)
    : asked
  const { gap } = coverageOf(parts, topic)
  return gap.share >= LEAST_UNSAID && gap.word.length > 1
    ? `原文没有写“${gap.word}”，下面是最相近的表述，请核对：`
    : null
}
