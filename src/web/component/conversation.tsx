import type { OverviewJson } from '../../api/schema.ts'
import type { Phase } from '../hook/use-question.ts'
import type { Shown } from '../shown.ts'
import { gistOf, type Turn } from '../thread.ts'
import { AnswerCard, type CardActions } from './answer-card.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly shown: Extract<Shown, { readonly kind: 'thread' }>
  readonly conversationId: string | null
  readonly overview: OverviewJson | null
  readonly actions: CardActions
}

/** The questions of a conversation in their order; one stands open, the others with their first sentence. */
export function Conversation({ shown, conversationId, overview, actions }: Props) {
  return (
    <ol className="turns">
      {entriesOf(shown).map(({ key, turn, phase, isOpen }) => (
        <li key={key}>
          {isOpen ? (
            <AnswerCard
              question={turn.question}
              answer={turn.answer}
              phase={phase}
              overview={overview}
              actions={actions}
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
}

function entriesOf({ turns, openId, running }: Props['shown']): readonly Entry[] {
  const stored = turns.map((turn) => ({
    key: turn.answerId,
    turn,
    phase: null,
    isOpen: turn.answerId === openId && turn.answer !== null,
  }))
  if (running === null) return stored
  const { asked, answer, phase } = running
  const turn = { answerId: answer?.id ?? '', question: asked.question, answer }
  return [...stored, { key: turn.answerId || 'asked', turn, phase, isOpen: openId === null }]
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
