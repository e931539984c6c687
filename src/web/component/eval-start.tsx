import { type FormEvent, useId, useState } from 'react'
import type { RunHeadJson, SuiteHeadJson } from '../../api/eval-schema.ts'
import { getSuites } from '../eval-client.ts'
import { progressLabel } from '../eval-wording.ts'
import { useOverview } from '../hook/use-documents.ts'
import type { Evals } from '../hook/use-evals.ts'
import { useResource } from '../hook/use-resource.ts'
import { timeLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly evals: Evals
  readonly runs: readonly RunHeadJson[]
  /** Changes when complaints have become cases or are none any more. */
  readonly version: number
}

/** Starts a run and shows how far it is. */
export function EvalStart({ evals, runs, version }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [baseline, setBaseline] = useState('')
  const [isWorded, setWorded] = useState(false)
  const overview = useOverview(0)
  const suites = useResource('suites', getSuites, version)
  const id = useId()
  const known = suites.kind === 'ready' ? suites.value : []
  const chosen = known.filter(({ name }) => !left.has(name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    evals.start({
      ...(left.size === 0 ? {} : { suites: chosen.map(({ name }) => name) }),
      ...(baseline === '' ? {} : { baseline }),
      ...(isWorded ? { model: true } : {}),
    })
  }
  const isBusy = evals.running !== null
  const isIdle = !isBusy && (left.size === 0 || chosen.length > 0)
  return (
    <form className="eval-start" onSubmit={submit}>
      <SuiteChoice suites={known} left={left} onChange={setLeft} />
      {overview.kind === 'ready' && overview.value.mode === 'model' && (
        <label className="switch">
          <input type="checkbox" checked={isWorded} onChange={() => setWorded(!isWorded)} />
          由设置里的模型组织文字（慢；题目和摘出的原文会发给模型服务）
        </label>
      )}
      <p className="eval-actions">
        <button type="submit" className="primary" disabled={!isIdle} data-testid="eval-start">
          开始评测
        </button>
        <label htmlFor={id}>与哪一次比较</label>
        <select id={id} value={baseline} onChange={(event) => setBaseline(event.target.value)}>
          <option value="">不比较</option>
          {runs
            .filter(({ status }) => status === 'done')
            .map((run) => (
              <option key={run.id} value={run.id}>
                {timeLabel(run.created_at)}
              </option>
            ))}
        </select>
      </p>
      <p role="status" className="eval-progress" data-testid="eval-progress">
        {evals.running?.progress && (
          <>
            <progress
              aria-label="评测进度"
              value={evals.running.progress.done}
              max={evals.running.progress.total ?? 1}
            />
            {progressLabel(evals.running.progress)}
          </>
        )}
      </p>
      {evals.error !== null && <Failure error={evals.error} onRetry={null} />}
    </form>
  )
}

interface ChoiceProps {
  readonly suites: readonly SuiteHeadJson[]
  /** Names of those that are left out. */
  readonly left: ReadonlySet<string>
  onChange(left: ReadonlySet<string>): void
}

function SuiteChoice({ suites, left, onChange }: ChoiceProps) {
  const toggle = (name: string) => {
    const next = new Set(left)
    if (!next.delete(name)) next.add(name)
    onChange(next)
  }
  const asked = suites.filter(({ name }) => !left.has(name))
  const cases = asked.reduce((sum, suite) => sum + suite.cases, 0)
  const sum = suites.length === 0 ? '' : `：${asked.length} 组，${cases.toLocaleString('zh-CN')} 题`
  return (
    <details className="eval-suites">
      <summary>评测哪些{sum}</summary>
      <fieldset>
        <legend className="visually-hidden">评测组</legend>
        {suites.map(({ name, label, about, cases: count }) => (
          <label key={name}>
            <input type="checkbox" checked={!left.has(name)} onChange={() => toggle(name)} />
            <span>
              {label}（{count.toLocaleString('zh-CN')} 题）<span className="note">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
