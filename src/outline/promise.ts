import type { Comparator, TargetRow } from '../corpus/index.ts'
import type { Promised, Source } from './source.ts'

/** A commitment whose time was before the draft's year is past; one without a year of its own runs as long as the plan. */
export function isDue(row: TargetRow, draftYear: number): boolean {
  if (row.isYearly) return true
  return row.deadlineYear !== null && row.deadlineYear >= draftYear
}

/** What is to be reached in the draft's year itself: also what is asked for by a plan's end, in the plan's last year. */
export function holdsIn(row: TargetRow, draftYear: number): boolean {
  return row.isYearly || row.deadlineYear === draftYear
}

const SHARE = /%|‰|百分点|\/\s*\d*[万千]/u
/** Counted from the beginning of a plan to its end. */
const COUNTED_UP =
  /累计|合计|总计|[两二三四五]年(?!级)|期间|新增|新建|新改扩建|改扩建|引进|招聘|招录|培训|轮训|选派|培养|培育|筛查|建设|建成|打造|创建|创成|新创|评选|遴选|选树|组建|改造|配备|配置|购置|更新|投入|安排|开展|举办|完成/u

/** 三年引进260名: what a plan asks for over its whole time is no figure of one year. */
function isOverAllYears({ isYearly, unit, indicator, quote }: TargetRow, draftYear: number): boolean {
  if (isYearly || SHARE.test(unit)) return false
  if (new RegExp(`(?<![到至])${draftYear}年(?!底|末)`, 'u').test(quote)) return false
  return COUNTED_UP.test(indicator) || /累计|合计|[两二三四五]年(?!级)/u.test(quote)
}

/** Finds what running plans promise for the draft's year on the indicator of a figure of last year. */
export function promiseFinder(running: readonly Source[]): (row: TargetRow) => Promised | undefined {
  const all = running
    .flatMap(({ rows, draftYear, indexed }) =>
      rows
        .filter((row) => row.kind === 'figure' && isDue(row, draftYear))
        .map((row) => ({
          row,
          draftYear,
          title: indexed.document.metadata.title?.value ?? indexed.document.file,
        })),
    )
    .sort((a, b) => Number(holdsIn(b.row, b.draftYear)) - Number(holdsIn(a.row, a.draftYear)))
  return (row) => {
    const found = all.find(({ row: other }) => isSameIndicator(row, other))
    if (found === undefined) return undefined
    const { row: other, draftYear, title } = found
    const holdsNow = holdsIn(other, draftYear) && !isOverAllYears(other, draftYear)
    const isSame =
      holdsNow &&
      row.plain !== null &&
      other.plain?.value === row.plain.value &&
      isAtOne(row.comparator, other.comparator)
    const when = other.isYearly ? '每年' : `${other.deadlineYear ?? ''}年`
    return {
      row: other,
      isSame,
      holdsNow,
      asks: holdsNow ? asksOf(row, other) : null,
      note: `《${title}》${when}为：${other.quote.replace(/\s+/gu, '')}`,
    }
  }
}

const GROWS: readonly Comparator[] = ['>=', '=', 'about']
const FALLS: readonly Comparator[] = ['<=', '=']

/** 60 and 不少于60 are one figure; 不少于60 and 不超过60 are two. */
function isAtOne(a: Comparator, b: Comparator): boolean {
  return [GROWS, FALLS].some((way) => way.includes(a) && way.includes(b)) || a === b
}

/** More of what is to grow, less of what is to fall. */
function asksOf(earlier: TargetRow, later: TargetRow): Promised['asks'] {
  const [before, now] = [earlier.plain?.value, later.plain?.value]
  if (before === undefined || now === undefined || before === now) return null
  if (earlier.comparator === '<=' && later.comparator === '<=') return now < before ? 'more' : 'less'
  if (!GROWS.includes(earlier.comparator) || !GROWS.includes(later.comparator)) return null
  return now > before ? 'more' : 'less'
}

/** 新增床位 and 床位: what is added is not what there is. */
const ADDED = /新增|新建|新创|增加|净增|增设/u

function isSameIndicator(a: TargetRow, b: TargetRow): boolean {
  if (ADDED.test(a.indicator) !== ADDED.test(b.indicator)) return false
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
