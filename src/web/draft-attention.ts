import type { OutlineItemJson, OutlineJson } from '../api/outline-schema.ts'

/** Whether a person has yet to say something to it: it is marked, unfounded, or comes from a running plan. */
export function needsAttention(item: OutlineItemJson): boolean {
  if (item.state !== 'draft') return false
  return (
    item.flags.length > 0 ||
    item.status === 'due' ||
    item.status === 'one_off_expired' ||
    item.basis.length === 0 ||
    item.sentences.some(({ verdict }) => verdict === 'unproven')
  )
}

/** Ids of all of them, in reading order. */
export function attentionIn({ sections }: Pick<OutlineJson, 'sections'>): ReadonlySet<string> {
  return new Set(sections.flatMap(({ items }) => items.filter(needsAttention).map(({ id }) => id)))
}
