import { DiscardedError, NotFoundError } from '../error.ts'
import { toConversationHeadJson } from './conversation-json.ts'
import type { DiscardedJson } from './conversation-schema.ts'
import type { ApiDeps } from './deps.ts'
import { expired, toLyingJson } from './recycle-bin.ts'

type Deps = Pick<ApiDeps, 'conversations' | 'answers' | 'now'>

const UNKNOWN = '没有这段对话。'

/** Why a conversation cannot be had: it lies in the bin, or there is none. */
export function unknownConversation(id: string, { conversations }: Pick<ApiDeps, 'conversations'>): Error {
  const isDiscarded = conversations.discarded().some((one) => one.id === id)
  return isDiscarded
    ? new DiscardedError('这段对话已删除，还在回收站里。恢复以后可以接着看、接着问。')
    : new NotFoundError(UNKNOWN)
}

/** @throws NotFoundError for a conversation that is unknown, or, unless it goes for good, already in the bin */
export function discard(id: string, isForever: boolean, deps: Deps): void {
  const isKnown = isForever ? erase(id, deps) : deps.conversations.discard(id, deps.now().toISOString())
  if (!isKnown) throw new NotFoundError(UNKNOWN)
}

/** What is in the recycle bin. */
export function openBin(deps: Deps): readonly DiscardedJson[] {
  eraseExpired(deps)
  return deps.conversations
    .discarded()
    .map((one) => ({ ...toConversationHeadJson(one), ...toLyingJson(one) }))
}

/** What has lain in the bin for its time goes for good. */
export function eraseExpired(deps: Deps): void {
  for (const { id } of expired(deps.conversations.discarded(), deps.now())) erase(id, deps)
}

function erase(id: string, { conversations, answers }: Deps): boolean {
  // Answers first: should the process end in between, the conversation is still there to be removed.
  answers.remove(conversations.answerIdsOf(id))
  return conversations.remove(id)
}
