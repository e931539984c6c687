import { useRef, useState } from 'react'
import { grouped, searched } from '../history-group.ts'
import type { Conversations } from '../hook/use-conversations.ts'
import { Failure } from './failure.tsx'
import { HistoryRow } from './history-row.tsx'

interface Props {
  readonly conversations: Conversations
  readonly currentId: string | null
  onDeleted(id: string): void
}

const FIRST = 30

/** Earlier conversations by day, with a search in their titles. */
export function History({ conversations: { list, changed }, currentId, onDeleted }: Props) {
  const [words, setWords] = useState('')
  const [isWhole, setWhole] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  if (list.kind === 'failed') return <Failure error={list.error} onRetry={list.retry} />
  if (list.kind === 'waiting' || list.value.length === 0) return null
  const found = searched(list.value, words)
  const shown = isWhole || words !== '' ? found : found.slice(0, FIRST)
  return (
    <nav className="history" aria-labelledby="history-title" data-testid="history">
      <div className="history-head">
        <h2 id="history-title" className="label">
          以往对话
        </h2>
        <input
          type="search"
          ref={field}
          aria-label="按标题查找对话"
          placeholder="按标题查找"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {found.length === 0 && <p className="note">没有标题包含“{words}”的对话。</p>}
      {grouped(shown, new Date()).map(({ title, conversations }) => (
        <section key={title}>
          <h3 className="note">{title}</h3>
          <ol>
            {conversations.map((conversation) => (
              <HistoryRow
                key={conversation.id}
                conversation={conversation}
                isCurrent={conversation.id === currentId}
                onChanged={changed}
                onDeleted={() => {
                  field.current?.focus()
                  onDeleted(conversation.id)
                  changed()
                }}
              />
            ))}
          </ol>
        </section>
      ))}
      {shown.length < found.length && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          显示其余 {found.length - shown.length} 个对话
        </button>
      )}
      <p className="note privacy">问题和回答保存在运行本服务的这台电脑上；删除对话后不能恢复。</p>
    </nav>
  )
}
