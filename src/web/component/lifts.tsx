import type { AnswerJson } from '../../api/schema.ts'
import type { Filters } from '../filter.ts'
import { liftsOf } from '../lift.ts'

interface Props {
  readonly answer: AnswerJson
  onLift(filters: Filters): void
}

/** Which condition left nothing over, and how to do without it. */
export function Lifts({ answer, onLift }: Props) {
  const lifts = liftsOf(answer)
  if (lifts.length === 0) return null
  return (
    <section className="lifts" aria-label="放宽条件" data-testid="lifts">
      <p>本次限于{lifts.map(({ condition }) => condition).join('、')}。</p>
      <p className="lift-buttons">
        {lifts.map(({ label, filters }) => (
          <button key={label} type="button" onClick={() => onLift(filters)}>
            {label}
          </button>
        ))}
      </p>
    </section>
  )
}
