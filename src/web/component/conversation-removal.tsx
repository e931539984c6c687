import type { ConversationHeadJson } from '../../api/conversation-schema.ts'
import { deleteConversation } from '../conversation-client.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'

interface Props {
  readonly conversation: ConversationHeadJson
  onRemoved(): void
  onCancel(): void
}

/** Asks once more before a conversation goes. */
export function ConversationRemoval({ conversation: { id, title, turns }, onRemoved, onCancel }: Props) {
  return (
    <ConfirmRemoval remove={() => deleteConversation(id)} onRemoved={onRemoved} onCancel={onCancel}>
      确定删除对话“{title}”吗？其中 {turns}{' '}
      个问题和回答会一并删除，不能恢复；提交过的意见会连同所评的问题留着。
    </ConfirmRemoval>
  )
}
