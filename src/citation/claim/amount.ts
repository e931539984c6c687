import { parseChineseNumeral } from '../../text/index.ts'
import { BEFORE, BEHIND, MEASURES, type Side } from './measure.ts'

/** `>=` 不低于, 以上; `<=` 不超过, 以内; `>` 超过, 余; `<` 低于; `<~` 近; `~` 约, 左右. */
/** Two sides where a text bounds a figure twice, and not alike: 超过45%以上. */
export type Bound = Side | `${Side} ${Side}`

/** A number with its unit and bound, whatever the notation: 3.6万亿元 and 36000亿元 are one amount. */
export interface Amount {
  readonly value: number
  readonly unit: string
  readonly bound: Bound
  readonly start: number
  readonly end: number
  /** Where the bound stands when a verb stands between it and the figure: 至少建成2个. */
  readonly boundAt: { readonly start: number; readonly end: number } | null
}

const MEASURE = `(?:${MEASURES.join('|')})`
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)'
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
    `(?<tenths>[一二两三四五六七八九]|\\d)成(?<half>半)?(?![立为果效员功熟长本绩型都年就份交])`,
    `(?<half2>一半|半数)`,
    `(?<![a-z\\d.])(?<digits>${DIGITS})(?<more1>${MORE})?(?<scale>${SCALE})?(?<more2>${MORE})?\\s*(?<unit>${MEASURE})?(?<more3>${MORE}(?=[人家个元]))?`,
    `(?<![第一二三四五六七八九十百千])(?<han>${HAN_FIGURE})(?<more4>${MORE})?(?<scale2>万亿|亿|万)?(?<more5>${MORE})?(?<unit2>${MEASURE})`,
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
}
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const PREFIXES = Object.keys(BEFORE).sort((a, b) => b.length - a.length)
const SUFFIXES = Object.keys(BEHIND).sort((a, b) => b.length - a.length)

/** The amounts of a clause, in reading order. @param view normalised text */
export function amountsIn(view: string): readonly Amount[] {
  const amounts: Amount[] = []
  for (const match of view.matchAll(AMOUNT)) {
    const figure = figureOf(match.groups ?? {})
    if (figure === undefined) continue
    const prefix = PREFIXES.find((word) => view.slice(0, match.index).endsWith(word))
    const end = match.index + match[0].trimEnd().length
    const suffix = SUFFIXES.find((word) => view.startsWith(word, end))
    const bound = boundOf(figure.hasMore ? '>' : BEFORE[prefix ?? ''], BEHIND[suffix ?? ''])
    const start = match.index - (prefix?.length ?? 0)
    const apart = bound === undefined ? boundApart(view, amounts.at(-1)?.end ?? 0, start) : undefined
    amounts.push({
      value: figure.value,
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
  const match = /(?:至少|最少|至多|最多|不少于|不超过)(?=[^,;。]{1,8}$)/u.exec(view.slice(from, to))
  if (match === null) return undefined
  const start = from + match.index
  return { bound: BEFORE[match[0]] ?? '=', at: { start, end: start + match[0].length } }
}

function figureOf(groups: Readonly<Record<string, string | undefined>>) {
  if (groups.share !== undefined)
    return { value: numberOf(groups.share), unit: groups.per === '千分之' ? '‰' : '%', hasMore: false }
  if (groups.parts !== undefined)
    return { value: (100 * numberOf(groups.part ?? '')) / numberOf(groups.parts), unit: '%', hasMore: false }
  if (groups.tenths !== undefined)
    return { value: 10 * numberOf(groups.tenths) + (groups.half ? 5 : 0), unit: '%', hasMore: false }
  if (groups.half2 !== undefined) return { value: 50, unit: '%', hasMore: false }
  const unit = groups.unit ?? groups.unit2 ?? ''
  const scale = groups.scale ?? groups.scale2 ?? ''
  const plain = numberOf(groups.digits ?? groups.han ?? '')
  // Nobody writes 0万: it is the torn end of 12 0万, and as an amount would equal the 0 of 12 0.
  const value = plain === 0 && scale !== '' ? Number.NaN : plain * scaleOf(scale)
  const hasMore = [groups.more1, groups.more2, groups.more3, groups.more4, groups.more5].some(
    (more) => more !== undefined,
  )
  return Number.isNaN(value) ? undefined : { value, unit: UNITS[unit] ?? unit, hasMore }
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
  if (Math.abs(a.value - b.value) > 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value))) return 'number'
  if (a.unit !== b.unit) return 'unit'
  return a.bound === b.bound ? undefined : 'comparator'
}
