import type { Corpus } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { itemId } from './basis.ts'
import { isPlaceFor } from './chapter.ts'
import type { DueTask } from './due.ts'
import { dueHeading, dueItem, withSentences } from './due-item.ts'
import { cosine, pairWeights } from './likeness.ts'
import type { OutlineItem, OutlineSection } from './outline.ts'
import { ownPlaces } from './same-subject.ts'

/** Below this a commitment has no item of the body's own that it is like. */
const LEAST_LIKENESS = 0.04

/**
 * Puts what a running plan still owes where it belongs: into the task that is about the same, else beside the one it is
 * most like; what the plan is to reach in all goes to the front, how it is carried out to the end.
 */
export function placeDue(
  sections: readonly OutlineSection[],
  due: readonly DueTask[],
  corpus: Corpus,
): readonly OutlineSection[] {
  const tasks = due.filter(({ kind }) => kind === 'task')
  const merged = mergeSame(sections, tasks, corpus)
  const beside = placeBeside(sections, merged.sections, merged.rest, corpus)
  const of = (kind: DueTask['kind']) => due.filter((task) => task.kind === kind)
  return withChapter(withChapter(beside, of('target'), 'target', corpus), of('support'), 'support', corpus)
}

/** A commitment about the same thing is one more sentence of what last year's plan says about it. */
function mergeSame(sections: readonly OutlineSection[], tasks: readonly DueTask[], corpus: Corpus) {
  const placeOf = ownPlaces(sections.flatMap(({ items }) => items))
  const added = new Map<string, DueTask[]>()
  const rest: DueTask[] = []
  const add = (id: string, task: DueTask) => added.set(id, [...(added.get(id) ?? []), task])
  for (const task of tasks) {
    const whole = placeOf.task(task)
    if (whole !== undefined) {
      add(whole, task)
      continue
    }
    // What follows the first sentence is about the same, unless it has a place of its own.
    const [lead] = task.hasLead ? task.sentences : []
    const home = lead && placeOf.sentence(lead)
    const left = task.sentences.filter((sentence) => {
      const id = placeOf.sentence(sentence) ?? home
      if (id !== undefined) add(id, { ...task, sentences: [sentence] })
      return id === undefined
    })
    if (left.length > 0) rest.push({ ...task, sentences: left })
  }
  return {
    rest,
    sections: sections.map((section) => ({
      ...section,
      items: section.items.map((item) => withSentences(item, added.get(item.id) ?? [], corpus)),
    })),
  }
}

/** @param before the sections as they were before anything was added to their items */
function placeBeside(
  before: readonly OutlineSection[],
  sections: readonly OutlineSection[],
  due: readonly DueTask[],
  corpus: Corpus,
): readonly OutlineSection[] {
  const wordsOf = (item: OutlineItem) =>
    normalisedView(`${item.heading}${item.heading}${item.sentences.map(({ text }) => text).join('')}`)
  const own = before.flatMap(({ items }, section) =>
    items.map((item, at) => ({ section, at, item, words: wordsOf(item) })),
  )
  const tasks = due.map((task) => ({
    task,
    words: task.source.indexed.view.slice(task.node.section.start, task.node.body.end),
  }))
  const weights = pairWeights([...own, ...tasks].map(({ words }) => words))
  const weighed = own.map((place) => ({ ...place, weights: weights.weigh(place.words) }))
  const behind = new Map<string, OutlineItem[]>()
  const inside = new Map<string, DueTask[]>()
  const last = sections.findLastIndex(({ items }) => items.length > 0)
  for (const { task, words } of tasks) {
    const wanted = weights.weigh(words)
    const [best] = weighed
      .map((place) => ({ place, likeness: cosine(place.weights, wanted) }))
      .sort((a, b) => b.likeness - a.likeness)
    const target = best === undefined || best.likeness < LEAST_LIKENESS ? undefined : best.place
    // What has no name of its own is told under one that has.
    if (target !== undefined && task.node.heading === null && target.item.heading !== '') {
      inside.set(target.item.id, [...(inside.get(target.item.id) ?? []), task])
      continue
    }
    const key = target
      ? `${target.section}:${target.at}`
      : `${last}:${(sections[last]?.items.length ?? 0) - 1}`
    behind.set(key, [...(behind.get(key) ?? []), dueItem(task, corpus)])
  }
  return sections.map((section, number) => ({
    ...section,
    items: withDue(section, number, behind).map((item) =>
      withSentences(item, inside.get(item.id) ?? [], corpus),
    ),
  }))
}

/** A due task stands beside the one it is like, behind all that belongs to that one. */
function withDue(
  { items }: OutlineSection,
  section: number,
  behind: ReadonlyMap<string, readonly OutlineItem[]>,
): readonly OutlineItem[] {
  const result: OutlineItem[] = []
  // Among paragraphs without headings it is one more paragraph.
  const isProse = items.every(({ heading }) => heading === '')
  const isClosed = isClosedSet(items)
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
    const level = isClosed && item.level < 4 ? item.level + 1 : item.level
    const own = behind
      .get(`${section}:${at}`)
      ?.map((due) => ({ ...due, level, heading: isProse ? '' : due.heading }))
    if (own !== undefined) waiting.push({ level: item.level, items: own })
  }
  release(0)
  return result
}

const NAMES_OF_SETS = ['行动', '工程', '计划', '战役', '攻坚战', '项目']

/** 六大攻坚行动: tasks that are all called by one noun are counted, and no other stands among them. */
function isClosedSet(items: readonly OutlineItem[]): boolean {
  return (
    items.length >= 3 &&
    items.every(({ level }) => level === items[0]?.level) &&
    NAMES_OF_SETS.some((name) => items.every(({ heading }) => heading.includes(name)))
  )
}

/** In the body's own section for such things; else in one more, called as the plan calls it. */
function withChapter(
  sections: readonly OutlineSection[],
  tasks: readonly DueTask[],
  kind: 'target' | 'support',
  corpus: Corpus,
): readonly OutlineSection[] {
  const [first] = tasks
  if (first === undefined) return sections
  const home = sections.find(({ heading }) => isPlaceFor(kind, heading))
  const item = sections
    .flatMap(({ items }) => items)
    .find(({ heading, status }) => status !== 'due' && isPlaceFor(kind, heading))
  const lone = home?.items.length === 1 && home.items[0]?.heading === '' ? home.items[0] : undefined
  const into = lone ?? (home === undefined ? item : undefined)
  if (into !== undefined)
    return sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one.id === into.id ? withSentences(one, tasks, corpus) : one)),
    }))
  const items = tasks.map((task) => dueItem(task, corpus))
  if (home !== undefined)
    return sections.map((section) =>
      section.id === home.id
        ? { ...section, items: [...section.items, ...plainAmong(section, items)] }
        : section,
    )
  const isUnnamed = sections.every(({ heading }) => heading === '')
  const [only] = sections
  if (isUnnamed && only !== undefined) {
    const own = plainAmong(only, items)
    const all = kind === 'target' ? [...own, ...only.items] : [...only.items, ...own]
    return [{ ...only, items: all }, ...sections.slice(1)]
  }
  const section: OutlineSection = {
    id: itemId(first.source.indexed, first.chapter ?? first.node.section, 's'),
    number: '',
    heading: first.chapter === null ? '' : dueHeading(first.source, first.chapter),
    intro: [],
    items: items.length === 1 || kind === 'target' ? items.map((one) => ({ ...one, heading: '' })) : items,
  }
  return kind === 'target' ? [section, ...sections] : [...sections, section]
}

/** Among paragraphs without headings each is one more paragraph. */
function plainAmong({ items }: OutlineSection, due: readonly OutlineItem[]): readonly OutlineItem[] {
  const isProse = items.every(({ heading }) => heading === '')
  return isProse ? due.map((one) => ({ ...one, heading: '' })) : due
}
