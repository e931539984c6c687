import { useEffect, useRef } from 'react'
import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import { besideComparison } from '../comparison-rows.ts'
import type { Filters } from '../filter.ts'
import { failedSentences, isVerified } from '../verdict.ts'
import { AnswerFooter } from './answer-footer.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { Conflicts } from './conflicts.tsx'
import { FailedSentences } from './failed-sentences.tsx'
import { Footnotes } from './footnotes.tsx'
import { Interpretation } from './interpretation.tsx'
import { MissingSides } from './missing-sides.tsx'
import { NearMisses } from './near-misses.tsx'
import { QuestionList } from './question-list.tsx'
import { Refusal } from './refusal.tsx'
import { Sentence } from './sentence.tsx'

interface Props {
  readonly answer: AnswerJson
  readonly overview: OverviewJson | null
  /** Another answer to the same question is on its way. */
  readonly isBusy: boolean
  onAsk(question: string, filters?: Filters): void
}

export function AnswerCard({ answer, overview, isBusy, onAsk }: Props) {
  const heading = useHeadingFocus(answer.id)
  const { comparison, lead, notice } = answer
  const verified = besideComparison(answer).filter(isVerified)
  return (
    <article className="answer" data-testid="answer" aria-labelledby="asked" aria-busy={isBusy}>
      <h2 id="asked" ref={heading} tabIndex={-1}>
        {answer.question}
      </h2>
      <Interpretation
        answer={answer}
        overview={overview}
        isBusy={isBusy}
        onChange={(filters) => onAsk(answer.question, filters)}
      />
      {answer.refusal !== null && <Refusal refusal={answer.refusal} scope={answer.scope} />}
      {notice !== null && <p className="note">{notice}</p>}
      {lead !== null && <p className="lead">{lead}</p>}
      {comparison !== null && <ComparisonTable answer={answer} comparison={comparison} />}
      {verified.length > 0 && (
        <ul className="sentences">
          {verified.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a stored answer never move
            <Sentence key={index} sentence={sentence} citations={answer.citations} />
          ))}
        </ul>
      )}
      {comparison === null ? (
        <MissingSides missing={answer.missing} />
      ) : (
        comparison.note !== null && <p className="note">{comparison.note}</p>
      )}
      <Conflicts conflicts={answer.conflicts} citations={answer.citations} />
      <FailedSentences sentences={failedSentences(answer)} />
      <Footnotes answer={answer} />
      <NearMisses nearMisses={answer.near_misses} isRefused={answer.kind === 'refused'} />
      <AnswerFooter answer={answer} />
      <QuestionList title="接着问" questions={answer.follow_ups} onAsk={onAsk} />
    </article>
  )
}

/** When the button that asked has left the page, reading goes on at the answer instead of at the top. */
function useHeadingFocus(answerId: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [answerId])
  return heading
}
