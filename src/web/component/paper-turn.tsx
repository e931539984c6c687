import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import type { Turn } from '../thread.ts'
import { AnswerBody } from './answer-body.tsx'
import { AnswerFooter } from './answer-footer.tsx'
import { Interpretation } from './interpretation.tsx'
import { Resolved } from './resolved.tsx'

interface Props {
  readonly turn: Turn
  readonly overview: OverviewJson | null
}

/** A question that does not stand open, whole, as it goes on paper; nothing of it can be pressed there. */
export function PaperTurn({ turn: { question, answer }, overview }: Props) {
  return (
    <article className="answer paper-turn" aria-label={question}>
      <h2>{question}</h2>
      {answer === null ? (
        <p className="note">这条回答已不再保存。</p>
      ) : (
        <PaperAnswer answer={answer} overview={overview} />
      )}
    </article>
  )
}

function PaperAnswer({ answer, overview }: Pick<Props, 'overview'> & { readonly answer: AnswerJson }) {
  return (
    <>
      <Resolved answer={answer} onAskAsIs={none} />
      <Interpretation answer={answer} overview={overview} onChange={none} />
      <AnswerBody answer={answer} isStored={true} onLift={none} />
      <AnswerFooter answer={answer} />
    </>
  )
}

const none = () => undefined
