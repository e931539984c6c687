import { useContext, useId } from 'react'
import type { RunHeadJson, RunJson } from '../../api/eval-schema.ts'
import { exportAddress, getRun } from '../eval-client.ts'
import { boundLabel, figureLabel, outcomeLabel } from '../eval-wording.ts'
import { useResource } from '../hook/use-resource.ts'
import { countLabel, timeLabel } from '../wording.ts'
import { EvalComparison } from './eval-comparison.tsx'
import { EvalFailures } from './eval-failures.tsx'
import { EvalFigures } from './eval-figures.tsx'
import { Failure } from './failure.tsx'
import { NavigateContext } from './route-link.tsx'

interface Props {
  readonly id: string
  readonly baseId: string | null
  readonly runs: readonly RunHeadJson[]
}

/** One run: its verdict, its figures, and what did not come out right; on demand against another one. */
export function EvalRun({ id, baseId, runs }: Props) {
  const run = useResource(id, getRun)
  if (run.kind === 'waiting') return <p className="note">正在取回评测结果。</p>
  if (run.kind === 'failed') return <Failure error={run.error} onRetry={run.retry} />
  const { record } = run.value
  if (record === null || record.finished_at === null)
    return (
      <>
        <h1>{timeLabel(run.value.created_at)}的评测</h1>
        <p>
          {outcomeLabel(run.value)}。{run.value.fault ?? '做完之后才有结果。'}
        </p>
      </>
    )
  return (
    <article data-testid="eval-run">
      <h1>{timeLabel(run.value.created_at)}的评测</h1>
      <Verdict record={record} />
      <p className="eval-exports">
        <a href={exportAddress(id, 'html')} target="_blank" rel="noreferrer">
          打开报告（可打印签署）
        </a>
        <a href={exportAddress(id, 'json')}>下载 JSON</a>
        <a href={exportAddress(id, 'junit')}>下载 JUnit</a>
      </p>
      <BaseChoice id={id} baseId={baseId} runs={runs} />
      {baseId !== null && <EvalComparison id={id} baseId={baseId} />}
      <EvalFigures record={record} />
      <EvalFailures id={id} record={record} />
      <Hashes record={record} />
    </article>
  )
}

type RecordJson = NonNullable<RunJson['record']>

function Verdict({ record }: { readonly record: RecordJson }) {
  const { verdict, cases, model } = record
  const shortfalls = verdict?.shortfalls ?? []
  const gate = verdict?.kind === 'none' ? '这次的内容没有门槛。' : `门槛 ${verdict?.bounds ?? 0} 项，`
  const held = shortfalls.length === 0 ? '全部达到。' : `${shortfalls.length} 项没有达到：`
  return (
    <div className="eval-verdict" data-outcome={verdict?.kind}>
      <p className="eval-word" data-testid="eval-verdict">
        {verdict?.kind === 'passed'
          ? '通过门槛'
          : verdict?.kind === 'failed'
            ? '没有通过门槛'
            : '没有门槛可比'}
      </p>
      <p>
        共问 {countLabel(cases)} 题，{model === null ? '不用模型' : `模型 ${model}`}。{gate}
        {verdict?.kind === 'none' ? '' : held}
      </p>
      {shortfalls.length > 0 && (
        <ul>
          {shortfalls.map((one) => (
            <li key={`${one.suite} ${one.label}`}>
              {one.suite_label}，{one.label} {figureLabel(one.value, one.unit)}，门槛{' '}
              {boundLabel({ side: one.side, value: one.bound, reason: '', holds: false }, one.unit)}：
              {one.reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function BaseChoice({ id, baseId, runs }: Props) {
  const navigate = useContext(NavigateContext)
  const field = useId()
  const others = runs.filter((run) => run.id !== id && run.status === 'done')
  if (others.length === 0) return null
  return (
    <p className="eval-actions">
      <label htmlFor={field}>与另一次比较</label>
      <select
        id={field}
        value={baseId ?? ''}
        onChange={({ target }) =>
          navigate({ view: 'evals', runId: id, baseId: target.value || null }, 'replace')
        }
      >
        <option value="">不比较</option>
        {others.map((run) => (
          <option key={run.id} value={run.id}>
            {timeLabel(run.created_at)}，{outcomeLabel(run)}
          </option>
        ))}
      </select>
    </p>
  )
}

const HASHED = {
  code: '程序',
  prompts: '提示词',
  config: '设置',
  corpus: '文件',
  datasets: '题目',
  gate: '门槛',
} as const

function Hashes({ record: { hashes, result_sha256, seconds } }: { readonly record: RecordJson }) {
  return (
    <details className="eval-hashes">
      <summary>指纹：同样的程序、文件和题目，两次结果逐题相同</summary>
      <dl>
        {Object.entries(HASHED).map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{Object.entries(hashes).find(([key]) => key === name)?.[1]}</dd>
          </div>
        ))}
        <div>
          <dt>结果</dt>
          <dd>{result_sha256}</dd>
        </div>
      </dl>
      <p className="note">用时 {seconds} 秒，不计入指纹。</p>
    </details>
  )
}
