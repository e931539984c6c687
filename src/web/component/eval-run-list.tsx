import type { RunHeadJson } from '../../api/eval-schema.ts'
import { figureLabel, outcomeLabel } from '../eval-wording.ts'
import { countLabel, timeLabel } from '../wording.ts'
import { RouteLink } from './route-link.tsx'

/** Right, faithful, refusing, and what it cost in quoted characters; never one without the others. */
const SHOWN = ['correctness', 'citationRecall', 'wrongRefusals', 'meanCitedCharacters'] as const

/** Earlier runs, newest first. */
export function EvalRunList({ runs }: { readonly runs: readonly RunHeadJson[] }) {
  if (runs.length === 0) return <p className="note">还没有评测过。</p>
  return (
    <section aria-labelledby="eval-runs">
      <h2 id="eval-runs">历次评测</h2>
      <ul className="eval-runs">
        {runs.map((run) => (
          <li key={run.id} data-testid="eval-run-row" data-status={run.status}>
            <p className="eval-run-head">
              <RouteLink to={{ view: 'evals', runId: run.id, baseId: null }}>
                {timeLabel(run.created_at)}
              </RouteLink>
              <span className="eval-outcome" data-outcome={run.verdict ?? run.status}>
                {outcomeLabel(run)}
              </span>
            </p>
            <p className="note">{accountOf(run)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function accountOf(run: RunHeadJson): string {
  if (run.fault !== null) return run.fault
  if (run.status === 'interrupted') return '再次评测同样的内容会接着做，已问过的题不会重问。'
  const asked =
    run.cases === 0 ? '' : `${run.whole ? '全部' : `${run.suites.length} 组`} ${countLabel(run.cases)} 题`
  const figures = SHOWN.flatMap((name) => run.overall.filter((figure) => figure.name === name))
  const said = figures.map(({ label, value, unit }) => `${label} ${figureLabel(value, unit)}`)
  return [asked, ...said].filter((part) => part !== '').join('，')
}
