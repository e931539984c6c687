import type { RefObject } from 'react'
import type { OverviewJson } from '../../api/schema.ts'
import type { Answers } from '../hook/use-answers.ts'
import type { Conversations } from '../hook/use-conversations.ts'
import type { Resource } from '../hook/use-resource.ts'
import { CONVERSATION_BIN } from '../recycle-bin-client.ts'
import { AskForm } from './ask-form.tsx'
import { Conversation } from './conversation.tsx'
import { DiscardedFailure } from './discarded-failure.tsx'
import { History } from './history.tsx'
import { Opening } from './opening.tsx'

interface Props {
  readonly answers: Answers
  readonly conversations: Conversations
  readonly overview: Resource<OverviewJson>
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  /** Leaves the conversation for an empty page. */
  startNew(): void
}

export function AskPage({ answers, conversations, overview, fieldRef, startNew }: Props) {
  const { shown, conversationId, ask, stop, setDraft } = answers
  const edit = (question: string) => {
    setDraft(question)
    fieldRef.current?.focus()
  }
  const deleted = (id: string) => {
    answers.forget(id)
    if (id === conversationId) startNew()
  }
  return (
    <>
      <h1 className="visually-hidden">工作要点问答</h1>
      {shownPart()}
      <AskForm
        fieldRef={fieldRef}
        draft={answers.draft}
        onDraft={setDraft}
        isFirst={shown.kind === 'nothing'}
        onAsk={ask}
        onNew={startNew}
      />
      {shown.kind === 'nothing' && <Opening overview={overview} onAsk={ask} />}
      <History conversations={conversations} currentId={conversationId} onDeleted={deleted} />
    </>
  )

  function shownPart() {
    switch (shown.kind) {
      case 'nothing':
        return null
      case 'loading':
        return (
          <div className="answer" aria-busy="true">
            <p className="note">正在取回已保存的回答。</p>
          </div>
        )
      case 'failed':
        return (
          <DiscardedFailure
            error={shown.error}
            onRetry={shown.retry}
            restore={async () => conversationId !== null && CONVERSATION_BIN.restore(conversationId)}
            onRestored={() => {
              conversations.changed()
              shown.retry()
            }}
          />
        )
      case 'thread':
        return (
          <Conversation
            shown={shown}
            conversationId={conversationId}
            overview={overview.kind === 'ready' ? overview.value : null}
            actions={{ ask, stop, edit }}
          />
        )
    }
  }
}
