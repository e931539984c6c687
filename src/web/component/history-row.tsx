import { useId, useRef, useState } from 'react'
import type { ConversationHeadJson } from '../../api/conversation-schema.ts'
import { whenLabel } from '../wording.ts'
import { HistoryActions } from './history-actions.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly conversation: ConversationHeadJson
  readonly isCurrent: boolean
  onChanged(): void
  onDeleted(): void
}

/** One conversation; what can be done with it unfolds beneath. */
export function HistoryRow({ conversation, isCurrent, onChanged, onDeleted }: Props) {
  const { id, title, turns, created_at } = conversation
  const [isOpen, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const close = () => {
    setOpen(false)
    more.current?.focus()
  }
  return (
    <li className="history-row">
      <RouteLink
        to={{ view: 'ask', conversationId: id, answerId: null, source: null }}
        current={isCurrent && 'true'}
        onFollow={() => scrollTo(0, 0)}
      >
        <span className="asked">{title}</span>
        <span className="note">
          {whenLabel(created_at)}，{turns} 问
        </span>
      </RouteLink>
      <button
        type="button"
        ref={more}
        className="quiet"
        aria-label={`管理对话：${title}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        管理
      </button>
      {isOpen && (
        <div className="history-panel" id={panelId}>
          <HistoryActions
            conversation={conversation}
            onChanged={onChanged}
            onDeleted={onDeleted}
            onClose={close}
          />
        </div>
      )}
    </li>
  )
}
