import type { ComparisonJson } from '../../api/eval-schema.ts'
import { getComparison } from '../eval-client.ts'
import { differenceLabel, figureLabel, intervalLabel } from '../eval-wording.ts'
import { useResource } from '../hook/use-resource.ts'
import { countLabel, timeLabel } from '../wording.ts'
import { EvalScroll } from './eval-scroll.tsx'
import { Failure } from './failure.tsx'

const KIND = [
  ['lost', '变错的'],
  ['won', '变对的'],
  ['changed', '对错未变、文字变了的'],
] as const

/** Two runs side by side: what got better or worse, by figure and by case. */
export function EvalComparison({ id, baseId }: { readonly id: string; readonly baseId: string }) {
  const comparison = useResource(`${id} ${baseId}`, getComparison)
  if (comparison.kind === 'waiting') return <p className="note">正在逐题比较。</p>
  if (comparison.kind === 'failed') return <Failure error={comparison.error} onRetry={comparison.retry} />
  const { base, matched, unmatched, same, figures, cases } = comparison.value
  const moved = figures.filter(({ difference }) => difference !== null && Math.abs(difference) > 1e-9)
  const count = (kind: string) => cases.filter((one) => one.kind === kind).length
  return (
    <section aria-labelledby="eval-comparison" data-testid="eval-comparison">
      <h2 id="eval-comparison">与 {timeLabel(base.created_at)} 的评测相比</h2>
      <p>
        同样的题 {countLabel(matched)} 道：变对 {count('won')}，变错 {count('lost')}，对错未变而文字变了{' '}
        {count('changed')}，完全相同 {countLabel(same)}。
        {unmatched > 0 && `另有 ${countLabel(unmatched)} 道只在其中一次里有，不计入。`}
      </p>
      {moved.length === 0 ? <p>所有指标都没有变化。</p> : <DifferenceTable figures={moved} />}
      {KIND.map(([kind, label]) => {
        const own = cases.filter((one) => one.kind === kind)
        return (
          own.length > 0 && <ChangedCases key={kind} label={label} cases={own} isOpen={kind === 'lost'} />
        )
      })}
    </section>
  )
}

function DifferenceTable({ figures }: { readonly figures: ComparisonJson['figures'] }) {
  return (
    <EvalScroll label="变化的指标">
      <table className="eval-table">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">上次</th>
            <th scope="col">这次</th>
            <th scope="col">差</th>
            <th scope="col">差的 95% 区间</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={`${one.suite} ${one.name}`}>
              <th scope="row">
                {one.label}
                <span className="small">{one.suite}</span>
              </th>
              <td>{figureLabel(one.base, one.unit)}</td>
              <td>{figureLabel(one.now, one.unit)}</td>
              <td>{differenceLabel(one.difference, one.unit)}</td>
              <td>{intervalLabel(one)}</td>
              <td>{one.n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </EvalScroll>
  )
}

interface ChangedProps {
  readonly label: string
  readonly cases: ComparisonJson['cases']
  readonly isOpen: boolean
}

function ChangedCases({ label, cases, isOpen }: ChangedProps) {
  return (
    <details className="eval-suite" open={isOpen}>
      <summary>
        {label}（{countLabel(cases.length)} 题）
      </summary>
      <ol className="eval-cases">
        {cases.map((one) => (
          <li key={`${one.suite} ${one.id}`} className="eval-case">
            <p className="eval-question">
              {one.question} <span className="note">{one.id}</span>
            </p>
            {one.expected !== '' && <p className="note">应有：{one.expected}</p>}
            <div className="eval-sides">
              <div>
                <p className="label">上次</p>
                <p>{one.base_text}</p>
              </div>
              <div>
                <p className="label">这次</p>
                <p>{one.now_text}</p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}
