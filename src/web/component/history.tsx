import { type RefObject, useRef, useState } from 'react'
import type { DiscardedJson } from '../../api/conversation-schema.ts'
import { grouped } from '../history-group.ts'
import type { Conversations } from '../hook/use-conversations.ts'
import { CONVERSATION_BIN } from '../recycle-bin-client.ts'
import { Failure } from './failure.tsx'
import { HistoryRow } from './history-row.tsx'
import { HistorySearch } from './history-search.tsx'
import { RecycleBin } from './recycle-bin.tsx'

interface Props {
  readonly conversations: Conversations
  readonly currentId: string | null
  onDeleted(id: string): void
}

const FIRST = 30

/** Earlier conversations by day, with a search in what was asked and answered, and the recycle bin. */
export function History({ conversations: { list, version, changed }, currentId, onDeleted }: Props) {
  const [words, setWords] = useState('')
  const [isWhole, setWhole] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  if (list.kind === 'failed') return <Failure error={list.error} onRetry={list.retry} />
  if (list.kind === 'waiting') return null
  const all = list.value
  const bin = (
    <RecycleBin client={CONVERSATION_BIN} version={version} question={questionOf} onRestored={changed} />
  )
  if (all.length === 0) return bin
  const shown = isWhole ? all : all.slice(0, FIRST)
  const isSearch = words.trim() !== ''
  return (
    <nav className="history" aria-labelledby="history-title" data-testid="history">
      <div className="history-head">
        <h2 id="history-title" className="label">
          以往对话
        </h2>
        <SearchField ref={field} onWords={setWords} />
      </div>
      {isSearch && <HistorySearch words={words.trim()} version={version} />}
      {!isSearch &&
        grouped(shown, new Date()).map(({ title, conversations }) => (
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
      {!isSearch && shown.length < all.length && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          显示其余 {all.length - shown.length} 个对话
        </button>
      )}
      {bin}
      <p className="note privacy">
        问题和回答保存在运行本服务的这台电脑上；删除的对话在回收站里保留三十天，也可以立即彻底删除。
      </p>
    </nav>
  )
}

function questionOf({ title, turns }: DiscardedJson): string {
  return `确定彻底删除对话“${title}”吗？其中 ${turns} 个问题和回答会从这台电脑上抹去，不能恢复；提交过的意见会连同所评的问题留着。`
}

interface FieldProps {
  readonly ref: RefObject<HTMLInputElement | null>
  onWords(words: string): void
}

function SearchField({ ref, onWords }: FieldProps) {
  const [typed, setTyped] = useState('')
  return (
    <input
      type="search"
      ref={ref}
      aria-label="查找以往的问题和回答"
      placeholder="查找问题和回答"
      value={typed}
      onChange={({ target, nativeEvent }) => {
        setTyped(target.value)
        // Letters on their way to becoming characters are no words yet.
        const isComposing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true
        if (!isComposing) onWords(target.value)
      }}
      onCompositionEnd={({ currentTarget }) => onWords(currentTarget.value)}
    />
  )
}
