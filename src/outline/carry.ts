import { contains, overlaps, type Range } from '../corpus/index.ts'
import { clausesIn } from '../text/index.ts'
import { assemble, type Change } from './assemble.ts'
import { type Find, findsIn, isEmptyPhrase } from './guard/index.ts'
import { numberChanges } from './number-change.ts'
import { fateOf } from './one-off.ts'
import type { DraftSentence, Flag } from './outline.ts'
import type { Carried, JudgedClause, Source } from './source.ts'
import { stageChanges } from './stage-change.ts'

const ONE_OFF = '一次性·待核实结果'

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
  for (const few of [finished.slice(0, 1), finished]) {
    const again = assemble(source, sentence, reopened(changes, few, source.indexed.view))
    if (again === null || again.verdict === 'quoted') return again
  }
  return null
}

/** The changes with some clauses left open that were left out. */
function reopened(
  changes: readonly Change[],
  clauses: readonly JudgedClause[],
  view: string,
): readonly Change[] {
  const isLeftOut = ({ blank, isYear }: Change) => blank === null && !isYear
  return changes.map((change) => {
    const clause = isLeftOut(change) ? clauses.find(({ range }) => overlaps(range, change)) : undefined
    return clause === undefined
      ? change
      : { ...predicateOf(clause.range, view), blank: '待定' as const, showsOld: false }
  })
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
