import type { CaseViewJson, RunJson } from '../../api/eval-schema.ts'
import { getFailures } from '../eval-client.ts'
import { useResource } from '../hook/use-resource.ts'
import { countLabel, pathLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly id: string
  readonly record: NonNullable<RunJson['record']>
}

/** Everything that did not come out right, by suite, with what is needed to judge it. */
export function EvalFailures({ id, record }: Props) {
  const failures = useResource(id, getFailures)
  return (
    <section aria-labelledby="eval-failures">
      <h2 id="eval-failures">逐条看不足</h2>
      {failures.kind === 'waiting' && <p className="note">正在取回。</p>}
      {failures.kind === 'failed' && <Failure error={failures.error} onRetry={failures.retry} />}
      {failures.kind === 'ready' && failures.value.length === 0 && <p>没有不足。</p>}
      {failures.kind === 'ready' &&
        record.results.map(({ name, label }) => {
          const own = failures.value.filter(({ suite }) => suite === name)
          return (
            own.length > 0 && (
              <details key={name} className="eval-suite">
                <summary>
                  {label}（{countLabel(own.length)} 题）
                </summary>
                <ol className="eval-cases">
                  {own.map((one) => (
                    <EvalCase key={one.id} one={one} />
                  ))}
                </ol>
              </details>
            )
          )
        })}
    </section>
  )
}

function EvalCase({ one }: { readonly one: CaseViewJson }) {
  const { expected, got } = one
  return (
    <li className="eval-case" data-testid="eval-case">
      {one.history.length > 0 && <p className="note">前面问过：{one.history.join(' → ')}</p>}
      <p className="eval-question">
        {one.question} <span className="note">{one.id}</span>
      </p>
      <p className="eval-fault">{one.faults.join('；')}</p>
      <dl>
        <dt>应有</dt>
        <dd>
          {wantedOf(one)}
          {expected.evidence.map(({ file, quote }) => (
            <blockquote key={file + quote}>
              {quote} <span className="note">{file}</span>
            </blockquote>
          ))}
        </dd>
        <dt>实得</dt>
        <dd>{gotOf(one)}</dd>
        {got.citations.length > 0 && <dt>引文</dt>}
        {got.citations.length > 0 && (
          <dd>
            {got.citations.map(({ title, path, quote }) => (
              <blockquote key={title + path.join() + quote}>
                {quote}{' '}
                <span className="note">
                  {title} {pathLabel(path)}
                </span>
              </blockquote>
            ))}
          </dd>
        )}
      </dl>
    </li>
  )
}

function wantedOf({ task, expected }: CaseViewJson): string {
  if (task === 'proof') return expected.kind === 'answered' ? '属实，应当认可' : '不属实，不应认可'
  if (task === 'search') return '下列段落排在前十'
  if (expected.kind === 'refused') return '如实说没有写明'
  const facts = expected.facts.join('；')
  return expected.kind === 'either' ? `${facts}（如实说没有写明也算对）` : facts
}

function gotOf({ task, got }: CaseViewJson): string {
  if (task === 'proof') return got.kind === 'answered' ? '认可' : '没有认可'
  if (task === 'search') return `找到 ${got.citations.length} 段`
  return got.kind === 'refused' ? `拒答：${got.text}` : got.text
}
