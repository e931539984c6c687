import {
  type ConversationHead,
  type ConversationStore,
  type Turn,
  titleOf,
} from '../../conversation/index.ts'

interface Held {
  readonly head: Omit<ConversationHead, 'turnCount'>
  readonly turns: readonly Turn[]
  /** Null outside of the recycle bin. */
  readonly discardedAt: string | null
}

const MOST_HELD = 1000

/** Conversations for as long as the process lives; those not asked in for longest make room for new ones. */
export function createMemoryConversationStore(): ConversationStore {
  const held = new Map<string, Held>()
  let touched = 0
  return {
    append: (id, turn) => {
      const known = held.get(id)
      const head = known?.head ?? {
        id,
        title: titleOf(turn.question),
        isPinned: false,
        createdAt: turn.askedAt,
      }
      // Set anew, so that the first key is the one not asked in for longest.
      held.delete(id)
      held.set(id, {
        head: { ...head, touched: ++touched },
        turns: [...(known?.turns ?? []), turn],
        discardedAt: known?.discardedAt ?? null,
      })
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    },
    get: (id) => {
      const known = held.get(id)
      return known?.discardedAt === null ? { ...headOf(known), turns: known.turns } : undefined
    },
    list: (limit, after) =>
      [...held.values()]
        .filter(({ discardedAt }) => discardedAt === null)
        .map(headOf)
        .sort(inOrder)
        .filter((head) => after === undefined || inOrder(after, head) < 0)
        .slice(0, limit),
    edit: (id, edit) => {
      const known = held.get(id)
      if (known?.discardedAt !== null) return false
      held.set(id, { ...known, head: { ...known.head, ...edit } })
      return true
    },
    discard: (id, at) => {
      const known = held.get(id)
      if (known?.discardedAt !== null) return false
      held.set(id, { ...known, discardedAt: at })
      return true
    },
    discarded: () =>
      [...held.values()]
        .flatMap((one) =>
          one.discardedAt === null ? [] : [{ ...headOf(one), discardedAt: one.discardedAt }],
        )
        .sort((a, b) => b.discardedAt.localeCompare(a.discardedAt) || b.touched - a.touched),
    restore: (id) => {
      const known = held.get(id)
      if (known === undefined || known.discardedAt === null) return false
      held.set(id, { ...known, discardedAt: null })
      return true
    },
    answerIdsOf: (id) => held.get(id)?.turns.map(({ answerId }) => answerId) ?? [],
    remove: (id) => held.delete(id),
  }
}

function headOf({ head, turns }: Held): ConversationHead {
  return { ...head, turnCount: turns.length }
}

type Place = Pick<ConversationHead, 'isPinned' | 'touched'>

function inOrder(a: Place, b: Place): number {
  return Number(b.isPinned) - Number(a.isPinned) || b.touched - a.touched
}
