import { useState } from 'react'
import type { DiscardedJson } from '../../api/conversation-schema.ts'
import { asError, useResource } from '../hook/use-resource.ts'
import { eraseConversation, getDiscarded, restoreConversation } from '../recycle-bin-client.ts'
import { whenLabel } from '../wording.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { Failure } from './failure.tsx'

interface Props {
  /** Another one means that conversations have changed. */
  readonly version: number
  onRestored(): void
}

const load = (_: string, signal: AbortSignal) => getDiscarded(signal)

/** Deleted conversations, until they go for good; nothing is shown while there are none. */
export function RecycleBin({ version, onRestored }: Props) {
  const [erased, setErased] = useState(0)
  const bin = useResource('bin', load, version + erased)
  if (bin.kind === 'failed') return <Failure error={bin.error} onRetry={bin.retry} />
  if (bin.kind === 'waiting' || bin.value.length === 0) return null
  return (
    <details className="recycle-bin" data-testid="recycle-bin">
      <summary>回收站（{bin.value.length}）</summary>
      <ol>
        {bin.value.map((conversation) => (
          <DiscardedRow
            key={conversation.id}
            conversation={conversation}
            onRestored={onRestored}
            onErased={() => setErased((before) => before + 1)}
          />
        ))}
      </ol>
    </details>
  )
}

interface RowProps {
  readonly conversation: DiscardedJson
  onRestored(): void
  onErased(): void
}

function DiscardedRow({ conversation: { id, title, turns, erased_on }, onRestored, onErased }: RowProps) {
  const [state, setState] = useState<'lying' | 'asking' | Error>('lying')
  const restore = () => {
    restoreConversation(id).then(onRestored, (error: unknown) => setState(asError(error)))
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
            remove={() => eraseConversation(id)}
            onRemoved={onErased}
            onCancel={() => setState('lying')}
          >
            确定彻底删除对话“{title}”吗？其中 {turns}{' '}
            个问题和回答会从这台电脑上抹去，不能恢复；提交过的意见会连同所评的问题留着。
          </ConfirmRemoval>
        </div>
      )}
    </li>
  )
}
