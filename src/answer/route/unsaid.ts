import type { Desk } from '../desk.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse } from '../evidence/layers.ts'
import { coverageOf } from '../judge/selection.ts'
import { proseTopic } from '../question/prose-topic.ts'
import type { Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'

/** What is missing weighs this much of the question before it is told. */
const LEAST_UNSAID = 0.08
const LONGEST_WORD = 4

/** A word of the question that neither the quotations nor what they stand under say is told, and not passed over. */
export function unsaidLead(question: Question, parts: readonly Evidence[], desk: Desk): string | null {
  if (parts.length === 0 || question.kind !== 'fact') return null
  const asked = weighTopic(question.query.pieces, desk.rarity)
  const topic = parts.every(({ indexed }) => isProse(indexed))
    ? proseTopic(asked, question.query.view)
    : asked
  const { gap } = coverageOf(parts, topic)
  const word = gap.word.length > 1 ? gap.word : wordAround(gap.text, question)
  return gap.share >= LEAST_UNSAID && word.length > 1
    ? `原文没有写“${word}”，下面是最相近的表述，请核对：`
    : null
}

/** 中医师, of which only 医师 was found: the letter that makes another word of it, with what it stands in front of. */
function wordAround(gap: string, { query }: Question): string {
  if (gap.length !== 1) return gap
  const piece = query.pieces.find(({ text }) => text.includes(gap))?.text ?? ''
  return piece.slice(piece.indexOf(gap)).slice(0, LONGEST_WORD)
}
