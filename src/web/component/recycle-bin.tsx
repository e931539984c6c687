import { type ReactNode, useState } from 'react'
import { asError, useResource } from '../hook/use-resource.ts'
import type { BinClient, Lying } from '../recycle-bin-client.ts'
import { whenLabel } from '../wording.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { Failure } from './failure.tsx'

interface Props<T extends Lying> {
  readonly client: BinClient<T>
  /** Another one means that what may lie here has changed. */
  readonly version: number
  /** Asks whether one is to go for good, and says what goes with it. */
  readonly question: (one: T) => ReactNode
  onRestored(): void
}

/** What was deleted, until it goes for good; nothing is shown while there is none. */
export function RecycleBin<T extends Lying>({ client, version, question, onRestored }: Props<T>) {
  const [erased, setErased] = useState(0)
  const bin = useResource('bin', client.load, version + erased)
  if (bin.kind === 'failed') return <Failure error={bin.error} onRetry={bin.retry} />
  if (bin.kind === 'waiting' || bin.value.length === 0) return null
  return (
    <details className="recycle-bin" data-testid="recycle-bin">
      <summary>回收站（{bin.value.length}）</summary>
      <ol>
        {bin.value.map((one) => (
          <Row
            key={one.id}
            one={one}
            client={client}
            question={question}
            onRestored={onRestored}
            onErased={() => setErased((before) => before + 1)}
          />
        ))}
      </ol>
    </details>
  )
}

interface RowProps<T extends Lying> extends Pick<Props<T>, 'client' | 'question' | 'onRestored'> {
  readonly one: T
  onErased(): void
}

function Row<T extends Lying>({ one, client, question, onRestored, onErased }: RowProps<T>) {
  const { id, title, erased_on } = one
  const [state, setState] = useState<'lying' | 'asking' | Error>('lying')
  const restore = () => {
    client.restore(id).then(onRestored, (error: unknown) => setState(asError(error)))
  }
  return (
    <li className="history-row">
      <span className="discarded">
        <span className="asked">{title}</span>
        <span className="note">{whenLabel(erased_on)}彻底删除</span>
      </span>
      <span>
        <button type="button" className="quiet" aria-label={`恢复：${title}`} onClick={restore}>
          恢复
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={`彻底删除：${title}`}
          aria-expanded={state === 'asking'}
          onClick={() => setState('asking')}
        >
          彻底删除
        </button>
      </span>
      {state instanceof Error && <Failure error={state} onRetry={null} />}
      {state === 'asking' && (
        <div className="history-panel">
          <ConfirmRemoval
            remove={() => client.erase(id)}
            onRemoved={onErased}
            onCancel={() => setState('lying')}
          >
            {question(one)}
          </ConfirmRemoval>
        </div>
      )}
    </li>
  )
}
