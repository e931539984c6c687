import { useState } from 'react'
import type { ConversationHeadJson } from '../../api/conversation-schema.ts'
import { patchConversation } from '../conversation-client.ts'
import { asError } from '../hook/use-resource.ts'
import { ConversationRemoval } from './conversation-removal.tsx'
import { ConversationTitle } from './conversation-title.tsx'
import { Failure } from './failure.tsx'

interface Props {
  readonly conversation: ConversationHeadJson
  onChanged(): void
  onDeleted(): void
  onClose(): void
}

type Panel = 'actions' | 'title' | 'removal' | Error

/** What can be done with a conversation. */
export function HistoryActions({ conversation, onChanged, onDeleted, onClose }: Props) {
  const { id, title, pinned } = conversation
  const [panel, setPanel] = useState<Panel>('actions')
  const edit = (change: Parameters<typeof patchConversation>[1]) => {
    patchConversation(id, change).then(
      () => {
        onClose()
        onChanged()
      },
      (error: unknown) => setPanel(asError(error)),
    )
  }
  if (panel instanceof Error) return <Failure error={panel} onRetry={null} />
  switch (panel) {
    case 'actions':
      return (
        <>
          <button type="button" className="quiet" onClick={() => edit({ pinned: !pinned })}>
            {pinned ? '取消置顶' : '置顶'}
          </button>
          <button type="button" className="quiet" onClick={() => setPanel('title')}>
            改名
          </button>
          <button type="button" className="quiet" onClick={() => setPanel('removal')}>
            删除
          </button>
        </>
      )
    case 'title':
      return <ConversationTitle title={title} onSave={(next) => edit({ title: next })} onCancel={onClose} />
    case 'removal':
      return <ConversationRemoval conversation={conversation} onRemoved={onDeleted} onCancel={onClose} />
  }
}
