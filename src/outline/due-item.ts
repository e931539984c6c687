import { type Corpus, contains, type Range } from '../corpus/index.ts'
import { assemble, closed } from './assemble.ts'
import { basisAt, itemId } from './basis.ts'
import type { DueTask } from './due.ts'
import { type DueSentence, dueSentence } from './due-sentence.ts'
import { findsIn } from './guard/index.ts'
import type { DraftSentence, OutlineItem } from './outline.ts'
import { distinct } from './own-item.ts'
import { readable } from './readable.ts'
import { settleStages } from './settle-stage.ts'
import type { Source } from './source.ts'

/** A commitment of a running plan as an item of its own. */
export function dueItem(task: DueTask, corpus: Corpus): OutlineItem {
  const { source, node } = task
  return {
    id: itemId(source.indexed, placeOf(task), 'd'),
    level: 2,
    number: '',
    heading: node.heading === null ? '' : dueHeading(source, node.heading),
    sentences: sentencesOf(task),
    status: 'due',
    origin: 'own',
    basis: basisAt(source.indexed, placeOf(task), corpus),
    targets: task.sentences.flatMap(({ rows }) => rows),
    flags: distinct(task.sentences.flatMap(({ flags }) => flags)),
    state: 'draft',
  }
}

/** A heading of a plan that still runs keeps its figures; what belongs to a time that is over is left open. */
export function dueHeading(source: Source, heading: Range): string {
  const { indexed, sourceYear, draftYear, ledger } = source
  const finds = findsIn({ view: indexed.view, range: heading, sourceYear, draftYear }, ledger)
  const blanked = finds.filter(({ blank, flag }) => blank !== null && flag !== 'expired_policy')
  const told = assemble(source, heading, blanked)
  return (told?.verdict === 'quoted' ? told.text : readable(indexed.document, heading)).replace(
    /[。；;]$/u,
    '',
  )
}

/** An item with the commitments about the same thing, in front of who answers for it. */
export function withSentences(item: OutlineItem, tasks: readonly DueTask[], corpus: Corpus): OutlineItem {
  if (tasks.length === 0) return item
  const at = item.sentences.findIndex(
    ({ text }, place) => NOTE.test(text) && place === item.sentences.length - 1,
  )
  const end = at === -1 ? item.sentences.length : at
  const told = tasks.flatMap((task) =>
    task.sentences.map((due) => ({ due, again: toldBefore(item, due, task) })),
  )
  const own = item.sentences.map(
    (sentence) => told.find(({ again }) => again?.sentence === sentence)?.again?.whole ?? sentence,
  )
  const fresh = tasks.map((task) => ({
    ...task,
    sentences: task.sentences.filter((due) =>
      told.every((one) => one.due !== due || one.again === undefined),
    ),
  }))
  const added = fresh.flatMap(sentencesOf)
  const found = tasks.flatMap(({ sentences }) => sentences)
  const year = tasks[0]?.source.draftYear ?? 0
  const whole = {
    ...item,
    sentences: [...own.slice(0, end), ...added, ...own.slice(end)],
    basis: [...item.basis, ...tasks.flatMap((task) => basisAt(task.source.indexed, placeOf(task), corpus))],
    targets: [...item.targets, ...found.flatMap(({ rows }) => rows)],
    flags: distinct([...item.flags, ...found.flatMap(({ flags }) => flags)]),
  }
  return settleStages(whole, tasks, corpus, year)
}

/** The part of the same sentence of the plan that an item has already, and the whole in its place. */
function toldBefore(item: OutlineItem, { range }: DueSentence, { source }: DueTask) {
  const { document } = source.indexed
  const sentence = item.sentences.find(
    ({ basis: [first] }) =>
      first !== undefined && first.span.documentId === document.id && contains(range, first.span),
  )
  const whole = sentence && dueSentence(source, range, () => false)
  return whole && { sentence, whole: closed(whole.sentence, source) }
}

/** Who answers for an item, as a paragraph of its own. */
const NOTE = /^[（(][^（）()]*[）)]。?$|^[（(]?(?:责任|牵头|主办|承办)(?:科室|单位|处室|部门|股室)/u

function placeOf({ node }: DueTask): Range {
  return { start: node.section.start, end: node.body.end }
}

function sentencesOf({ sentences, source }: DueTask): readonly DraftSentence[] {
  return sentences.map(({ sentence }, at) =>
    at === sentences.length - 1 ? closed(sentence, source) : sentence,
  )
}
