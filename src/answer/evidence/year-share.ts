import type { Range } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'
import type { Topic } from '../question/topic.ts'
import { openingOf } from './clause-date.ts'
import { pairShare } from './coverage.ts'

/** What one year brings of a thing that is named before it: 改造卫生院12所，2025年完成甲、乙、丙3所. */
export interface YearShare {
  readonly subject: Range
  /** Holds the subject too where another date stands between them. */
  readonly window: Range
}

/** Behind these nothing is said of the same time or thing any more, so that nothing may be left out. */
const ENDS_SHARING = /[。；;\n]|20\d{2}年|\d月底?前/u

/** A deed or a figure right behind the year; another noun would be a thing of its own. */
const GOES_ON =
  /^(?:年|底|末|内|前|全年|[、,，]?20\d{2}年)*(?:再|先|要|拟|力争|计划|分别|各|共|全部|继续)*(?:实施|完成|建成|建设|改造|新增|新建|启动|推进|安排|达到|投入|投资|配备|培训|招聘|引进|增至|为|\d)/u
/** What may stand between: the share of another year, or that there are such. */
const BETWEEN = /20\d{2}年|分\p{Script=Han}{0,2}年|^[,，;；\s]*(?:其中)?(?:计划|总|共|完成)*投(?:资|入)/u
/** The clause that the year's share goes on about says at least so much more of the topic. */
const LEAST_LEAD = 0.2

/**
 * The shares of a year in one statement, each with the clause before it that names the thing.
 * @param row the clauses of earlier statements of the same row
 */
export function yearSharesIn(
  topic: Topic,
  view: string,
  row: readonly Range[],
  clauses: readonly Range[],
  year: number,
): readonly YearShare[] {
  const said = ({ start, end }: Range) => pairShare(topic, view.slice(start, end), '')
  return clauses.flatMap((clause, at) => {
    const own = openingOf(view, [clause], clause)
    if (own === null || !own.years.includes(year)) return []
    const [first] = findYears(view.slice(clause.start, clause.end))
    if (first === undefined || !GOES_ON.test(view.slice(clause.start + first.end, clause.end))) return []
    const before = [...row, ...clauses.slice(0, at)]
    const [subject] = [...before].sort((a, b) => said(b) - said(a) || b.start - a.start)
    if (subject === undefined || said(subject) < said(clause) + LEAST_LEAD) return []
    const between = before.filter(({ start }) => start > subject.start)
    if (!between.every(({ start, end }) => BETWEEN.test(view.slice(start, end)))) return []
    const further = clauses.slice(at + 1)
    const until = further.findIndex(({ start, end }) => findYears(view.slice(start, end)).length > 0)
    const last = (until === -1 ? further : further.slice(0, until)).at(-1) ?? clause
    const isApart = !ENDS_SHARING.test(view.slice(subject.end, clause.start))
    return [{ subject, window: { start: isApart ? clause.start : subject.start, end: last.end } }]
  })
}
