import type { IndexedDocument } from '../corpus/index.ts'
import { contains, type Range } from '../corpus/index.ts'
import { closed } from './assemble.ts'
import { basisAt, itemId, openSentence } from './basis.ts'
import { carryHeading, carrySentence } from './carry.ts'
import { nearVerbatim } from './guard/index.ts'
import { fateOf, namesProject } from './one-off.ts'
import type { DraftSentence, Flag, OutlineItem } from './outline.ts'
import type { Carried, Dropping, Source } from './source.ts'
import { type PlanNode, paragraphsIn } from './tree.ts'

/** A task of last year's plan as it goes on, with all that stands below it; or what of it does not. */
export interface CarriedItems {
  readonly items: readonly OutlineItem[]
  readonly dropped: readonly Dropping[]
}

const ONCE = '一次性·待核实结果'
/** Share of a task's letters above which nothing is left of it without its epidemic wording. */
const MOSTLY = 0.55

/** @param level of the item in the draft */
export function carryNode(
  source: Source,
  node: PlanNode,
  level: number,
  others: readonly IndexedDocument[],
): CarriedItems {
  const below = node.children.map((child) => carryNode(source, child, level + 1, others))
  const items = below.flatMap((one) => one.items)
  const dropped = below.flatMap((one) => one.dropped)
  const whole = { start: node.section.start, end: node.body.end }
  const own = carryTask(source, { heading: node.heading, body: node.body, whole }, level, others)
  if (own.item !== null) return { items: [own.item, ...items], dropped: [...own.dropped, ...dropped] }
  if (items.length === 0) return { items: [], dropped: [...own.dropped, ...dropped] }
  const bare = headingItem(source, node, level)
  return { items: [bare, ...items], dropped: [...own.dropped, ...dropped] }
}

/** The paragraphs of a section without numbered tasks, one item each. */
export function carryParagraphs(
  source: Source,
  body: Range,
  others: readonly IndexedDocument[],
): CarriedItems {
  const tasks = paragraphsIn(source.indexed, body).map((sentences) => {
    const range = { start: sentences[0]?.start ?? body.start, end: sentences.at(-1)?.end ?? body.end }
    return carryTask(source, { heading: null, body: range, whole: range }, 2, others)
  })
  return { items: tasks.flatMap(({ item }) => item ?? []), dropped: tasks.flatMap((task) => task.dropped) }
}

/** A sentence with a figure of its own goes on whatever its heading names. */
function isCounted({ flags, promises }: Carried): boolean {
  return promises.length > 0 || flags.some(({ kind }) => kind === 'needs_number')
}

interface Task {
  readonly heading: Range | null
  readonly body: Range
  readonly whole: Range
}

function carryTask(
  source: Source,
  task: Task,
  level: number,
  others: readonly IndexedDocument[],
): { readonly item: OutlineItem | null; readonly dropped: readonly Dropping[] } {
  const { view } = source.indexed
  const heading = task.heading === null ? null : carryHeading(source, task.heading)
  const carried = paragraphsIn(source.indexed, task.body)
    .flat()
    .map((sentence) => carrySentence(source, sentence))
  const isDoneItself = heading !== null && heading.dropped.length > 0 && !carried.some(isCounted)
  const parts =
    heading === null ? carried : [{ ...heading, dropped: isDoneItself ? heading.dropped : [] }, ...carried]
  const letters = view.slice(task.body.start, task.body.end).replace(/\s/gu, '').length
  const isPandemic = letters > 0 && sum(carried, 'pandemicLetters') > letters * MOSTLY
  const kept = isPandemic ? [] : carried.flatMap(({ sentence }) => sentence ?? [])
  const isEmptied = carried.length > 0 && kept.length === 0
  const dropped = parts.flatMap((one) => one.dropped)
  const isOver = isEmptied && !isPandemic && !carried.some(({ pandemicLetters }) => pandemicLetters > 0)
  if (isDoneItself) return { item: null, dropped: [{ range: task.whole, reason: ONCE }] }
  if (isFinishedProject(source, task, carried) || (isOver && !staysOpen(source, task)))
    return { item: null, dropped: [{ range: task.whole, reason: ONCE }] }
  const open = () => openSentence(source.indexed, task.body, isOver ? '待定' : '涉疫内容待定', source.corpus)
  const sentences = isEmptied ? [open()] : ended(kept, source)
  const whole = isPandemic ? [{ range: task.body, reason: '涉疫内容，现行政策已调整' }] : dropped
  const item = itemOf(source, task, level, { heading, parts, sentences, others })
  return { item, dropped: whole }
}

function itemOf(
  source: Source,
  task: Task,
  level: number,
  {
    heading,
    parts,
    sentences,
    others,
  }: {
    readonly heading: Carried | null
    readonly parts: readonly Carried[]
    readonly sentences: readonly DraftSentence[]
    readonly others: readonly IndexedDocument[]
  },
): OutlineItem {
  const { indexed, corpus } = source
  const promised = parts.flatMap(({ promises }) => promises)
  const promises = promised.flatMap(({ row: { documentId, start, end } }) => {
    const plan = corpus.documents.get(documentId)
    return plan === undefined ? [] : basisAt(plan, { start, end }, corpus)
  })
  const same = nearVerbatim(indexed.view, task.body, others)
  const flags = parts.flatMap((one) => one.flags)
  if (same !== undefined) flags.push(verbatimFlag(same))
  return {
    id: itemId(indexed, task.whole, 'i'),
    level: Math.min(level, 4),
    number: '',
    heading: heading === null ? '' : headingText(heading, task, indexed),
    sentences,
    status: statusOf(promised.map(({ asks }) => asks)),
    origin: 'own',
    basis: [...basisAt(indexed, task.whole, corpus), ...promises],
    targets: source.rows.filter((row) => contains(task.whole, row)),
    flags: distinct(flags),
    state: 'draft',
  }
}

/** By what a running plan asks for this year beside what last year's plan asked for. */
function statusOf(asks: readonly (string | null)[]): OutlineItem['status'] {
  if (asks.includes('more')) return asks.includes('less') ? 'continued' : 'strengthened'
  return asks.includes('less') ? 'weakened' : 'continued'
}

/** A heading whose own deed is done still names what stands below it. */
function headingText({ sentence }: Carried, { heading }: Task, { document }: IndexedDocument): string {
  const words = heading === null ? '' : document.text.slice(heading.start, heading.end)
  return (sentence?.text ?? words).replace(/[。；;]$/u, '')
}

function headingItem(source: Source, node: PlanNode, level: number): OutlineItem {
  const range = node.heading ?? node.section
  const task = { heading: range, body: { start: range.end, end: range.end }, whole: range }
  return itemOf(source, task, level, {
    heading: carryHeading(source, range),
    parts: [],
    sentences: [],
    others: [],
  })
}

/** A task that names one project which was to be finished by now. */
function isFinishedProject(
  { indexed: { view } }: Source,
  { heading }: Task,
  carried: readonly Carried[],
): boolean {
  const isNamed = heading !== null && namesProject(view.slice(heading.start, heading.end))
  const isUnderWay = carried.some(({ sentence }) => sentence?.text.includes('〔下一步待定'))
  return (
    isNamed &&
    !isUnderWay &&
    carried.some(({ dropped }) => dropped.some(({ reason }) => reason.startsWith('一次性')))
  )
}

/** A field of work goes on when the deeds listed under it are done. */
function staysOpen({ indexed: { view }, sourceYear }: Source, { heading }: Task): boolean {
  if (heading === null) return false
  const words = view.slice(heading.start, heading.end)
  const isField =
    /^(?:加强|提升|推进|推动|强化|完善|深化|健全|优化|开展|做好|落实|加快|抓好|促进|发展|统筹|持续|深入|扎实|全面|实施|增强|积极|改善|巩固|扩大|大力)/u
  return (
    isField.test(words) &&
    !namesProject(words) &&
    fateOf(words, [], sourceYear) === 'goes_on' &&
    !/方案|总结|评估|验收|换届|周年/u.test(words)
  )
}

function ended(sentences: readonly DraftSentence[], source: Source): readonly DraftSentence[] {
  return sentences.map((sentence, at) => (at === sentences.length - 1 ? closed(sentence, source) : sentence))
}

function verbatimFlag({ other, share }: { readonly other: IndexedDocument; readonly share: number }): Flag {
  const { metadata, file } = other.document
  const title = metadata.title?.value ?? file
  const place = metadata.jurisdiction?.value.name ?? ''
  return {
    kind: 'near_verbatim',
    text: `${place}《${title}》`,
    note: `约${Math.round(share * 100)}%的文字与${place}《${title}》相同`,
  }
}

function sum(carried: readonly Carried[], field: 'pandemicLetters'): number {
  return carried.reduce((all, one) => all + one[field], 0)
}

/** Each thing is pointed out once; what is said of several words of one kind is said once for all of them. */
export function distinct(flags: readonly Flag[]): readonly Flag[] {
  const once = [...new Map(flags.map((flag) => [`${flag.kind}:${flag.text}`, flag])).values()]
  const groups = Map.groupBy(once, ({ kind, note, text }) =>
    kind === 'pandemic' ? `${kind}:${note}` : `${kind}:${text}`,
  )
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, text: [first, ...rest].map(({ text }) => text).join('、') }],
  )
}
