import type { Corpus } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { basisAt, itemId } from './basis.ts'
import { carryHeading } from './carry.ts'
import type { DueTask } from './due.ts'
import { cosine, pairWeights } from './likeness.ts'
import type { OutlineItem, OutlineSection } from './outline.ts'
import { distinct } from './own-item.ts'

/** Below this a commitment has no item of the body's own that it is like. */
const LEAST_LIKENESS = 0.04

/** Puts what a running plan still owes behind the task it is most like, in the section that deals with such things. */
export function placeDue(
  sections: readonly OutlineSection[],
  due: readonly DueTask[],
  corpus: Corpus,
): readonly OutlineSection[] {
  const wordsOf = (item: OutlineItem) =>
    normalisedView(`${item.heading}${item.heading}${item.sentences.map(({ text }) => text).join('')}`)
  const own = sections.flatMap(({ items }, section) =>
    items.map((item, at) => ({ section, at, words: wordsOf(item) })),
  )
  const tasks = due.map((task) => ({
    task,
    words: normalisedView(`${task.node.section.heading}${task.sentences.map(({ text }) => text).join('')}`),
  }))
  const weights = pairWeights([...own, ...tasks].map(({ words }) => words))
  const weighed = own.map((place) => ({ ...place, weights: weights.weigh(place.words) }))
  const behind = new Map<string, OutlineItem[]>()
  for (const { task, words } of tasks) {
    const wanted = weights.weigh(words)
    const [best] = weighed
      .map((place) => ({ place, likeness: cosine(place.weights, wanted) }))
      .sort((a, b) => b.likeness - a.likeness)
    const target =
      task.isAboutPlan || best === undefined || best.likeness < LEAST_LIKENESS ? undefined : best.place
    const last = sections.length - 1
    const key =
      target === undefined
        ? `${last}:${(sections[last]?.items.length ?? 0) - 1}`
        : `${target.section}:${target.at}`
    const placed = behind.get(key) ?? []
    behind.set(key, [...placed, dueItem(task, corpus)])
  }
  return sections.map((section, number) => ({ ...section, items: withDue(section.items, number, behind) }))
}

/** A due task stands beside the one it is like, behind all that belongs to that one. */
function withDue(
  items: readonly OutlineItem[],
  section: number,
  behind: ReadonlyMap<string, readonly OutlineItem[]>,
): readonly OutlineItem[] {
  const result: OutlineItem[] = []
  // Among paragraphs without headings it is one more paragraph.
  const isProse = items.every(({ heading }) => heading === '')
  const waiting: { level: number; items: readonly OutlineItem[] }[] = []
  const release = (level: number) => {
    for (let last = waiting.at(-1); last !== undefined && last.level >= level; last = waiting.at(-1)) {
      result.push(...last.items)
      waiting.pop()
    }
  }
  for (const [at, item] of items.entries()) {
    release(item.level)
    result.push(item)
    const own = behind
      .get(`${section}:${at}`)
      ?.map((due) => ({ ...due, level: item.level, heading: isProse ? '' : due.heading }))
    if (own !== undefined) waiting.push({ level: item.level, items: own })
  }
  release(0)
  return result
}

function dueItem({ source, node, sentences, rows, flags }: DueTask, corpus: Corpus): OutlineItem {
  const range = { start: node.section.start, end: node.body.end }
  const heading = node.heading === null ? null : carryHeading(source, node.heading)
  return {
    id: itemId(source.indexed, range, 'd'),
    level: 2,
    number: '',
    heading: (heading?.sentence?.text ?? '').replace(/[。；;]$/u, ''),
    sentences,
    status: 'due',
    origin: 'own',
    basis: basisAt(source.indexed, range, corpus),
    targets: rows,
    flags: distinct([...(heading?.flags ?? []), ...flags]),
    state: 'draft',
  }
}
