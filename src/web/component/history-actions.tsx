import { useState } from 'react'
import type { ConversationHeadJson } from '../../api/conversation-schema.ts'
import { patchConversation } from '../conversation-client.ts'
import { asError } from '../hook/use-resource.ts'
import { CONVERSATION_BIN } from '../recycle-bin-client.ts'
import { ConversationTitle } from './conversation-title.tsx'
import { Failure } from './failure.tsx'

interface Props {
  readonly conversation: ConversationHeadJson
  onChanged(): void
  onDeleted(): void
  onClose(): void
}

type Panel = 'actions' | 'title' | Error

/** What can be done with a conversation. */
export function HistoryActions({ conversation, onChanged, onDeleted, onClose }: Props) {
  const { id, title, pinned } = conversation
  const [panel, setPanel] = useState<Panel>('actions')
  const failed = (error: unknown) => setPanel(asError(error))
  const edit = (change: Parameters<typeof patchConversation>[1]) => {
    patchConversation(id, change).then(() => {
      onClose()
      onChanged()
    }, failed)
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
          <button
            type="button"
            className="quiet"
            onClick={() => CONVERSATION_BIN.discard(id).then(onDeleted, failed)}
          >
            删除
          </button>
        </>
      )
    case 'title':
      return <ConversationTitle title={title} onSave={(next) => edit({ title: next })} onCancel={onClose} />
  }
}
