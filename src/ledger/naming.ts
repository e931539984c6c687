import type { Comparator, Passage, Range } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import type { Deadline } from './deadline.ts'
import { isBareDeed, standsAlone } from './indicator.ts'
import { joinWords, type Reading, sliceWords, type Words } from './reading.ts'
import type { Bound } from './segment.ts'
import { headOf } from './series.ts'
import { asSubject, measuredBy, projectIn, withoutTrend } from './subject.ts'

/** What a clause was about, for the clause behind it. */
export interface Subject {
  readonly words: Words
  readonly range: Range
  /** Whether a row was made of it; else it only led up to the next clause. */
  readonly isRow: boolean
}

export interface ClauseContext {
  readonly reading: Reading
  readonly passage: Passage
  readonly clause: Range
  /** The deadline in the clause itself. */
  readonly own: Deadline | null
  /** The deadline that holds: its own, else the one at the head of its sentence. */
  readonly deadline: Deadline | null
  readonly previous: Subject | null
  /** The project that the sentence is about, several clauses back. */
  readonly project: Subject | null
  /** The last row before the sentence or the semicolon, in the same passage. */
  readonly earlier: Subject | null
  /** Whether 6月底前 stands before it as a clause of its own. */
  readonly isHeaded: boolean
}

/** An indicator and the earlier clause that its subject was taken from. */
export interface Named {
  readonly words: Words
  readonly context: Range | null
}

const PLACES = /^(?:\p{Script=Han}{1,5}(?<![病社院园景片辖小城校])[县区市州旗][、和]?)+$/u
const BARE_DEED = /^(?:改造提升|改造|提升|新建|改建|扩建|改扩建|迁建|更新|维修)$/u
/** The number at the head of a heading. */
const NUMBER = /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、.．)）]\s*/u

/** What may be finished, opened or put to use. */
const PROJECT = /(?:[建改]|项目|工程|改造|平台|系统|[一二三四]期|[楼院区舍房])(?:建设)?$/u
/** Headings that name no project: 重点项目建设. */
const GENERAL = /^(?:重点|重大|推进|加快)*(?:项目|工程|基本建设)(?:建设)?$/u
export const DEED = /^(?:完成|启动|开展|办理|确定|制定)/u

export function isProject({ words }: Subject): boolean {
  return PROJECT.test(words.view) && !DEED.test(words.view)
}

/** A later item of a list that names only a deed or a place takes the noun of the first: 改造提升, 衡山县. */
export function inList(words: Words, first: Words): Words {
  if (first.view === '' || words.view === '') return words
  if (PLACES.test(words.view)) return joinWords(first, words)
  const noun = sliceWords(first, headOf(first).view.length)
  return BARE_DEED.test(words.view) ? joinWords(words, noun) : words
}

/** The indicator, helped by the clause before or the heading where the clause alone says too little. */
export function namedFor(context: ClauseContext, words: Words, { predicate }: Bound): Named {
  const own = changedNoun(words, predicate.comparator)
  return standsAlone(own) ? { words: own, context: null } : borrowed(context, own)
}

/** Words that need a subject, with that of the clause before, else with the heading. */
export function borrowed(context: ClauseContext, own: Words): Named {
  const { passage, project, earlier } = context
  const ofProject = /(?:面积|投资|床位)$/u.test(own.view)
  const previous = ofProject ? (asProject(context.previous) ?? project) : context.previous
  if (previous !== null && previous.words.view.length > (previous.isRow ? 1 : 3)) {
    const isSaid = previous.words.view.startsWith(own.view)
    const subject = own.view.endsWith('率') ? measuredBy(previous.words) : asSubject(previous.words)
    const words = isSaid ? withoutTrend(previous.words) : withSubject(subject, own)
    return { words, context: previous.range }
  }
  const heading = passage.path.at(-1)?.replace(NUMBER, '').replace(/\s/gu, '') ?? ''
  const subject = asSubject({ text: heading, view: normalisedView(heading) })
  if (PROJECT.test(subject.view) && !GENERAL.test(subject.view))
    return { words: joinWords(subject, own), context: null }
  const before = ofProject ? asProject(earlier) : earlier
  const words = before === null ? own : withSubject(asSubject(before.words), own)
  return { words, context: before?.range ?? null }
}

/** 总投资 and 建筑面积 are those of a building, not of the beds counted before. */
export function asProject(previous: Subject | null): Subject | null {
  if (previous === null || PROJECT.test(asSubject(previous.words).view)) return previous
  const words = projectIn(previous.words)
  return words.view === '' ? null : { ...previous, words }
}

/** 招聘 goes before its object; 完成15个 and 完成投资 say no more than the figure does. */
function withSubject(subject: Words, own: Words): Words {
  const bare = sliceWords(own, /^(?:完成|建成|达到)(?=投资|$)/u.exec(own.view)?.[0].length ?? 0)
  if (subject.view.endsWith(bare.view)) return subject
  const isEcho = bare.view.length > 2 && subject.view.endsWith(bare.view.slice(0, 2))
  if (isEcho) return joinWords(subject, sliceWords(bare, 2))
  return isBareDeed(bare) ? joinWords(bare, subject) : joinWords(subject, bare)
}

/** 提高全民健康素养水平1%以上: the verb is in the comparator already. */
function changedNoun(words: Words, comparator: Comparator): Words {
  const isChange = comparator === 'increase_by' || comparator === 'decrease_by'
  const verb = /^(?:提高|提升|增加|增长|降低|减少|下降|压减)/u.exec(words.view)?.[0] ?? ''
  if (!isChange || verb.length === words.view.length) return words
  return { text: words.text.slice(verb.length), view: words.view.slice(verb.length) }
}
