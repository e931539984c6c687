import type { Catalogue } from '../retrieval/index.ts'
import type { Turn } from './conversation.ts'

/** What a question in a conversation turned out to be. */
export type Resolution =
  | { readonly kind: 'complete' }
  | { readonly kind: 'resolved'; readonly question: string }
  | { readonly kind: 'unclear'; readonly message: string }

export function resolveFollowUp(_q: string, _t: readonly Turn[], _c: Catalogue): Resolution {
  return { kind: 'complete' }
}
