import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import { filtersOf } from '../filter.ts'
import type { Ask } from '../hook/use-answers.ts'
import type { Phase } from '../hook/use-question.ts'
import type { Shown } from '../shown.ts'
import { gistOf, type Turn } from '../thread.ts'
import { AnswerCard, type CardActions } from './answer-card.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly shown: Extract<Shown, { readonly kind: 'thread' }>
  readonly conversationId: string | null
  readonly overview: OverviewJson | null
  readonly actions: Omit<CardActions, 'askAgain'>
}

/** The questions of a conversation in their order; one stands open, the others with their first sentence. */
export function Conversation({ shown, conversationId, overview, actions }: Props) {
  return (
    <ol className="turns">
      {entriesOf(shown, actions.ask).map(({ key, turn, phase, isOpen, askAgain }) => (
        <li key={key}>
          {isOpen ? (
            <AnswerCard
              question={turn.question}
              answer={turn.answer}
              phase={phase}
              overview={overview}
              actions={{ ...actions, askAgain }}
            />
          ) : (
            <FoldedTurn
              turn={turn}
              conversationId={turn.answer?.conversation_id ?? conversationId}
              gist={phase?.kind === 'telling' ? '正在回答。' : gistOf(turn)}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

interface Entry {
  /** Stays the same when the answer is complete, so that nothing on the page is made anew. */
  readonly key: string
  readonly turn: Turn
  /** Null once the answer is stored. */
  readonly phase: Phase | null
  readonly isOpen: boolean
  /** The same under the same conditions. */
  askAgain(): void
}

function entriesOf({ turns, openId, running }: Props['shown'], ask: Ask): readonly Entry[] {
  const stored = turns.map((turn) => ({
    key: turn.answerId,
    turn,
    phase: null,
    isOpen: turn.answerId === openId && turn.answer !== null,
    askAgain: () => turn.answer !== null && askLike(turn.answer, ask),
  }))
  if (running === null) return stored
  const { asked, answer, phase } = running
  const turn = { answerId: answer?.id ?? '', question: asked.question, answer }
  const { question, filters, isStandalone } = asked
  const askAgain = () => ask(question, { isStandalone, ...(filters === null ? {} : { filters }) })
  return [...stored, { key: turn.answerId || 'asked', turn, phase, isOpen: openId === null, askAgain }]
}

function askLike(answer: AnswerJson, ask: Ask): void {
  const whole = answer.interpreted.resolved_question ?? answer.question
  ask(whole, { filters: filtersOf(answer), isStandalone: true })
}

interface FoldedProps {
  readonly turn: Turn
  readonly conversationId: string | null
  readonly gist: string
}

function FoldedTurn({ turn: { answerId, question }, conversationId, gist }: FoldedProps) {
  return (
    <h2 className="folded-turn">
      <RouteLink to={{ view: 'ask', conversationId, answerId, source: null }}>
        <span className="asked">{question}</span>
        <span className="gist">{gist}</span>
      </RouteLink>
    </h2>
  )
}
