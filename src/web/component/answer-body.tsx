import type { AnswerJson } from '../../api/schema.ts'
import { besideComparison } from '../comparison-rows.ts'
import type { Filters } from '../filter.ts'
import { failedSentences, isVerified } from '../verdict.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { Conflicts } from './conflicts.tsx'
import { FailedSentences } from './failed-sentences.tsx'
import { Footnotes } from './footnotes.tsx'
import { Lifts } from './lifts.tsx'
import { MissingSides } from './missing-sides.tsx'
import { NearMisses } from './near-misses.tsx'
import { Refusal } from './refusal.tsx'
import { Sentence } from './sentence.tsx'

interface Props {
  readonly answer: AnswerJson
  /** Whether it is stored, so that something can be said of it. */
  readonly isStored: boolean
  /** Asks again without a condition that has left nothing over. */
  onLift(filters: Filters): void
}

/** What was proven, what was not found and what did not pass, as far as it has been told. */
export function AnswerBody({ answer, isStored, onLift }: Props) {
  const { comparison, lead, notice, citations } = answer
  const verified = besideComparison(answer).filter(isVerified)
  return (
    <>
      {answer.refusal !== null && <Refusal refusal={answer.refusal} scope={answer.scope} />}
      <Lifts answer={answer} onLift={onLift} />
      {notice !== null && answer.state === 'complete' && <p className="note">{notice}</p>}
      {lead !== null && <p className="lead">{lead}</p>}
      {comparison !== null && <ComparisonTable answer={answer} comparison={comparison} />}
      {verified.length > 0 && (
        <ul className="sentences">
          {verified.map((sentence) => {
            const index = answer.sentences.indexOf(sentence)
            const about = isStored ? { answerId: answer.id, sentence: index } : null
            return <Sentence key={index} sentence={sentence} citations={citations} about={about} />
          })}
        </ul>
      )}
      {comparison === null ? (
        <MissingSides missing={answer.missing} />
      ) : (
        comparison.note !== null && <p className="note">{comparison.note}</p>
      )}
      <Conflicts conflicts={answer.conflicts} citations={citations} />
      <FailedSentences sentences={failedSentences(answer)} />
      <Footnotes answer={answer} />
      <NearMisses nearMisses={answer.near_misses} isRefused={answer.kind === 'refused'} />
    </>
  )
}
