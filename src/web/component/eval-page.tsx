import { useCallback, useState } from 'react'
import { useEvals } from '../hook/use-evals.ts'
import { EVALS } from '../route.ts'
import { EvalComplaints } from './eval-complaints.tsx'
import { EvalRun } from './eval-run.tsx'
import { EvalRunList } from './eval-run-list.tsx'
import { EvalStart } from './eval-start.tsx'
import { Failure } from './failure.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly runId: string | null
  /** The run it is held against. */
  readonly baseId: string | null
}

/** Evaluations of this program: start one, read one, hold two against each other; and what readers complained of. */
export default function EvalPage({ runId, baseId }: Props) {
  const evals = useEvals()
  const [cases, setCases] = useState(0)
  const changed = useCallback(() => setCases((before) => before + 1), [])
  const runs = evals.runs.kind === 'ready' ? evals.runs.value : []
  if (runId !== null)
    return (
      <section className="eval-page">
        <p className="note">
          <RouteLink to={EVALS}>全部评测</RouteLink>
        </p>
        <EvalRun id={runId} baseId={baseId} runs={runs} />
      </section>
    )
  return (
    <section className="eval-page" aria-busy={evals.running !== null}>
      <h1>评测</h1>
      <p className="note">
        把题目逐题问本程序，再由另写的评分办法判对错、查引文。不用联网，全部题目约需一两分钟。
      </p>
      <EvalStart evals={evals} runs={runs} version={cases} />
      {evals.runs.kind === 'failed' && <Failure error={evals.runs.error} onRetry={evals.runs.retry} />}
      {evals.runs.kind === 'ready' && <EvalRunList runs={runs} />}
      {evals.runs.kind !== 'failed' && <EvalComplaints version={cases} onChanged={changed} />}
    </section>
  )
}
