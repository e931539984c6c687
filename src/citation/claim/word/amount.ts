import { parseChineseNumeral } from '../../../text/index.ts'
import { BEFORE, BEHIND, MEASURES, type Side } from './measure.ts'

/** `>=` 不低于, 以上; `<=` 不超过, 以内; `>` 超过, 余; `<` 低于; `<~` 近; `~` 约, 左右. Two sides where a text bounds a figure twice, and not alike: 超过45%以上. */
export type Bound = Side | `${Side} ${Side}`

/** A number with its unit and bound, whatever the notation: 3.6万亿元 and 36000亿元 are one amount. */
export interface Amount {
  readonly value: number
  /** As written, without 万, 亿. */
  readonly figure: number
  readonly unit: string
  readonly bound: Bound
  readonly start: number
  readonly end: number
  /** Where the bound stands when a verb stands between it and the figure: 至少建成2个. */
  readonly boundAt: { readonly start: number; readonly end: number } | null
}

const MEASURE = `(?:${MEASURES.join('|')})`
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克卡])|百)'
const HAN = '[零〇一二两三四五六七八九十百千]'
// Bounded, so that a run of numerals is not tried from each of its letters to its end.
const HAN_RUN = `${HAN}{1,16}`
const HAN_FIGURE = `${HAN_RUN}(?:点[零〇一二三四五六七八九]{1,8})?`
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const MORE = '[余多]'

const AMOUNT = new RegExp(
  [
    `(?<per>百分之|千分之)(?<share>${HAN_FIGURE}|${DIGITS})`,
    `(?<parts>${HAN_RUN})分之(?<part>${HAN_RUN})`,
    // 12/10万 is a rate, 3/4 a share.
    `(?<![\\d.:/])(?<over>[1-9]\\d?)/(?<under>[1-9]\\d?)(?![\\d.:/万千百年月日])`,
    `(?<tenths>[一二两三四五六七八九]|\\d)成(?<half>[半一二三四五六七八九])?(?![立为果效员功熟长本绩型都年就份交])`,
    `(?<half2>一半|半数)`,
    `第(?<ordinal>${HAN_RUN}|\\d{1,4})(?![\\d.])`,
    `(?<![a-z\\d.])(?<digits>${DIGITS})(?<more1>${MORE})?(?<scale>${SCALE})?(?<more2>${MORE})?\\s*(?<unit>${MEASURE})?(?<more3>${MORE}(?=[人家个元]))?`,
    // 数百张 is not 百张.
    `(?<![第一二三四五六七八九十百千])(?<![数几](?=[十百千]))(?<han>${HAN_FIGURE})(?<more4>${MORE})?(?<scale2>万亿|亿|万)?(?<more5>${MORE})?(?<unit2>${MEASURE})`,
  ].join('|'),
  'gu',
)
const UNITS: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  百分点: '个百分点',
  平方千米: '平方公里',
  千米: '公里',
  千克: '公斤',
  天: '日',
  周岁: '岁',
  个小时: '小时',
  平米: '平方米',
}
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
/** 四年半 */
const HALVES = /^(?:年|小时|倍|日)$/u
/** Units of one dimension, and how many of the smallest each is. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { 米: 1, 公里: 1000 },
  { 亩: 1, 公顷: 15 },
  { 斤: 1, 公斤: 2, 吨: 2000 },
  { 分钟: 1, 小时: 60 },
  { 个月: 1, 年: 12 },
]
const PREFIXES = Object.keys(BEFORE).sort((a, b) => b.length - a.length)
const SUFFIXES = Object.keys(BEHIND).sort((a, b) => b.length - a.length)

/** 签约23个, 附近3家, 彩超9台: these end in no bound. */
const INSIDE = /[签预节公契条合违履解]约$|[附邻最新临]近$|[彩b]超$/u
const LONGEST_PREFIX = 8

/** The amounts of a clause, in reading order. @param view normalised text */
export function amountsIn(view: string): readonly Amount[] {
  const amounts: Amount[] = []
  for (const match of view.matchAll(AMOUNT)) {
    const figure = figureOf(match.groups ?? {})
    if (figure === undefined) continue
    const before = view.slice(Math.max(0, match.index - LONGEST_PREFIX), match.index)
    const prefix = PREFIXES.find((word) => before.endsWith(word) && !INSIDE.test(before))
    const isAndHalf = HALVES.test(figure.unit) && view[match.index + match[0].length] === '半'
    const end = match.index + match[0].trimEnd().length + (isAndHalf ? 1 : 0)
    const suffix = SUFFIXES.find((word) => view.startsWith(word, end))
    const bound = boundOf(figure.hasMore ? '>' : BEFORE[prefix ?? ''], BEHIND[suffix ?? ''])
    const start = match.index - (prefix?.length ?? 0)
    const apart = bound === undefined ? boundApart(view, amounts.at(-1)?.end ?? 0, start) : undefined
    amounts.push({
      value: figure.value + (isAndHalf ? 0.5 : 0),
      figure: figure.figure,
      unit: figure.unit,
      bound: bound ?? apart?.bound ?? '=',
      boundAt: apart?.at ?? null,
      start,
      end: end + (suffix?.length ?? 0),
    })
  }
  return amounts
}

function boundOf(before: Side | undefined, behind: Side | undefined): Bound | undefined {
  if (before === undefined || behind === undefined || before === behind) return before ?? behind
  return `${before} ${behind}`
}

function boundApart(view: string, from: number, to: number) {
  const match =
    /(?:至少|最少|至多|最多|不少于|不超过|不低于|不得超过|不得低于|不得少于|最高为|最低为)(?=[^,;。]{1,14}$)|(?:约|近|超)(?=占$)/u.exec(
      view.slice(from, to),
    )
  if (match === null) return undefined
  const start = from + match.index
  return { bound: BEFORE[match[0]] ?? '=', at: { start, end: start + match[0].length } }
}

function figureOf(groups: Readonly<Record<string, string | undefined>>) {
  const share = shareOf(groups)
  if (share !== undefined) return { ...share, figure: share.value, hasMore: false }
  const unit = groups.unit ?? groups.unit2 ?? ''
  const scale = groups.scale ?? groups.scale2 ?? ''
  const figure = numberOf(groups.digits ?? groups.han ?? '')
  // Nobody writes 0万: it is the torn end of 12 0万, and as an amount would equal the 0 of 12 0.
  const value = figure === 0 && scale !== '' ? Number.NaN : figure * scaleOf(scale)
  const hasMore = [groups.more1, groups.more2, groups.more3, groups.more4, groups.more5].some(
    (more) => more !== undefined,
  )
  return Number.isNaN(value) ? undefined : { value, figure, unit: UNITS[unit] ?? unit, hasMore }
}

/** A share, or the place in an order. */
function shareOf(
  groups: Readonly<Record<string, string | undefined>>,
): { readonly value: number; readonly unit: string } | undefined {
  if (groups.share !== undefined)
    return { value: numberOf(groups.share), unit: groups.per === '千分之' ? '‰' : '%' }
  if (groups.parts !== undefined)
    return { value: (100 * numberOf(groups.part ?? '')) / numberOf(groups.parts), unit: '%' }
  if (groups.over !== undefined && Number(groups.over) < Number(groups.under))
    return { value: (100 * Number(groups.over)) / Number(groups.under), unit: '%' }
  if (groups.tenths !== undefined)
    return { value: 10 * numberOf(groups.tenths) + tenthOf(groups.half), unit: '%' }
  if (groups.ordinal !== undefined) return { value: numberOf(groups.ordinal), unit: '第' }
  if (groups.half2 !== undefined) return { value: 50, unit: '%' }
  return undefined
}

function tenthOf(digit: string | undefined): number {
  return digit === '半' ? 5 : (parseChineseNumeral(digit ?? '') ?? 0)
}

function numberOf(figure: string): number {
  if (/^\d/u.test(figure)) return Number(figure.replaceAll(',', ''))
  const [whole = '', fraction] = figure.split('点')
  const value = parseChineseNumeral(whole)
  if (value === undefined) return Number.NaN
  if (fraction === undefined) return value
  return Number(`${value}.${[...fraction].map((digit) => parseChineseNumeral(digit)).join('')}`)
}

function scaleOf(scale: string): number {
  return [...scale].reduce((product, letter) => product * (SCALES[letter] ?? 1), 1)
}

/** What tells two amounts apart; undefined when they are the same. */
export function amountDifference(a: Amount, b: Amount): 'number' | 'unit' | 'comparator' | undefined {
  const dimension = DIMENSIONS.find((units) => a.unit in units && b.unit in units)
  const isAlike = isClose(a.value * (dimension?.[a.unit] ?? 1), b.value * (dimension?.[b.unit] ?? 1))
  // 3亿元 for 3万元: the figure stayed.
  if (!isAlike) return isClose(a.figure, b.figure) ? 'unit' : 'number'
  if (a.unit !== b.unit && dimension === undefined) return 'unit'
  return a.bound === b.bound ? undefined : 'comparator'
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}
