import { contains, type Range, type TargetRow } from '../corpus/index.ts'
import { clausesIn, findYears } from '../text/index.ts'
import { assemble, type Change } from './assemble.ts'
import { findsIn } from './guard/index.ts'
import type { DraftSentence, Flag } from './outline.ts'
import type { Promised, Source } from './source.ts'
import { type PlanNode, paragraphsIn, planTree } from './tree.ts'

/** What a running plan still owes in the draft's year, under one of its headings. */
export interface DueTask {
  readonly source: Source
  readonly node: PlanNode
  readonly sentences: readonly DraftSentence[]
  readonly rows: readonly TargetRow[]
  readonly flags: readonly Flag[]
  /** Whether it is about the running plan itself rather than about a field of work. */
  readonly isAboutPlan: boolean
}

/** Chapters that tell how a plan is carried out or why: only what has a figure or a date of its own is a task there. */
const ABOUT_THE_PLAN =
  /指导思想|基本原则|总体要求|总体思路|组织保障|保障措施|组织实施|组织领导|工作要求|监督检查|督导|宣传引导|实施步骤|有关要求/u

/**
 * Every commitment of a running plan that is not yet past, in the order of the plan.
 * @param isCarried what last year's plan says alike, so that it goes on there
 */
export function dueTasks(source: Source, isCarried: (row: TargetRow) => boolean): readonly DueTask[] {
  return leavesOf(planTree(source.indexed).nodes, false).flatMap(({ node, isAboutPlan }) => {
    const rows = isAboutPlan
      ? source.rows.filter((row) => row.kind === 'figure' || row.isYearly || row.deadlineIsExplicit)
      : source.rows
    const found = paragraphsIn(source.indexed, node.body)
      .flat()
      .flatMap((sentence) => dueSentence({ ...source, rows }, sentence, isCarried) ?? [])
    const ofHeading =
      node.heading === null || found.length > 0 ? undefined : namedHeading(source, node.heading)
    if (ofHeading !== undefined)
      return [{ source, node: { ...node, heading: null }, isAboutPlan, ...ofHeading }]
    if (found.length === 0) return []
    return [
      {
        source,
        node,
        isAboutPlan,
        sentences: found.map(({ sentence }) => sentence),
        rows: found.flatMap(({ rows }) => rows),
        flags: found.flatMap(({ flags }) => flags),
      },
    ]
  })
}

/** Where the whole commitment stands in what was read as a heading. */
function namedHeading(source: Source, heading: Range) {
  if (!namesYear(source.indexed.view, heading, source.draftYear)) return undefined
  const found = dueSentence({ ...source, rows: [] }, heading, () => false)
  return found === undefined
    ? undefined
    : { sentences: [found.sentence], rows: found.rows, flags: found.flags }
}

interface Chapter {
  readonly node: PlanNode
  /** Whether it, or what it stands under, tells of the plan itself. */
  readonly isAboutPlan: boolean
}

function leavesOf(nodes: readonly PlanNode[], isUnderSuch: boolean): readonly Chapter[] {
  return nodes.flatMap((node) => {
    const isAboutPlan = isUnderSuch || ABOUT_THE_PLAN.test(node.section.heading)
    return [{ node, isAboutPlan }, ...leavesOf(node.children, isAboutPlan)]
  })
}

function dueSentence(source: Source, range: Range, isCarried: (row: TargetRow) => boolean) {
  const { indexed, draftYear } = source
  const rows = source.rows.filter((row) => contains(range, row))
  const due = rows.filter((row) => isDue(row, draftYear))
  const isNamed = namesYear(indexed.view, range, draftYear)
  if (due.every(isCarried) && !(isNamed && due.length === 0)) return undefined
  const { text } = indexed.document
  const finds = findsIn(
    { view: indexed.view, range, sourceYear: source.sourceYear, draftYear },
    source.ledger,
  )
  const later = due.filter(
    (row) => !row.isYearly && !(row.deadlineIsExplicit && row.deadlineYear === draftYear),
  )
  const isLater = later.length > 0
  const isFigure = later.some(({ kind }) => kind === 'figure')
  const end = range.end - (/[。；;]\s*$/u.exec(text.slice(range.start, range.end))?.[0].length ?? 0)
  const remark: Change = {
    start: end,
    end,
    blank: isFigure ? '未给出当年值' : '未给出当年进度',
    showsOld: false,
  }
  const changes: Change[] = [
    ...finds.filter(({ blank, flag }) => blank !== null && flag !== 'expired_policy'),
    ...(isLater ? [remark] : []),
    ...notesAt(source, range),
  ]
  const past = pastClauses(source, range, rows, due)
  const told = [[...changes, ...past], changes].map((some) => assemble(source, range, some))
  const sentence = told.find((one) => one?.verdict === 'quoted')
  if (!sentence) return undefined
  const flags: Flag[] = finds.map(({ start, end: to, flag, note }) => ({
    kind: flag,
    text: text.slice(start, to),
    note,
  }))
  if (isLater)
    flags.push({
      kind: isFigure ? 'needs_number' : 'needs_result',
      text: text.slice(range.start, end),
      note: `计划给的是期末要求，没有给出${draftYear}年的${isFigure ? '数' : '进度'}`,
    })
  return { sentence, rows: due, flags }
}

/** Who answers for the sentence before this one. */
function notesAt({ indexed: { document } }: Source, range: Range): readonly Change[] {
  return document.assignments
    .filter(({ start, end }) => range.start <= start && end <= range.end && start - range.start <= 1)
    .map(({ end }) => ({ start: range.start, end, blank: null, showsOld: false }))
}

/** Clauses whose every commitment was due before the draft's year. */
function pastClauses(
  { indexed: { view }, draftYear }: Source,
  sentence: Range,
  rows: readonly TargetRow[],
  due: readonly TargetRow[],
): readonly Change[] {
  const clauses = clausesIn(view, sentence)
  return clauses.flatMap((clause, at) => {
    const own = rows.filter((row) => contains(clause, row))
    const isPast = isPastClause(view, clause, draftYear)
    const isDated = findYears(view.slice(clause.start, clause.end)).length > 0
    const isOver =
      isDated && own.length > 0 && own.every((row) => row.deadlineIsExplicit && !isDue(row, draftYear))
    if (!isOver && !(isPast && !own.some((row) => due.includes(row)))) return []
    const next = clauses[at + 1]
    const end = next?.start ?? clause.end
    return [{ start: at === 0 ? sentence.start : clause.start, end, blank: null, showsOld: false }]
  })
}

/** A sentence that names the year commits to something in it, whatever the ledger makes of it. */
function namesYear(view: string, { start, end }: Range, year: number): boolean {
  return new RegExp(`(?<![—\\-至到])${year}年(?:底|末|内|前|\\d{1,2}月|[^，,。；;]{2})`, 'u').test(
    view.slice(start, end).replace(/《[^》]*》/gu, ''),
  )
}

/** 2024年启动, once 2024 is over. */
function isPastClause(view: string, { start, end }: Range, draftYear: number): boolean {
  const years = findYears(view.slice(start, end))
  return /^\d{4}年/u.test(view.slice(start, end)) && years.every(({ year }) => year < draftYear)
}

/** A commitment whose time was before the draft's year is past; one without a year of its own runs as long as the plan. */
function isDue(row: TargetRow, draftYear: number): boolean {
  if (row.isYearly) return true
  return row.deadlineYear !== null && row.deadlineYear >= draftYear
}

/** Finds what running plans promise for the draft's year on the indicator of a figure of last year. */
export function promiseFinder(running: readonly Source[]): (row: TargetRow) => Promised | undefined {
  const all = running.flatMap(({ rows, draftYear, indexed }) =>
    rows
      .filter((row) => row.kind === 'figure' && isDue(row, draftYear))
      .map((row) => ({
        row,
        draftYear,
        title: indexed.document.metadata.title?.value ?? indexed.document.file,
      })),
  )
  return (row) => {
    const found = all.find(({ row: other }) => isSameIndicator(row, other))
    if (found === undefined) return undefined
    const { row: other, draftYear, title } = found
    const holdsNow = other.isYearly || (other.deadlineIsExplicit && other.deadlineYear === draftYear)
    const isSame =
      holdsNow &&
      other.plain?.value === row.plain?.value &&
      row.plain !== null &&
      other.comparator === row.comparator
    const when = other.isYearly ? '每年' : `${other.deadlineYear ?? ''}年`
    return {
      row: other,
      isSame,
      asks: holdsNow ? asksOf(row, other) : null,
      note: `《${title}》${when}为：${other.quote.replace(/\s+/gu, '')}`,
    }
  }
}

/** More of what is to grow, less of what is to fall. */
function asksOf(earlier: TargetRow, later: TargetRow): Promised['asks'] {
  const [before, now] = [earlier.plain?.value, later.plain?.value]
  if (before === undefined || now === undefined || before === now) return null
  if (earlier.comparator === '<=' && later.comparator === '<=') return now < before ? 'more' : 'less'
  const grows = ['>=', '=', 'about']
  if (!grows.includes(earlier.comparator) || !grows.includes(later.comparator)) return null
  return now > before ? 'more' : 'less'
}

function isSameIndicator(a: TargetRow, b: TargetRow): boolean {
  if (a.plain === null || b.plain === null || a.plain.unit !== b.plain.unit) return false
  const [short, long] = [bare(a.indicator), bare(b.indicator)].sort((x, y) => x.length - y.length)
  return (
    short !== undefined &&
    long !== undefined &&
    short.length >= 3 &&
    (short === long || (long.endsWith(short) && short.length >= 5))
  )
}

/** An indicator without whom it is for. */
function bare(indicator: string): string {
  return indicator.replace(/^(?:全[市区县省州]|我[市区县]|本[市区县])/u, '').replace(/[\s的，,、]/gu, '')
}
