import { type IndexedDocument, overlaps } from '../corpus/index.ts'
import type { OutlineItem, OutlineSection } from './outline.ts'
import type { Dropping } from './source.ts'

const REASON = '涉疫内容，现行政策已调整'

/** Takes out the tasks of which nothing is left but that their epidemic wording is to be written anew. */
export function withoutOnlyOpen(
  sections: readonly OutlineSection[],
  latest: IndexedDocument,
): { readonly sections: readonly OutlineSection[]; readonly dropped: readonly Dropping[] } {
  const dropped: Dropping[] = []
  const kept = sections.map((section) => {
    const items = section.items.filter((item, at) => {
      const hasMore = (section.items[at + 1]?.level ?? 0) > item.level
      const range = item.basis.find(({ span }) => span.documentId === latest.document.id)?.span
      if (hasMore || range === undefined || !isOnlyOpen(item)) return true
      dropped.push({ range: { start: range.start, end: range.end }, reason: REASON })
      return false
    })
    return { ...section, items: withoutEmptied(items, section.items) }
  })
  return {
    sections: kept,
    dropped: dropped.filter(
      ({ range }, at) => !dropped.slice(0, at).some((one) => overlaps(one.range, range)),
    ),
  }
}

/** A heading over tasks is there for them: it goes with the last of them. */
function withoutEmptied(
  items: readonly OutlineItem[],
  before: readonly OutlineItem[],
): readonly OutlineItem[] {
  const leads = new Set(
    before.filter(({ level }, at) => (before[at + 1]?.level ?? 0) > level).map(({ id }) => id),
  )
  const kept = items.filter(
    ({ id, level, sentences }, at) =>
      !leads.has(id) || sentences.length > 0 || (items[at + 1]?.level ?? 0) > level,
  )
  return kept.length === items.length ? kept : withoutEmptied(kept, before)
}

function isOnlyOpen({ heading, sentences, status }: OutlineItem): boolean {
  if (status === 'due' || sentences.length === 0) return false
  const told = sentences.map(({ text }) => text).join('')
  const isOpen = told.replace(/〔涉疫内容待定〕/gu, '').replace(/[\s。；;，,、“”]/gu, '') === ''
  return (
    isOpen && (heading === '' || /〔涉疫内容待定〕|疫|隔离|核酸|新冠/u.test(heading) || told.includes('涉疫'))
  )
}
