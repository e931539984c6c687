import type { Blank } from '../citation/index.ts'
import {
  type Corpus,
  contains,
  type IndexedDocument,
  overlaps,
  type Range,
  type TargetRow,
} from '../corpus/index.ts'
import { clausesIn } from '../text/index.ts'
import { assemble, type Change } from './assemble.ts'
import { figureRanges } from './figure.ts'
import { type Find, findsIn, isEmptyPhrase, type PhraseLedger } from './guard/index.ts'
import { type Fate, fateOf, stageIn } from './one-off.ts'
import type { DraftSentence, Flag } from './outline.ts'

/** One source plan at work on one draft. */
export interface Source {
  readonly indexed: IndexedDocument
  readonly corpus: Corpus
  readonly sourceYear: number
  readonly oldIs: '上年' | '原文'
  readonly draftYear: number
  readonly rows: readonly TargetRow[]
  readonly ledger: PhraseLedger
  /** What a running plan says of the draft's year to the same indicator; such a figure may be repeated. */
  readonly promised: (row: TargetRow) => Promised | undefined
}

/** A figure of last year as a running plan of several years gives it. */
export interface Promised {
  readonly row: TargetRow
  /** Whether it holds for the draft's year itself, and is the same figure. */
  readonly isSame: boolean
  /** Whether it asks for more or for less than last year's; null where that cannot be told. */
  readonly asks: 'more' | 'less' | null
  readonly note: string
}

/** What became of one sentence of a source. */
export interface Carried {
  /** Null when nothing of it goes on. */
  readonly sentence: DraftSentence | null
  readonly flags: readonly Flag[]
  readonly dropped: readonly Dropping[]
  readonly pandemicLetters: number
  readonly promises: readonly Promised[]
}

export interface Dropping {
  readonly range: Range
  readonly reason: string
}

const ONE_OFF = '一次性·待核实结果'

interface JudgedClause {
  readonly range: Range
  readonly rows: readonly TargetRow[]
  readonly fate: Fate
}

/** Carries one sentence over in its own words: what may not be repeated is left out or left open, each with the reason. */
export function carrySentence(source: Source, sentence: Range): Carried {
  const { indexed, draftYear, sourceYear } = source
  const { view, document } = indexed
  const finds = findsIn({ view, range: sentence, sourceYear, draftYear }, source.ledger)
  const clauses = judgedClauses(source, sentence)
  const flags: Flag[] = widest(finds).map((find) => flagOf(find, document.text))
  const finished = clauses.filter(({ fate }) => fate === 'finished')
  for (const { range } of finished)
    flags.push({
      kind: 'needs_result',
      text: document.text.slice(range.start, range.end),
      note: '上年的一次性事项，没有列入，结果待核实',
    })
  const dropped = finished.map(({ range }) => ({ range, reason: ONE_OFF }))
  const going = clauses.filter(({ fate }) => fate !== 'finished')
  const measures = finds.filter(({ flag, blank }) => flag === 'pandemic' && blank !== null)
  const listed = measures.filter((find) => isListed(find, view))
  const pandemicClauses = going.filter(({ range }) =>
    measures.some((find) => !listed.includes(find) && overlaps(find, range)),
  )
  const numbers = going.map((clause) => numberChanges(source, clause))
  flags.push(...numbers.flatMap((one) => one.flags), ...going.flatMap((clause) => stateFlags(source, clause)))
  const changes: Change[] = [
    ...omissions(finished, clauses, sentence, view),
    ...finds.filter(({ blank, flag }) => blank !== null && flag !== 'pandemic'),
    ...listed,
    ...pandemicClauses.map(({ range }) => ({ ...range, blank: '涉疫内容待定' as const, showsOld: false })),
    ...numbers.flatMap((one) => one.changes),
    ...going.flatMap((clause) => stageChanges(clause, view)),
  ]
  if (isEmptyPhrase(view.slice(sentence.start, sentence.end)))
    flags.push({
      kind: 'empty_phrase',
      text: document.text.slice(sentence.start, sentence.end),
      note: '没有主体、具体动作、指标或时限',
    })
  const isGone = going.length === 0 || pandemicClauses.length === going.length
  return {
    sentence: isGone ? null : sound(source, sentence, changes, finished),
    flags,
    dropped:
      isGone && finished.length === 0 && pandemicClauses.length > 0
        ? [{ range: sentence, reason: '涉疫内容，现行政策已调整' }]
        : dropped,
    pandemicLetters: pandemicClauses.reduce((sum, { range }) => sum + range.end - range.start, 0),
    promises: numbers.flatMap((one) => one.promises),
  }
}

/** One of several things named side by side, the others of which go on. */
function isListed({ start, end }: Range, view: string): boolean {
  const behind = /^[\p{Script=Han}]{0,6}等/u.test(view.slice(end, end + 8))
  return view[start - 1] === '、' && (behind || view[end] === '、')
}

/** Where leaving a clause out would change what stands around it, its place is left open. */
function sound(
  source: Source,
  sentence: Range,
  changes: readonly Change[],
  finished: readonly JudgedClause[],
): DraftSentence | null {
  const told = assemble(source, sentence, changes)
  if (told === null || told.verdict === 'quoted') return told
  const isLeftOut = ({ blank, isYear }: Change) => blank === null && !isYear
  const { view } = source.indexed
  const open = changes.map((change) => {
    const clause = isLeftOut(change) ? finished.find(({ range }) => overlaps(range, change)) : undefined
    return clause === undefined
      ? change
      : { ...predicateOf(clause.range, view), blank: '待定' as const, showsOld: false }
  })
  const again = assemble(source, sentence, open)
  return again === null || again.verdict === 'quoted' ? again : null
}

const SUBJECT =
  /^(?!(?:力争|确保|争取|完成|建成|通过|实现|新增|更新|出台|制定|印发|年底|年内|对|为|将|把))(?<subject>\p{Script=Han}{2,16}?)(?=力争|确保|争取|建成|完成|通过|实现|新增|启用|投用|投入|整体|竣工|上线|获评|\d)/u

/** A clause without whoever is to act in it. */
function predicateOf({ start, end }: Range, view: string): Range {
  const subject = SUBJECT.exec(view.slice(start, end))?.groups?.subject ?? ''
  return { start: start + subject.length, end }
}

function judgedClauses({ indexed, rows, sourceYear }: Source, sentence: Range): readonly JudgedClause[] {
  return clausesIn(indexed.view, sentence).map((range) => {
    const own = rows.filter((row) => contains(range, row))
    return { range, rows: own, fate: fateOf(indexed.view.slice(range.start, range.end), own, sourceYear) }
  })
}

/** A clause that is left out takes the comma behind it along, or the one before it at the end of its sentence. */
function omissions(
  finished: readonly JudgedClause[],
  all: readonly JudgedClause[],
  sentence: Range,
  view: string,
): readonly Change[] {
  return finished.map((clause) => {
    const at = all.indexOf(clause)
    const next = all[at + 1]
    const start = at === 0 ? sentence.start : clause.range.start
    const end = next?.range.start ?? endWithoutMark(view, clause.range.end, sentence.end)
    return { start, end, blank: null, showsOld: false }
  })
}

function endWithoutMark(view: string, from: number, end: number): number {
  const rest = view.slice(from, end)
  return from + (/^[\s，,、]*/u.exec(rest)?.[0].length ?? 0)
}

/** 已布局建设的2个中心: how many there are, not how many there shall be. */
const IS_THERE = /(?:已|现有|原有|在建)[^，,。；;]{0,16}的\d/u

/** The figures of last year are no figures of this one. */
function numberChanges(source: Source, clause: JudgedClause) {
  const { rows, fate } = clause
  const changes: Change[] = []
  const flags: Flag[] = []
  const promises: Promised[] = []
  if (fate === 'finished') return { changes, flags, promises }
  const { text } = source.indexed.document
  const { view } = source.indexed
  const figures = rows.filter(
    (row) =>
      row.kind === 'figure' &&
      !row.isYearly &&
      !(row.figure === '一' && row.comparator === '=') &&
      !IS_THERE.test(view.slice(row.start, row.end)),
  )
  const open = figures.filter((row) => {
    const promise = source.promised(row)
    if (promise !== undefined) promises.push(promise)
    return promise?.isSame !== true
  })
  for (const [row, range] of figureRanges(open, source.indexed)) {
    if (!contains(clause.range, range)) continue
    if (/^\s*(?:秒|分钟|小时|天|日)\p{Script=Han}{1,6}率/u.test(view.slice(range.end, range.end + 12)))
      continue
    changes.push({ ...range, blank: '待定', showsOld: true })
    const promised = source.promised(row)
    flags.push({
      kind: 'needs_number',
      text: text.slice(range.start, range.end),
      note: `“${row.indicator}”上年为${text.slice(range.start, range.end)}，今年的数要另定${promised === undefined ? '' : `；${promised.note}`}`,
    })
  }
  for (const range of boundedAtEnd(clause.range, view, changes)) {
    const words = text.slice(range.start, range.end)
    changes.push({ ...range, blank: '待定', showsOld: true })
    flags.push({ kind: 'needs_number', text: words, note: `上年为${words}，今年的数要另定` })
  }
  return { changes, flags, promises }
}

const BOUNDED_AT_END =
  /(?:不(?:低于|少于|高于|超过)|至少)?\d+(?:\.\d+)?\s*(?:%|‰|个|家|人|名|张|次|人次|万元|亿元|分钟|小时|天|所|项)(?:以上|以内|以下|左右)$/u

/** A limit at the end of a clause is a target, also where the target ledger has none; an age or a grade is none. */
function boundedAtEnd(clause: Range, view: string, known: readonly Range[]): readonly Range[] {
  const match = BOUNDED_AT_END.exec(view.slice(clause.start, clause.end))
  if (match === null) return []
  const range = { start: clause.start + match.index, end: clause.end }
  return known.some((other) => overlaps(other, range)) ? [] : [range]
}

/** 项目 alone names none. */
const SHORTEST_PROJECT = 3

/** A project that reached a stage last year: which one comes next nobody has written. */
function stageChanges({ range, fate, rows }: JudgedClause, view: string): readonly Change[] {
  if (fate !== 'under_way') return []
  const stage = stageIn(view.slice(range.start, range.end))
  if (stage === undefined || rows.some(({ kind }) => kind === 'figure')) return []
  const blank = {
    start: range.start + stage.start,
    end: range.start + stage.end,
    blank: '下一步待定' as const,
    showsOld: true,
  }
  const lead =
    /^(?:力争|确保|争取|继续|加快|尽快|全面|年内|年底前|\d{1,2}月底?前|[上下]半年|推动|推进|力促|促成|完成|实现|启动)+/u.exec(
      view.slice(range.start, blank.start),
    )
  if (lead === null) return [blank]
  if (stage.start - lead[0].length < SHORTEST_PROJECT) return [{ ...blank, start: range.start }]
  return [{ start: range.start, end: range.start + lead[0].length, blank: null, showsOld: false }, blank]
}

function stateFlags({ indexed }: Source, { range, fate }: JudgedClause): readonly Flag[] {
  const text = indexed.document.text.slice(range.start, range.end)
  if (fate === 'under_way')
    return [{ kind: 'needs_result', text, note: '上年要求达到的进度，是否达到、下一步做什么待核实' }]
  if (fate === 'founded')
    return [{ kind: 'needs_result', text, note: '上年要求建立或实现，是否已经做到待核实' }]
  return []
}

/** Of two of one kind, one inside the other, the wider one. */
function widest(finds: readonly Find[]): readonly Find[] {
  return finds.filter(
    (find, at) =>
      !finds.some(
        (other, place) =>
          place !== at &&
          other.flag === find.flag &&
          contains(other, find) &&
          (other.end - other.start > find.end - find.start || place < at),
      ),
  )
}

function flagOf({ start, end, flag, note }: Find, text: string): Flag {
  return { kind: flag, text: text.slice(start, end), note }
}

/** A heading keeps its words but for those that may not stand; what it names is done is for the caller to judge. */
export function carryHeading(source: Source, heading: Range): Carried {
  const { indexed, draftYear, sourceYear, rows, ledger } = source
  const { text } = indexed.document
  const finds = findsIn({ view: indexed.view, range: heading, sourceYear, draftYear }, ledger)
  const clauses = judgedClauses(source, heading)
  const isFinished = clauses.length > 0 && clauses.every(({ fate }) => fate === 'finished')
  const figures = rows.filter((row) => contains(heading, row) && row.kind === 'figure' && !row.isYearly)
  const numbers = numberChanges(source, { range: heading, rows: figures, fate: 'goes_on' })
  const blanked = finds.filter(({ blank }) => blank !== null)
  return {
    sentence: assemble(source, heading, [...blanked, ...numbers.changes]),
    flags: [...widest(finds).map((find) => flagOf(find, text)), ...numbers.flags],
    dropped: isFinished ? [{ range: heading, reason: ONE_OFF }] : [],
    pandemicLetters: 0,
    promises: numbers.promises,
  }
}

/** A stretch that has no flags of its own: whatever would be flagged is left open. */
export function carryPlain(source: Source, range: Range, opensWithYear: boolean) {
  const { view } = source.indexed
  const finds = findsIn(
    { view, range, sourceYear: source.sourceYear, draftYear: source.draftYear },
    source.ledger,
  )
  const strict = finds.flatMap((find) => plainChange(find, source, opensWithYear) ?? [])
  const years = strict.filter(({ isYear }) => isYear)
  const others = strict.filter(
    ({ isYear, start, end }) => !isYear && !years.some((year) => start < year.end && year.start < end),
  )
  const rows = source.rows.filter((row) => contains(range, row) && row.kind === 'figure' && !row.isYearly)
  const figures = [...figureRanges(rows, source.indexed).values()].map((one) => ({
    ...one,
    blank: '待定' as const,
    showsOld: true,
  }))
  return { sentence: assemble(source, range, [...years, ...others, ...figures]), finds }
}

/** Undefined where the words may stand as they are. */
function plainChange(
  find: Find,
  { indexed, sourceYear, draftYear }: Source,
  opensWithYear: boolean,
): Change | undefined {
  const { start, end, flag } = find
  const isOwnYear = indexed.view.slice(start, end) === `${sourceYear}年` && find.blank === '时限待定'
  if (opensWithYear && isOwnYear) return { start, end: start + 4, blank: null, showsOld: false, isYear: true }
  const blank = find.blank ?? (find.isMild ? undefined : otherwise(flag, draftYear))
  return blank === undefined ? undefined : { start, end, blank, showsOld: false }
}

function otherwise(flag: Find['flag'], draftYear: number): Blank | undefined {
  if (flag === 'pandemic') return draftYear > 2022 ? '涉疫内容待定' : undefined
  return flag === 'expired_policy' ? '期限待定' : '时政表述待定'
}
