import type { TargetRow } from '../corpus/index.ts'
import { indicatorKey } from '../ledger/index.ts'

/** Verbs that a figure says too; 重点 and 全面 are none, they say of whom. */
const LEADING_DEED =
  /^(?:新建|新增|新创建?|新设|新配|建成|建设|建立|创建|争创|打造|培育|配备|配置|设立|设置|组建|完成|实现|开展|引进|招聘|招录|选派|推进|推动|提升|提高|扩大|增加|巩固|改造|累计|新)+/u
const COUNTED = /^[家所个座名人位项处台辆支张间套件次场例户对万千百亩人次]+$/u

/** An indicator without its verbs: 打造清廉医院示范点 and 清廉医院示范点 are one. */
export function bareIndicator({ indicator }: Pick<TargetRow, 'indicator'>): string {
  const key = indicatorKey(indicator)
  const bare = key.replace(LEADING_DEED, '')
  return bare.length > 1 ? bare : key
}

/**
 * How surely two rows measure the same, 0 to 1: a like unit, and names that differ at most by what one of them leaves
 * out or by the bodies that one names. 高血压患者规范管理率 and 糖尿病患者规范管理率 are two.
 */
export function indicatorLikeness(one: TargetRow, other: TargetRow): number {
  if (one.kind !== 'figure' || other.kind !== 'figure') return 0
  if (measureOf(one) !== measureOf(other)) return 0
  const [a, b] = [bareIndicator(one), bareIndicator(other)]
  if (a === b) return isAmount(one) === isAmount(other) ? 1 : OTHER_KIND
  if (Math.min(a.length, b.length) < 4) return 0
  const { left, right, shared } = differenceOf(a, b)
  const likeness = (2 * shared) / (a.length + b.length)
  const isOneFuller = left === '' || right === '' || BODIES.test(left) || BODIES.test(right)
  const least = isAmount(one) && isAmount(other) ? LEAST_LIKE_AMOUNT : LEAST_LIKE
  return isOneFuller && likeness >= least ? likeness : 0
}

const LEAST_LIKE = 0.6
/** What is done within a year is named more loosely: 培训人员 may be of another matter. */
const LEAST_LIKE_AMOUNT = 0.75
/** So many more this year, and so many in all. */
const OTHER_KIND = 0.7
/** Words that say no more than to whom an indicator applies. */
const BODIES = /^.{2,}(?:机构|医院|中心|单位|部门|卫生院|卫生室|[市县区]|企业)$/u

/** Rows of both sides that measure the same, the surest first and each row once. */
export function matchTargets(
  earlier: readonly TargetRow[],
  later: readonly TargetRow[],
): readonly (readonly [TargetRow, TargetRow])[] {
  const all = earlier.flatMap((one) =>
    later.map((other) => ({ one, other, likeness: indicatorLikeness(one, other) })),
  )
  const taken = new Set<TargetRow>()
  return all
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return []
      taken.add(one).add(other)
      return [[one, other] as const]
    })
}

/** Level and change, rate and count are measures of their own. */
function measureOf({ indicator, plain, unit, comparator }: TargetRow): string {
  const name = plain?.unit ?? unit
  const isChange = comparator === 'increase_by' || comparator === 'decrease_by'
  const per = /每(?!年|季|月|半年|周)/u.test(indicator) ? 'each ' : ''
  return `${isChange ? 'change' : 'level'} ${per}${COUNTED.test(name) ? 'count' : name}`
}

/** The letters of each name that do not stand in the other, in order, and how many do. */
function differenceOf(a: string, b: string) {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = longest[i] ?? []
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1))
  }
  let [i, j] = [0, 0]
  let left = ''
  let right = ''
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) left += a[i++]
    else right += b[j++]
  }
  return { left: left + a.slice(i), right: right + b.slice(j), shared: at(0, 0) }
}

export type Comparison = 'better' | 'worse' | 'equal'

/** A yearly amount that moves by no more than this share is rolled on. */
const ROLLED_ON = 0.2
const STOCK =
  /达到|达|增加到|增至|扩大到|扩大至|提高到|提升到|提升至|提高至|稳定在|保持|不低于|不少于|总数|总量|累计|占|率|水平|覆盖/u

const OVER_YEARS = /累计|[两三四五]年(?!来)|年均/u

/**
 * How the later value stands to the earlier one; null where they cannot be compared.
 * @param isSameSpan whether both plans are for as many years, so that their amounts are for the same time
 */
export function compareTargets(earlier: TargetRow, later: TargetRow, isSameSpan: boolean): Comparison | null {
  const [before, after] = [numberOf(earlier), numberOf(later)]
  if (before === null || after === null) return null
  if (before === after) return 'equal'
  if (isOverYears(earlier) !== isOverYears(later)) return null
  const amounts = [earlier, later].filter(isAmount).length
  const areForOneTime = isSameSpan || (earlier.isYearly && later.isYearly)
  if (!isSameSpan && (later.deadlineYear ?? 0) < (earlier.deadlineYear ?? 0)) return null
  if (amounts > 0 && !areForOneTime) return null
  if (amounts === 1 && (isAmount(later) || after < before)) return null
  if (amounts === 2 && Math.abs(after - before) <= ROLLED_ON * before + 1e-9) return 'equal'
  const isLess = earlier.comparator === '<=' || later.comparator === '<='
  return after > before === isLess ? 'worse' : 'better'
}

function numberOf({ plain, value }: TargetRow): number | null {
  return plain?.valueTo ?? plain?.value ?? value
}

/** Whether the figure is for several years together. */
export function isOverYears({ quote }: TargetRow): boolean {
  return OVER_YEARS.test(quote)
}

/** So many to be done within the year, not a level to be reached. */
export function isAmount(row: TargetRow): boolean {
  return measureOf(row) === 'level count' && !STOCK.test(row.quote)
}
