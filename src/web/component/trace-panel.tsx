import { useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import type { TraceJson } from '../../api/trace-schema.ts'
import { getTrace } from '../answer-client.ts'
import { useResource } from '../hook/use-resource.ts'
import { conditionsText, versionRows } from '../trace-wording.ts'
import { Failure } from './failure.tsx'
import { TraceSearch } from './trace-search.tsx'

/** How the answer came about, loaded when it is opened. */
export function TracePanel({ answer }: { readonly answer: AnswerJson }) {
  const [isOpen, setOpen] = useState(false)
  const trace = useResource(isOpen ? answer.id : null, getTrace)
  return (
    <details className="trace" data-testid="trace" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>怎么得出的</summary>
      {isOpen && trace.kind === 'waiting' && <p className="note">正在读取经过。</p>}
      {trace.kind === 'failed' && <Failure error={trace.error} onRetry={trace.retry} />}
      {trace.kind === 'ready' && <Account trace={trace.value} answer={answer} />}
    </details>
  )
}

function Account({ trace, answer }: { readonly trace: TraceJson; readonly answer: AnswerJson }) {
  return (
    <div className="account">
      <p>{conditionsText(trace)}。</p>
      {trace.searches.length === 0 && <p>没有检索。</p>}
      {trace.searches.map((search, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the searches of a stored trace never move
        <TraceSearch key={index} search={search} documents={answer.scope.documents} />
      ))}
      {trace.searches_left_off > 0 && <p>另有 {trace.searches_left_off} 次检索，不再列出。</p>}
      <dl>
        {versionRows(trace).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
