import type { Comparator, Range } from '../corpus/index.ts'
import type { Figure } from './figure.ts'

/** How a figure is tied to its noun: the words before and behind it that compare. */
export interface Predicate {
  readonly comparator: Comparator
  readonly bound: '>=' | '<=' | 'about' | null
  /** Where the comparing words before the figure begin. */
  readonly start: number
  /** Where the comparing words behind it end. */
  readonly end: number
  /** Comparing words that stand apart from the figure, such as 至少 before a verb. */
  readonly apart: readonly Range[]
  /** Whether one of them sets a limit: 不超过, 达到, 以内; not 确保 or 保持 alone. */
  readonly isLimit: boolean
  /** Whether any word compares; a number without a unit needs one to be a target. */
  readonly isStated: boolean
}

const CHANGE_UP = '翻|提高|(?<!改造)提升|增加|增长|上升|扩大|扩充|扩增|延长|上浮'
const CHANGE_DOWN = '下降|降低|减少|缩短|压缩|压减|压降|减低|缩减|低'
const MOVE = `(?:${CHANGE_UP}|${CHANGE_DOWN}|控制|保持|稳定|维持|压|增|升|降|减|扩项?|缩|延伸|扩展|拓展|推广|精确|调整|上调|下调|提速|提档)`
const NOT = '不(?:得|能|应|可)?'
const AT_LEAST = `${NOT}(?:低于|少于|小于|下于)|至少|最少|最低|(?<![彩b])超过?|突破|高于|大于|多于|足够|满|[≥≧>]=?`
const NOT_MORE = `${NOT}(?:超过|高于|多于|大于)`
const AT_MOST = `${NOT_MORE}|至多|最多|低于|少于|小于|控制在|[≤≦<]=?`
const STEP = [
  `${AT_LEAST}|${AT_MOST}`,
  `${MOVE}(?:到|至|在|为|了)`,
  `${CHANGE_UP}|${CHANGE_DOWN}`,
  '分别|(?:总体)?平均|(?<!人)均|都|满足|各为?|年均|同比|原则上|总体上|(?:(?<=[到达于过为])|^(?=每人每))每人(?:每[年月天日次])?|(?<=[到达于过])每[年月]|(?<=[到达于过为至])每\\d*[万千百]*(?:人口?|公顷|平方公里|公里|张床位?)|(?<=[到至])20\\d{2}年[底末]?的|力争|争取|努力|确保|预计|总体|稳步|逐步|进一步|稳定|保持|不断|再|(?<![签履预节合条公契制])约|近|大约|接近|达到|达|占到?|为(?<!行为)|在|到|按',
].join('|')
// Bounded: 提高到 can be read in two ways, and a run of n such words in 2^n.
const BEFORE = new RegExp(`(?:${STEP}|\\s+){1,10}$`, 'u')
const BEHIND =
  /^\s*(?:\(不?含[^)]*\))?(?<word>[及或]?以上|[及或]?以下|以内|之内|之间|左右|上下|内(?!部|科|外|涵|容))/u
/** 为1200名妇女|提供免费检查: for whom, no comparing. */
const BENEFIT = /^[^,，、。]{2,30}?(?:提供|开展|实施|免费|发放)/u
/** 提高到|每10万人, 提高到|2026年的: what stands between the step and its figure. */
const PER =
  /每人(?:每[年月天日次])?$|每[年月]$|每\d*[万千百]*(?:人口?|公顷|平方公里|公里|张床位?)$|20\d{2}年[底末]?的$/u
const URGING = /力争|争取|努力|确保|保持|进一步|稳定|均|都|分别/gu
const APART = new RegExp(`(?<word>${AT_LEAST.replace('|满', '')}|${AT_MOST})(?=\\p{Script=Han}{1,12}$)`, 'u')

/**
 * @param from where the words that may belong to the figure begin
 * @param to where they end
 * @param hasBase whether the clause measures against another year, which makes 提高 at its head a change
 */
export function predicateOf(
  view: string,
  figure: Figure,
  from: number,
  to: number,
  hasBase: boolean,
): Predicate {
  const left = view.slice(from, figure.start)
  const tied = BEFORE.exec(left)?.[0] ?? ''
  const before =
    BENEFIT.test(view.slice(figure.end, figure.end + 40)) && tied.trim().endsWith('为') ? '' : tied
  const behind = BEHIND.exec(view.slice(figure.end, to))
  const word = behind?.groups?.word ?? ''
  const apart = apartOf(left.slice(0, left.length - before.length), from)
  const bound = boundOf(before + (apart?.word ?? ''), word, figure)
  const change = changeOf(before, hasBase ? left : '')
  return {
    comparator: figure.valueTo !== null ? 'range' : (change ?? bound ?? '='),
    bound: change === null ? null : bound,
    start: figure.start - before.length,
    end: figure.end + (behind?.[0].length ?? 0),
    apart: apart === null ? [] : [apart.range],
    isLimit: before.replace(URGING, '').trim() !== '' || word !== '' || apart !== null,
    isStated: before.trim() !== '' || word !== '' || apart !== null,
  }
}

function apartOf(left: string, from: number): { readonly word: string; readonly range: Range } | null {
  const match = APART.exec(left)
  const word = match?.groups?.word
  if (match === null || word === undefined) return null
  const isRequirement = word === '至少' || /的$/u.test(left)
  if (!isRequirement) return null
  const start = from + match.index
  const rest = left.slice(match.index + word.length)
  const isShare = word !== '至少' && /(?:数|量|总额|投入|收入|支出|费用|人口|面积|编制)的$/u.test(rest)
  if (isShare) return { word, range: { start, end: from + left.length } }
  return { word, range: { start, end: start + word.length } }
}

function boundOf(before: string, behind: string, figure: Figure): Predicate['bound'] {
  if (/以上/u.test(behind)) return '>='
  if (/以下|以内|之内|内/u.test(behind)) return '<='
  if (/左右|上下/u.test(behind)) return 'about'
  if (new RegExp(NOT_MORE, 'u').test(before)) return '<='
  if (new RegExp(AT_LEAST, 'u').test(before)) return '>='
  if (new RegExp(AT_MOST, 'u').test(before)) return '<='
  return /约|近|接近/u.test(before) || /[余多]/u.test(figure.unit) ? 'about' : null
}

function changeOf(before: string, based: string): 'increase_by' | 'decrease_by' | null {
  const step = before.trim().replace(PER, '')
  if (/(?:到|至|在|为)$/u.test(step) || /达到?$/u.test(step)) return null
  if (new RegExp(`(?:${CHANGE_DOWN})(?<!不低)(?!于)`, 'u').test(before || based)) return 'decrease_by'
  if (new RegExp(`(?:${CHANGE_UP})`, 'u').test(before || based)) return 'increase_by'
  return null
}
