import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import { filtersOf } from '../filter.ts'
import type { Ask } from '../hook/use-answers.ts'
import { usePrinting } from '../hook/use-printing.ts'
import type { Phase, Running } from '../hook/use-question.ts'
import type { Shown } from '../shown.ts'
import { gistOf, type Turn, versionsOf } from '../thread.ts'
import { AnswerCard, type CardActions } from './answer-card.tsx'
import { PaperTurn } from './paper-turn.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly shown: Extract<Shown, { readonly kind: 'thread' }>
  readonly conversationId: string | null
  readonly overview: OverviewJson | null
  readonly actions: Omit<CardActions, 'askAgain'>
}

/** The questions of a conversation in their order; one stands open, the others with their first sentence. Paper has all. */
export function Conversation({ shown, conversationId, overview, actions }: Props) {
  const isPrinting = usePrinting()
  return (
    <ol className="turns">
      {entriesOf(shown, actions.ask).map(({ key, turn, answerIds, isRepeat, phase, isOpen, askAgain }) => (
        <li key={key}>
          {isOpen ? (
            <AnswerCard
              question={turn.question}
              answer={turn.answer}
              answerIds={answerIds}
              isRepeat={isRepeat}
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
          {isPrinting && !isOpen && phase === null && <PaperTurn turn={turn} overview={overview} />}
        </li>
      ))}
    </ol>
  )
}

interface Entry {
  /** Stays the same when the answer is complete, so that nothing on the page is made anew. */
  readonly key: string
  readonly turn: Turn
  /** All answers to this question that are stored, in the order they were given. */
  readonly answerIds: readonly string[]
  readonly isRepeat: boolean
  /** Null once the answer is stored. */
  readonly phase: Phase | null
  readonly isOpen: boolean
  /** The same under the same conditions. */
  askAgain(): void
}

function entriesOf({ turns, openId, running }: Props['shown'], ask: Ask): readonly Entry[] {
  const stored = versionsOf(turns, openId).map(({ answerIds, isRepeat, shown: turn }) => ({
    key: turn.answerId,
    turn,
    answerIds,
    isRepeat,
    phase: null,
    isOpen: turn.answerId === openId && turn.answer !== null,
    askAgain: () => turn.answer !== null && askLike(turn.answer, turn.firstAnswerId, ask),
  }))
  if (running === null) return stored
  const own = entryOf(running, openId === null, ask)
  const earlier = stored.find(({ turn }) => turn.firstAnswerId === running.asked.againOf)
  if (earlier === undefined) return [...stored, own]
  const again = { ...own, answerIds: earlier.answerIds }
  return stored.map((entry) => (entry === earlier && own.isOpen ? again : entry))
}

function entryOf({ asked, answer, phase }: Running, isOpen: boolean, ask: Ask): Entry {
  const { question, filters, isStandalone, againOf } = asked
  const answerId = answer?.id ?? ''
  return {
    key: answerId || 'asked',
    turn: { answerId, firstAnswerId: againOf ?? answerId, question, answer },
    answerIds: [],
    isRepeat: false,
    phase,
    isOpen,
    askAgain: () => ask(question, { isStandalone, againOf, ...(filters === null ? {} : { filters }) }),
  }
}

function askLike(answer: AnswerJson, againOf: string, ask: Ask): void {
  const isStandalone = answer.interpreted.resolved_question === null
  ask(answer.question, { filters: filtersOf(answer), isStandalone, againOf })
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
