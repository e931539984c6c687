import type { ConversationHeadJson } from '../api/conversation-schema.ts'

/** Conversations under one heading, the newest first. */
export interface HistoryGroup {
  readonly title: string
  readonly conversations: readonly ConversationHeadJson[]
}

const DAY_MS = 24 * 60 * 60 * 1000
const TITLES = ['置顶', '今天', '昨天', '近七天', '近三十天', '更早'] as const

/** Pinned ones, then by the day they began in the reader's time zone. Empty groups are left out. */
export function grouped(conversations: readonly ConversationHeadJson[], now: Date): readonly HistoryGroup[] {
  const ordered = conversations.toSorted((a, b) => b.created_at.localeCompare(a.created_at))
  return TITLES.map((title) => ({
    title,
    conversations: ordered.filter((conversation) => titleFor(conversation, now) === title),
  })).filter((group) => group.conversations.length > 0)
}

function titleFor({ pinned, created_at }: ConversationHeadJson, now: Date): (typeof TITLES)[number] {
  if (pinned) return '置顶'
  const days = Math.round((startOfDay(now) - startOfDay(new Date(created_at))) / DAY_MS)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  return days < 7 ? '近七天' : days < 30 ? '近三十天' : '更早'
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
}
