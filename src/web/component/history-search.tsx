import { useEffect, useState } from 'react'
import { searchConversations } from '../conversation-client.ts'
import { useResource } from '../hook/use-resource.ts'
import { whenLabel } from '../wording.ts'
import { Failure } from './failure.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly words: string
  /** Another one means that conversations have changed. */
  readonly version: number
}

/** Typing rests this long before the words are looked for. */
const REST_MS = 250

/** Conversations that hold the words, each with the question that does. */
export function HistorySearch({ words, version }: Props) {
  const settled = useSettled(words)
  const result = useResource(settled, searchConversations, version)
  if (result.kind === 'failed') return <Failure error={result.error} onRetry={result.retry} />
  if (result.kind === 'waiting') return <p className="note">正在查找。</p>
  const { found, complete } = result.value
  if (found.length === 0) return <p className="note">没有找到含有“{settled}”的问题或回答。</p>
  return (
    <>
      <ol aria-label="找到的对话">
        {found.map(({ conversation: { id, title, created_at }, turn }) => (
          <li key={id} className="history-row">
            <RouteLink
              to={{ view: 'ask', conversationId: id, answerId: turn?.answer_id ?? null, source: null }}
              onFollow={() => scrollTo(0, 0)}
            >
              <span className="asked">{turn?.question ?? title}</span>
              <span className="note">{whenLabel(created_at)}</span>
              {turn !== null && turn.excerpt !== null && <span className="excerpt">{turn.excerpt}</span>}
            </RouteLink>
          </li>
        ))}
      </ol>
      {!complete && <p className="note">只列出最近的 {found.length} 个对话，请多写一个词。</p>}
    </>
  )
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), REST_MS)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
