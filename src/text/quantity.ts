import type { Range } from '../corpus/index.ts'

/** A figure with its unit as written. Offsets are into the text that was searched. */
export interface Quantity extends Range {
  /** Digits as written, thousands separators and inner blanks included. */
  readonly figure: string
  /** What follows the figure: 家, 万张, %, 个百分点 … Empty when the figure stands alone. */
  readonly unit: string
}

const FIGURE = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const MEASURE =
  '(?:个百分点|百分点|%|‰|平方米|平方公里|公里|万元|亿元|人次|张|家|个|人|名|台|所|座|项|对|管|辆|例|床|次|元|岁|天|日|小时|分钟|秒|周|月|年|支|套|条|件|场|户|种|类|批|组|处|间|份|篇|门|届|级|倍|成|度|吨|升|毫升|克|公斤|单位|站|点|村|镇|街道|社区|院|科|床位|人份|剂次|剂|人员|单元|机构|亩)'
const QUANTITY = new RegExp(
  `(?<![\\d.a-z])(?<figure>${FIGURE})\\s*(?<unit>(?:余|多)?(?:万|亿|千|百)?(?:余|多)?${MEASURE}?)`,
  'gu',
)
// Bounded, so that a run of numerals is not tried from each of its letters to its end.
const HAN_QUANTITY =
  /(?<figure>百分之[一二三四五六七八九十百零点]{1,12}|[一二三四五六七八九十两百千]{1,12}(?:成|分之[一二三四五六七八九十]{1,12}|倍))(?<unit>)|(?<figure2>[一二两三四五六七八九十百]{1,12})(?<unit2>个百分点|家|个|名|台|所|座|项|次|张|辆|例|条|件|场|批)/gu

/**
 * Figures with their units, years left out. @param view normalised text
 */
export function findQuantities(view: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const match of view.matchAll(QUANTITY)) {
    const figure = match.groups?.figure ?? ''
    const unit = match.groups?.unit ?? ''
    if (unit === '年' && /^(?:19|20)\d{2}$/.test(figure)) continue
    if (
      unit === '' &&
      /^[.、.]/.test(view.slice(match.index + figure.length, match.index + figure.length + 1)) &&
      match.index === 0
    )
      continue
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length, figure, unit })
  }
  for (const match of view.matchAll(HAN_QUANTITY)) {
    const figure = match.groups?.figure ?? match.groups?.figure2 ?? ''
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      figure,
      unit: match.groups?.unit2 ?? '',
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a figure is a share: per cent, per mille, percentage points or tenths. */
export function isShare(quantity: Quantity): boolean {
  return /%|‰|百分点/.test(quantity.unit) || /百分之|分之|成$/.test(quantity.figure)
}
