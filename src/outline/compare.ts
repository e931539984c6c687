import type { Outline } from './outline.ts'

/** One difference between two drafts; `before` and `after` are the item's words. */
export interface OutlineChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** Heading of the section it stands in, the later one when it moved. */
  readonly section: string
  readonly before: string | null
  readonly after: string | null
}

interface Placed {
  readonly key: string
  readonly section: string
  readonly words: string
}

/** What became of each task from one draft to the other; the later draft's order, what is gone at the end. */
export function compareOutlines(earlier: Outline, later: Outline): readonly OutlineChange[] {
  const before = new Map(placedIn(earlier).map((placed) => [placed.key, placed]))
  const after = placedIn(later)
  const kept = new Set(after.map(({ key }) => key))
  const gone = [...before.values()].filter(({ key }) => !kept.has(key))
  return [
    ...after.flatMap((placed) => changeOf(before.get(placed.key), placed)),
    ...gone.map(({ section, words }) => ({ kind: 'removed' as const, section, before: words, after: null })),
  ]
}

function changeOf(before: Placed | undefined, { section, words }: Placed): readonly OutlineChange[] {
  if (before === undefined) return [{ kind: 'added', section, before: null, after: words }]
  if (before.words !== words) return [{ kind: 'changed', section, before: before.words, after: words }]
  return before.section === section ? [] : [{ kind: 'moved', section, before: words, after: words }]
}

/** Rejected tasks are not in the draft. Two drafts of one body share headings, not ids. */
function placedIn({ sections }: Outline): readonly Placed[] {
  return sections.flatMap(({ heading: section, items }) =>
    items
      .filter(({ state }) => state !== 'rejected')
      .map(({ id, heading, sentences }) => {
        const text = sentences.map((sentence) => sentence.text).join('')
        return {
          key: id,
          section,
          words: heading === '' ? text : text === '' ? heading : `${heading}。${text}`,
        }
      }),
  )
}
